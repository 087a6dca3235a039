import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../test/authenticator.ts'
import { API, type Harness, startHarness } from '../../../test/harness.ts'
import {
  CALLBACK,
  passThrough,
  settingsOf,
  startLyingProvider,
  startRealProvider,
} from '../../../test/identity-provider.ts'
import { PASSWORD } from '../../../test/template.ts'

const ours = { 'sec-fetch-site': 'same-origin' }
const cookieOf = (headers: Record<string, unknown>) =>
  ([headers['set-cookie']].flat() as string[]).map((each) => each?.split(';')[0]).join('; ')

/** To the provider, as nobody: where the browser is sent, and what it carries. */
async function begin(house: Harness, back = '/chi-tieu?nhom=FB') {
  const { body, headers } = await house.anyone
    .post(`${API}/sessions/identity`)
    .query({ back })
    .set(ours)
    .expect(201)
  return { to: new URL(body.to), cookie: cookieOf(headers) }
}

/** The page at the door hands over what came with the browser. */
const comeBack = (house: Harness, answer: string, cookie: string) =>
  house.anyone
    .post(`${API}/sessions/identity/answer`)
    .set({ cookie, ...ours })
    .send({ answer: new URL(answer).search })
const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]
const FAILED = [409, 'identity.failed']
const UNKNOWN = [409, 'identity.unknown']
const WANTED = 'http://localhost:3000/chi-tieu?nhom=FB'

async function link(house: Harness, cookie: string, walk: (to: string) => Promise<string>) {
  const asked = await house.anyone
    .post(`${API}/me/identity`)
    .set({ cookie, ...ours })
    .expect(201)
  const back = await comeBack(house, await walk(asked.body.to), `${cookie}; ${cookieOf(asked.headers)}`)
  expect(back.body.to).toBe('http://localhost:3000/tai-khoan?buoc=lien-ket')
  const carried = cookieOf(back.headers)
  return house.anyone.post(`${API}/me/identity/confirm`).set({ cookie: `${cookie}; ${carried}`, ...ours })
}

describe('with a real identity provider', async () => {
  const house = await startHarness({
    config: { identityProvider: settingsOf(await startRealProvider()) },
  })
  const walkAs = (name: string) => (to: string) => passThrough(to, name)
  const signInAs = async (name: string) => {
    const { to, cookie } = await begin(house)
    return comeBack(house, await walkAs(name)(to.href), cookie)
  }

  it('is offered at the door by its name', async () => {
    const { body } = await house.anyone.get(`${API}/sign-in-options`).expect(200)
    expect(body).toEqual({ identityProvider: { name: 'Tài khoản công vụ' } })
  })

  it('lets nobody in whom no person here has linked, whatever name or address the provider tells', async () => {
    const told = await signInAs('viewer@demo.test')
    expect(said(told)).toEqual(UNKNOWN)
    expect(cookieOf(told.headers)).not.toContain('tien_do_session=')
  })

  it('opens a session for whoever linked it, leads back, and is over when it is unlinked', async () => {
    const cookie = await house.cookieOf('officer')
    await link(house, cookie, walkAs('ngoc')).then(({ status }) => expect(status).toBe(204))
    const { body, headers } = await signInAs('ngoc')
    expect(body.to).toBe(WANTED)
    const mine = await house.anyone
      .get(`${API}/me`)
      .set({ cookie: cookieOf(headers) })
      .expect(200)
    expect(mine.body).toEqual((await house.anyone.get(`${API}/me`).set({ cookie })).body)

    const remove = (password: string) =>
      house.anyone
        .post(`${API}/me/identity/remove`)
        .set({ cookie, ...ours })
        .send({ password })
    await remove('không phải mật khẩu này').expect(422)
    await remove(PASSWORD).expect(204)
    expect(said(await signInAs('ngoc'))).toEqual(UNKNOWN)
  })

  it('is linked to one person only', async () => {
    const [first, second] = [await house.cookieOf('viewer'), await house.cookieOf('finance')]
    expect((await link(house, first, walkAs('lan'))).status).toBe(204)
    const again = await link(house, second, walkAs('lan'))
    expect([again.status, again.body.code]).toEqual([409, 'identity.taken'])
  })

  it('links for nobody but whoever began', async () => {
    const [mine, other] = [await house.cookieOf('finance'), await house.cookieOf('coordinator')]
    const asked = await house.anyone
      .post(`${API}/me/identity`)
      .set({ cookie: mine, ...ours })
      .expect(201)
    const answer = await walkAs('ke-gian')(asked.body.to)
    const back = await comeBack(house, answer, cookieOf(asked.headers))
    const lent = await house.anyone
      .post(`${API}/me/identity/confirm`)
      .set({ cookie: `${other}; ${cookieOf(back.headers)}`, ...ours })
    expect([lent.status, lent.body.code]).toEqual([409, 'identity.failed'])
  })

  it('still asks for the code of the second step, and each wrong one delays', async () => {
    const agent = await house.signIn('coordinator')
    const cookie = await house.cookieOf('coordinator')
    expect((await link(house, cookie, walkAs('binh'))).status).toBe(204)
    const { body } = await agent.post(`${API}/me/second-factor`).send({ password: PASSWORD }).expect(201)
    const code = () => codeOf(body.secret, house.clock)
    await agent.post(`${API}/me/second-factor/confirm`).send({ code: code() }).expect(200)

    const owed = await signInAs('binh')
    expect(said(owed)).toEqual([401, 'session.code-required'])
    const carried = cookieOf(owed.headers)
    expect(carried).not.toContain('tien_do_session=')
    const say = (code: string) =>
      house.anyone
        .post(`${API}/sessions/identity/code`)
        .set({ cookie: carried, ...ours })
        .send({ code })
    expect((await say('000000').expect(401)).body.code).toBe('session.wrong-code')
    for (let wrong = 0; wrong < 4; wrong += 1) await say('000000').expect(401)
    expect((await say('000000').expect(429)).headers['retry-after']).toBeDefined()
    house.clock = new Date(house.clock.getTime() + 60_000)
    const opened = await say(code()).expect(201)
    expect(opened.body.to).toBe(WANTED)
    await house.anyone
      .get(`${API}/me`)
      .set({ cookie: cookieOf(opened.headers) })
      .expect(200)
  })

  it('leads nowhere but into this service', async () => {
    for (const back of ['//ke-gian.test/', '/\\ke-gian.test', '/%09/ke-gian.test']) {
      const { to, cookie } = await begin(house, back)
      const { body } = await comeBack(house, await walkAs('lan')(to.href), cookie)
      expect(new URL(body.to).host).toBe('localhost:3000')
    }
  })

  it('takes an answer once, and only from the browser that asked', async () => {
    const { to, cookie } = await begin(house)
    const answer = await walkAs('lan')(to.href)
    expect(said(await comeBack(house, answer, ''))).toEqual(FAILED)
    const other = await begin(house)
    expect(said(await comeBack(house, answer, other.cookie))).toEqual(FAILED)
    expect((await comeBack(house, answer, cookie)).body.to).toBe(WANTED)
    expect(said(await comeBack(house, answer, cookie))).toEqual(FAILED)
    const late = await begin(house)
    const lateAnswer = await walkAs('lan')(late.to.href)
    house.clock = new Date(house.clock.getTime() + 11 * 60_000)
    expect(said(await comeBack(house, lateAnswer, late.cookie))).toEqual(FAILED)
  })
})

describe('with a provider that lies', async () => {
  const provider = await startLyingProvider()
  const house = await startHarness({ config: { identityProvider: settingsOf(provider.issuer) } })

  /** The whole way, with an answer that the provider never gave a page for. */
  async function tell(lie: Parameters<typeof provider.nextSays>[0], more: Record<string, string> = {}) {
    provider.nextSays(lie)
    const { to, cookie } = await begin(house)
    provider.sawNonce(to.searchParams.get('nonce') ?? '')
    const answer = new URLSearchParams({ code: 'x', state: to.searchParams.get('state') ?? '', ...more })
    return said(await comeBack(house, `${CALLBACK}?${answer}`, cookie))
  }
  const GOOD: Parameters<typeof provider.nextSays>[0] = ({ claims, sign }) => sign(claims)

  it('believes a token in which all is right', async () => {
    expect(await tell(GOOD)).toEqual(UNKNOWN)
  })

  const now = Math.floor(Date.now() / 1000)
  it.each<[string, object]>([
    ['another issuer', { iss: 'https://khac.test' }],
    ['another audience', { aud: 'mot-ung-dung-khac' }],
    ['another party than ours', { aud: ['tien-do', 'khac'], azp: 'khac' }],
    ['another nonce', { nonce: 'cua-lan-khac' }],
    ['no nonce', { nonce: undefined }],
    ['a time that is over', { iat: now - 7200, exp: now - 3600 }],
    ['no subject', { sub: undefined }],
  ])('refuses %s', async (_name, wrong) => {
    expect(await tell(({ claims, sign }) => sign({ ...claims, ...wrong }))).toEqual(FAILED)
  })

  it('refuses a token that nobody signed, one that a stranger signed, and none at all', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(await tell(({ claims }) => `${part({ alg: 'none' })}.${part(claims)}.`)).toEqual(FAILED)
    expect(await tell(({ claims }) => provider.byStranger(claims))).toEqual(FAILED)
    expect(await tell(() => '')).toEqual(FAILED)
  })

  it('refuses another state, and what the provider says went wrong', async () => {
    expect(await tell(GOOD, { state: 'cua-ai-khac' })).toEqual(FAILED)
    expect(await tell(GOOD, { error: 'access_denied' })).toEqual(FAILED)
  })
})

describe('without a provider, or while it is away', async () => {
  const none = await startHarness()
  const away = await startHarness({ config: { identityProvider: settingsOf('http://127.0.0.1:9') } })

  it('there is no such way in', async () => {
    expect((await none.anyone.get(`${API}/sign-in-options`)).body).toEqual({ identityProvider: null })
    const { body } = await none.anyone.post(`${API}/sessions/identity`).set(ours).expect(404)
    expect(body.code).toBe('identity.none')
    expect(said(await comeBack(none, `${CALLBACK}?code=x&state=y`, ''))).toEqual(FAILED)
  })
  it('says that it cannot be reached; the password still opens', async () => {
    const { body } = await away.anyone.post(`${API}/sessions/identity`).set(ours).expect(503)
    expect(body.code).toBe('identity.unreachable')
    expect(JSON.stringify(body)).not.toContain('127.0.0.1:9')
    await away.cookieOf('viewer')
  })
})
