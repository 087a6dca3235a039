import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ref } from '../../http/shapes.ts'
import { acceptInvitation, findInvitation } from '../people/index.ts'
import { listPlansInForce, today } from '../plans/index.ts'
import type { Accounts } from './accounts.ts'
import { clientOf, refusalOf } from './at-the-door.ts'
import { noteSignIn, noteSignOut } from './note-session.ts'
import { Acceptance, Credentials, Invitation, InvitationParams, Me, toWire } from './session.schema.ts'

const tags = ['access']
const Done = Type.Null({ description: 'Done' })

/** `attemptsPerMinute`: how often one address may try a password. */
export const sessionRoutes =
  (accounts: Accounts, attemptsPerMinute: number): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of [Credentials, Acceptance, Invitation, Me]) app.addSchema(schema)
    // Of its own: the library counts a request once per registration, and this one is counted by address already.
    await app.register(rateLimit, { global: false, enableDraftSpec: true })
    const tries = { max: attemptsPerMinute, timeWindow: '1 minute' }

    app.post(
      '/sessions',
      {
        config: { permission: 'session.open', rateLimit: tries },
        schema: {
          operationId: 'openSession',
          summary: 'Sign in',
          tags,
          security: [],
          body: ref(Credentials),
          response: { 204: Done },
        },
      },
      async (request, reply) => {
        const email = request.body.email.toLowerCase()
        const answered = await accounts.signIn({ ...request.body, email }, clientOf(request))
        await noteSignIn(request.context, email, answered)
        if (answered.outcome !== 'signed-in') throw refusalOf(answered)
        return reply
          .header('set-cookie', [...answered.cookies])
          .code(204)
          .send(null)
      },
    )

    app.delete(
      '/sessions/current',
      {
        config: { permission: 'session.close' },
        schema: { operationId: 'closeSession', summary: 'Sign out', tags, response: { 204: Done } },
      },
      async (request, reply) => {
        const cookies = await accounts.signOut(request.headers.cookie ?? '')
        await noteSignOut(request.context)
        return reply
          .header('set-cookie', [...cookies])
          .header('clear-site-data', '"cache"')
          .code(204)
          .send(null)
      },
    )

    app.get(
      '/invitations/:secret',
      {
        config: { permission: 'invitation.accept', rateLimit: tries },
        schema: {
          operationId: 'getInvitation',
          summary: 'Whom an invitation was made for',
          tags,
          security: [],
          params: InvitationParams,
          response: { 200: ref(Invitation) },
        },
      },
      async ({ params, context }) => {
        const person = await findInvitation(context, params.secret)
        return { name: person?.name ?? null, email: person?.email ?? null }
      },
    )

    app.post(
      '/invitations/:secret',
      {
        config: { permission: 'invitation.accept', rateLimit: tries },
        schema: {
          operationId: 'acceptInvitation',
          summary: 'Open an invitation: set the password, once',
          tags,
          security: [],
          params: InvitationParams,
          body: ref(Acceptance),
          response: { 204: Done },
        },
      },
      async ({ params, body, context }, reply) => {
        await acceptInvitation(context, params.secret, body)
        return reply.code(204).send(null)
      },
    )

    app.get(
      '/me',
      {
        config: { permission: 'me.read' },
        schema: {
          operationId: 'getMe',
          summary: 'Who am I, and what may I do',
          tags,
          response: { 200: ref(Me) },
        },
      },
      async ({ context }) => toWire(context.actor, await listPlansInForce(context), today(context)),
    )
  }
