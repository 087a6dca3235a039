// A session for somebody who proved elsewhere who they are. Called from here only: better-auth's routes are not exposed.
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'

interface Known {
  personId: string
}

export const openKnown = () => ({
  id: 'open-known',
  endpoints: {
    openKnown: createAuthEndpoint(
      '/open-known',
      {
        method: 'POST',
        requireHeaders: true,
        metadata: { SERVER_ONLY: true, $Infer: { body: {} as Known } },
      },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.personId)
        if (!user) throw new Error('no account of this person')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ id: session.id })
      },
    ),
  },
})
