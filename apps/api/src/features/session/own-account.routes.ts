// What guards one's own account: the password, the second factor, the sessions that are open.
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { owesSecondFactor } from '@tien-do/domain/sign-in'
import { Type } from 'typebox'
import { ref } from '../../http/shapes.ts'
import { changePassword, findOwnGrants } from '../people/index.ts'
import { today } from '../plans/index.ts'
import { uriOf } from './one-time-code.ts'
import {
  FactorCode,
  FactorSecret,
  PasswordChange,
  PasswordProof,
  RecoveryCodes,
  Security,
  SessionParams,
} from './own-account.schema.ts'
import {
  endOtherSessions,
  endSession,
  endSessionsOf,
  getSecurity,
  proveAgain,
} from './own-sessions.service.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from './second-factor.service.ts'

const tags = ['access']
const Done = Type.Null({ description: 'Done' })

export interface AccountSettings {
  /** Encrypts what authenticators share with the house. */
  readonly secret: string
  readonly attemptsPerMinute: number
  readonly requireSecondFactor: boolean
}

export const ownAccountRoutes =
  ({ secret, attemptsPerMinute, requireSecondFactor }: AccountSettings): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of [Security, PasswordChange, PasswordProof, FactorSecret, FactorCode, RecoveryCodes])
      app.addSchema(schema)
    await app.register(rateLimit, { global: false, enableDraftSpec: true })
    // A password is asked here too: it is tried as rarely as at the door.
    const config = {
      permission: 'account.change',
      rateLimit: { max: attemptsPerMinute, timeWindow: '1 minute' },
    } as const

    app.get(
      '/me/security',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'getSecurity',
          summary: 'The caller’s second factor and open sessions',
          tags,
          response: { 200: ref(Security) },
        },
      },
      async ({ context, caller }) => {
        const owes = requireSecondFactor && owesSecondFactor(await findOwnGrants(context, today(context)))
        return getSecurity(context, caller.sessionId, owes)
      },
    )

    app.post(
      '/me/password',
      {
        config,
        schema: {
          operationId: 'changePassword',
          summary: 'Set another password; every other session ends',
          tags,
          body: ref(PasswordChange),
          response: { 204: Done },
        },
      },
      async ({ context, body, caller }, reply) => {
        await changePassword(context, body, (tx) => endSessionsOf(tx, context, caller.sessionId))
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/me/second-factor',
      {
        config,
        schema: {
          operationId: 'beginSecondFactor',
          summary: 'A secret for the authenticator; it counts once a code has proved it',
          tags,
          body: ref(PasswordProof),
          response: { 201: ref(FactorSecret) },
        },
      },
      // Never through the store of answers: the secret is kept nowhere in clear.
      async ({ context, body }, reply) => {
        const made = await beginSecondFactor(context, body.password, secret)
        return reply.code(201).send({ secret: made, uri: uriOf(made, context.actor.name) })
      },
    )

    app.post(
      '/me/second-factor/confirm',
      {
        config,
        schema: {
          operationId: 'confirmSecondFactor',
          summary: 'Prove the authenticator with its code; the recovery codes are shown once',
          tags,
          body: ref(FactorCode),
          response: { 200: ref(RecoveryCodes) },
        },
      },
      async ({ context, body }) => ({ codes: await confirmSecondFactor(context, body.code, secret) }),
    )

    app.post(
      '/me/second-factor/remove',
      {
        config,
        schema: {
          operationId: 'removeSecondFactor',
          summary: 'Do without the second factor again',
          tags,
          body: ref(PasswordProof),
          response: { 204: Done },
        },
      },
      async ({ context, body }, reply) => {
        await removeSecondFactor(context, body.password)
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/sessions/current/proof',
      {
        config: { permission: 'session.prove', rateLimit: config.rateLimit },
        schema: {
          operationId: 'proveSession',
          summary: 'Give the password again, for acts that ask for it',
          tags,
          body: ref(PasswordProof),
          response: { 204: Done },
        },
      },
      async ({ context, body, caller }, reply) => {
        await proveAgain(context, caller.sessionId, body.password)
        return reply.code(204).send(null)
      },
    )

    app.delete(
      '/me/sessions/:id',
      {
        config: { permission: 'session.close' },
        schema: {
          operationId: 'endSession',
          summary: 'End one of one’s own sessions, at once',
          tags,
          params: SessionParams,
          response: { 204: Done },
        },
      },
      async ({ params, context }, reply) => {
        await endSession(context, params.id)
        return reply.code(204).send(null)
      },
    )

    app.delete(
      '/me/sessions',
      {
        config: { permission: 'session.close' },
        schema: {
          operationId: 'endOtherSessions',
          summary: 'End all of one’s own sessions but this one',
          tags,
          response: { 204: Done },
        },
      },
      async ({ context, caller }, reply) => {
        await endOtherSessions(context, caller.sessionId)
        return reply.code(204).send(null)
      },
    )
  }
