// Identity providers on this machine: a real one, and one that says whatever it is told to.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'
import { afterAll } from 'vitest'

/** Where the harness's service says that it is. */
export const CALLBACK = 'http://localhost:3000/dang-nhap'
const CLIENT_ID = 'tien-do'
const CLIENT_SECRET = 'what the office and its provider share'
const SECONDS = 300
const MOST_STEPS = 12

export const settingsOf = (issuer: string) => ({
  issuer: new URL(issuer),
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  name: 'Tài khoản công vụ',
})

/** `oidc-provider` with its own page to sign in: any name opens, and is the subject. */
export async function startRealProvider(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [CALLBACK],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['for the tests of this house'] },
  })
  server.on('request', provider.callback())
  afterAll(() => server.close())
  return issuer
}

interface Said {
  readonly claims: JWTPayload
  readonly sign: (claims: JWTPayload) => Promise<string>
}

/** A provider that answers every code with the token it was told to. `say` gets what a good one would hold. */
export async function startLyingProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('RS256')
  const header = { alg: 'RS256', kid: 'one' }
  let say: (good: Said) => Promise<string> | string = ({ claims, sign }) => sign(claims)
  const nonces: string[] = []
  const server = createServer(async (request, response) => {
    const json = (body: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (request.url === '/jwks')
      return json({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one', use: 'sig' }] })
    await drained(request)
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      sub: 'hoa',
      aud: CLIENT_ID,
      nonce: nonces.at(-1) ?? '',
      iat: now,
      exp: now + SECONDS,
    }
    const sign = (said: JWTPayload) => new SignJWT(said).setProtectedHeader(header).sign(privateKey)
    return json({ access_token: 'x', token_type: 'Bearer', id_token: await say({ claims, sign }) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => server.close())
  return {
    issuer,
    /** What the browser was sent with: a good token repeats it. */
    sawNonce: (nonce: string) => nonces.push(nonce),
    nextSays: (lie: typeof say) => {
      say = lie
    },
    byStranger: (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader(header).sign(stranger.privateKey),
  }
}

async function drained(request: IncomingMessage): Promise<void> {
  for await (const _chunk of request);
}

/** A browser at the provider's own pages: signs in by this name, says yes, and returns where it is sent back to. */
export async function passThrough(start: string, name: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next: { url: string; form?: URLSearchParams } = { url: start }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { url, form } = next
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(key, value)
    }
    const to = answer.headers.get('location')
    if (to?.startsWith(CALLBACK)) return to
    const page = to ? '' : await answer.text()
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(page) ?? []
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? []
    if (!to && !action) throw new Error(`${answer.status} ${url}: ${page.slice(0, 400)}`)
    next = to
      ? { url: new URL(to, url).href }
      : {
          url: new URL(action ?? '', url).href,
          form: new URLSearchParams({ prompt, login: name, password: 'x' }),
        }
  }
  throw new Error('the provider goes round in circles')
}
