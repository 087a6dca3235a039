// What a browser carries while its person is at the identity provider: sealed, for ten minutes, for this one way.
import { parseCookie, stringifySetCookie } from 'cookie'
import type { Asked, Identity } from './identity-provider.ts'
import { seal, unseal } from './seal.ts'

const NAME = 'tien_do_identity'
const LIVES_SECONDS = 600

/** On the way to the provider; back from it while a code of the second step is owed, or while the link waits for a yes. */
export type Carried =
  | {
      readonly step: 'asked'
      readonly asked: Asked
      /** A path of ours. */
      readonly back: string
      /** Who wants to link an account; null: somebody signs in. */
      readonly linkFor: string | null
    }
  | { readonly step: 'named'; readonly personId: string; readonly email: string; readonly back: string }
  | { readonly step: 'linking'; readonly identity: Identity; readonly linkFor: string }

export function identityCookies(secret: string, publicUrl: URL) {
  const secure = publicUrl.protocol === 'https:'
  const name = secure ? `__Host-${NAME}` : NAME
  const set = (value: string, maxAge: number) =>
    stringifySetCookie({ name, value, httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge })
  return {
    clear: () => set('', 0),
    write: (carried: Carried, now: Date) =>
      set(
        seal(JSON.stringify({ ...carried, until: now.getTime() + LIVES_SECONDS * 1000 }), secret, 'identity'),
        LIVES_SECONDS,
      ),
    /** Null where there is none, or it is too old, or was not made here. */
    read(header: string | undefined, now: Date): Carried | null {
      const sealed = parseCookie(header ?? '')[name]
      if (!sealed) return null
      try {
        const { until, ...carried } = JSON.parse(unseal(sealed, secret, 'identity')) as Carried & {
          until: number
        }
        return now.getTime() < until ? carried : null
      } catch {
        return null
      }
    },
  }
}
