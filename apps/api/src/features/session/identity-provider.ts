// The office's own accounts (OpenID Connect): the library checks state, nonce, issuer, audience, signature and time.
import type { Configuration } from 'openid-client'
import type { IdentityProviderSettings } from '../../config.ts'

const TIMEOUT_SECONDS = 10
const SCOPE = 'openid'

/** What must come back unchanged, and what proves that it was we who asked. */
export interface Asked {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who it is to the provider: nothing else that it tells is believed. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export interface IdentityProvider {
  readonly name: string
  /** Where the browser goes to sign in; throws where the provider cannot be reached. */
  readonly ask: () => Promise<{ readonly url: URL; readonly asked: Asked }>
  /** `answer`: the address at which the browser came back. Throws for anything that is not a good answer to `asked`. */
  readonly redeem: (answer: URL, asked: Asked) => Promise<Identity>
}

/** `callback`: the address that the provider knows as ours. */
export function openIdentityProvider(settings: IdentityProviderSettings, callback: URL): IdentityProvider {
  const { issuer, clientId, clientSecret, name } = settings
  let connected: ReturnType<typeof open> | undefined
  /** Asks the provider about itself once; one that was away is asked again. */
  const connect = () => {
    connected ??= open().catch((error: unknown) => {
      connected = undefined
      throw error
    })
    return connected
  }
  async function open() {
    const client = await import('openid-client')
    const config: Configuration = await client.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: [
        // The token's signature too, not the connection alone that it came over.
        client.enableNonRepudiationChecks,
        // Only ever on this machine: the configuration refuses any other address without TLS.
        ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    })
    return { client, config }
  }
  return {
    name,
    async ask() {
      const { client, config } = await connect()
      const asked = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callback.href,
        scope: SCOPE,
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      })
      return { url, asked }
    },
    async redeem(answer, { state, nonce, verifier }) {
      const { client, config } = await connect()
      const tokens = await client.authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('no id token')
      return { issuer: claims.iss, subject: claims.sub }
    },
  }
}
