// better-auth, core only: passwords and sessions in its own tables. Its routes are not exposed; ours call it.

import { eq } from 'drizzle-orm'
import { once } from '../../core/once.ts'
import type { Db } from '../../db/client.ts'
import { authAccount, authSession, authUser, authVerification } from '../../db/schema/index.ts'
import { hashPassword, MAX_PASSWORD, verifyPassword } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { checkCode } from './check-code.ts'
import { noteFailure, noteSuccess, readTries } from './sign-in-try.repo.ts'

const SESSION_COOKIE = 'tien_do_session'
const SESSION_SECONDS = 12 * 60 * 60
const SHORTEST_EVER = 1

const headersOf = ({ ip, userAgent }: { ip: string; userAgent: string }) =>
  new Headers({ 'x-client-ip': ip, 'user-agent': userAgent })

export function openAccounts(db: Db, secret: string, publicUrl: URL, now: () => Date): Accounts {
  const secure = publicUrl.protocol === 'https:'
  // Read from disk when somebody first comes with a cookie or a password: the service answers earlier.
  const auth = once(async () => {
    const { betterAuth } = await import('better-auth/minimal')
    const { drizzleAdapter } = await import('better-auth/adapters/drizzle')
    const { openKnown } = await import('./open-known.ts')
    return betterAuth({
      secret,
      baseURL: publicUrl.origin,
      database: drizzleAdapter(db, {
        provider: 'pg',
        schema: {
          user: authUser,
          session: authSession,
          account: authAccount,
          verification: authVerification,
        },
      }),
      emailAndPassword: {
        enabled: true,
        disableSignUp: true,
        // What is asked of a new password is decided where it is set; here any stored one may be tried.
        minPasswordLength: SHORTEST_EVER,
        maxPasswordLength: MAX_PASSWORD,
        password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
      },
      account: { accountLinking: { enabled: false } },
      session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
      advanced: {
        // It would put __Secure- before our own __Host-, which a browser then no longer takes as either.
        useSecureCookies: false,
        ipAddress: { ipAddressHeaders: ['x-client-ip'] },
        cookies: {
          session_token: {
            name: secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE,
            attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
          },
        },
      },
      plugins: [openKnown()],
      telemetry: { enabled: false },
      logger: { disabled: true },
    })
  })
  async function byPassword(email: string, password: string, client: { ip: string; userAgent: string }) {
    try {
      const result = await (await auth()).api.signInEmail({
        body: { email, password },
        headers: headersOf(client),
        returnHeaders: true,
      })
      const { user, token } = result.response
      return { personId: user.id, token, cookies: result.headers.getSetCookie() }
    } catch (error) {
      if ((error as { status?: unknown }).status === 'UNAUTHORIZED') return null
      throw error
    }
  }
  return {
    signIn: async ({ email, password, code }, client) => {
      const tries = await readTries(db, email, client.ip, now())
      if (tries.wait > 0) return { outcome: 'wait', seconds: tries.wait }
      const opened = await byPassword(email, password, client)
      if (!opened) {
        await noteFailure(db, tries, now())
        return { outcome: 'wrong-credentials' }
      }
      const { personId, token, cookies } = opened
      const factor = await checkCode(db, secret, personId, code, now())
      if (factor !== 'proved') {
        // Nobody has seen its cookie.
        await db.delete(authSession).where(eq(authSession.token, token))
        if (factor === 'wrong-code') await noteFailure(db, tries, now())
        return { outcome: factor, personId }
      }
      await noteSuccess(db, tries.account, client.ip, now())
      return { outcome: 'signed-in', personId, cookies }
    },
    open: async (personId, client) => {
      const result = await (await auth()).api.openKnown({
        body: { personId },
        headers: headersOf(client),
        returnHeaders: true,
      })
      return result.headers.getSetCookie()
    },
    signOut: async (cookie) => {
      const result = await (await auth()).api.signOut({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      return result.headers.getSetCookie()
    },
    sessionOf: async (cookie) => {
      if (!cookie.includes(SESSION_COOKIE)) return null
      const found = await (await auth()).api.getSession({ headers: new Headers({ cookie }) })
      return (
        found && { personId: found.user.id, sessionId: found.session.id, seenAt: found.session.updatedAt }
      )
    },
  }
}
