// The way to the office's identity provider and back.
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { AppError } from '../../core/errors.ts'
import type { Db } from '../../db/client.ts'
import { ref } from '../../http/shapes.ts'
import type { Accounts } from './accounts.ts'
import { clientOf, refusalOf } from './at-the-door.ts'
import { BackQuery, ProviderAnswer, SignInCode, SignInOptions, SignInWay } from './identity.schema.ts'
import { linkOwnIdentity, recogniseIdentity, unlinkOwnIdentity } from './identity.service.ts'
import { type Carried, identityCookies } from './identity-cookie.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { noteSignIn } from './note-session.ts'
import { PasswordProof } from './own-account.schema.ts'
import { proveCode } from './prove-code.ts'

const tags = ['access']
const Done = Type.Null({ description: 'Done' })
const HOME = '/'
const ACCOUNT = '/tai-khoan'

/** Where the provider sends the browser back to: the page at the door, which hands over what came. */
export const callbackAt = (publicUrl: URL): URL => new URL('/dang-nhap', publicUrl)

interface IdentityParts {
  readonly db: Db
  readonly accounts: Accounts
  /** Null: there is none, and every way to it says so. */
  readonly provider: IdentityProvider | null
  readonly publicUrl: URL
  readonly secret: string
  readonly attemptsPerMinute: number
}

export const identityRoutes =
  ({
    db,
    accounts,
    provider,
    publicUrl,
    secret,
    attemptsPerMinute,
  }: IdentityParts): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of [SignInOptions, SignInWay, ProviderAnswer, SignInCode, PasswordProof])
      app.addSchema(schema)
    await app.register(rateLimit, { global: false, enableDraftSpec: true })
    const tries = { max: attemptsPerMinute, timeWindow: '1 minute' }
    const cookies = identityCookies(secret, publicUrl)

    /** Sends the browser to the provider, with what it must bring back. */
    async function ask(request: FastifyRequest, reply: FastifyReply, back: string, linkFor: string | null) {
      if (!provider) throw new AppError('identity.none')
      const { url, asked } = await provider.ask().catch((cause: unknown) => {
        throw new AppError('identity.unreachable', { cause })
      })
      const carried: Carried = { step: 'asked', asked, back: pathOf(back, publicUrl), linkFor }
      reply.header('set-cookie', cookies.write(carried, request.context.now()))
      return url.href
    }

    app.get(
      '/sign-in-options',
      {
        config: { permission: 'session.open' },
        schema: {
          operationId: 'getSignInOptions',
          summary: 'How one may sign in here',
          tags,
          security: [],
          response: { 200: ref(SignInOptions) },
        },
      },
      async () => ({ identityProvider: provider && { name: provider.name } }),
    )

    app.post(
      '/sessions/identity',
      {
        config: { permission: 'session.open', rateLimit: tries },
        schema: {
          operationId: 'askIdentityProvider',
          summary: 'Begin to sign in with an account of the office',
          tags,
          security: [],
          querystring: BackQuery,
          response: { 201: ref(SignInWay) },
        },
      },
      async (request, reply) => {
        const to = await ask(request, reply, request.query.back ?? HOME, null)
        return reply.code(201).send({ to })
      },
    )

    app.post(
      '/sessions/identity/answer',
      {
        config: { permission: 'session.open', rateLimit: tries },
        schema: {
          operationId: 'answerOfIdentityProvider',
          summary: 'What the identity provider sent the browser back with',
          tags,
          security: [],
          body: ref(ProviderAnswer),
          response: { 201: ref(SignInWay) },
        },
      },
      async (request, reply) => {
        const now = request.context.now()
        const carried = cookies.read(request.headers.cookie, now)
        if (!provider || carried?.step !== 'asked') throw new AppError('identity.failed')
        const answer = new URL(request.body.answer, callbackAt(publicUrl))
        // Whatever comes of it: this way is over.
        const over = (error: AppError) => {
          reply.header('set-cookie', cookies.clear())
          return error
        }
        const identity = await provider.redeem(answer, carried.asked).catch((cause: unknown) => {
          throw over(new AppError('identity.failed', { cause }))
        })
        const go = (path: string, set: readonly string[]) =>
          reply
            .header('set-cookie', [...set])
            .code(201)
            .send({ to: new URL(path, publicUrl).href })
        if (carried.linkFor !== null) {
          const linking: Carried = { step: 'linking', identity, linkFor: carried.linkFor }
          return go(`${ACCOUNT}?buoc=lien-ket`, [cookies.write(linking, now)])
        }

        const known = await recogniseIdentity(request.context, db, identity)
        await noteSignIn(request.context, `${identity.issuer} ${identity.subject}`, known)
        if (known.outcome === 'unknown-identity') throw over(new AppError('identity.unknown'))
        const { personId, email } = known
        if (known.outcome === 'code-required') {
          reply.header(
            'set-cookie',
            cookies.write({ step: 'named', personId, email, back: carried.back }, now),
          )
          throw new AppError('session.code-required')
        }
        return go(carried.back, [cookies.clear(), ...(await accounts.open(personId, clientOf(request)))])
      },
    )

    app.post(
      '/sessions/identity/code',
      {
        config: { permission: 'session.open', rateLimit: tries },
        schema: {
          operationId: 'finishIdentitySession',
          summary: 'The code of the second step, after the identity provider has named who it is',
          tags,
          security: [],
          body: ref(SignInCode),
          response: { 201: ref(SignInWay) },
        },
      },
      async (request, reply) => {
        const carried = cookies.read(request.headers.cookie, request.context.now())
        if (carried?.step !== 'named') throw new AppError('identity.failed')
        const { personId, email, back } = carried
        const { code } = request.body
        const said = await proveCode(db, secret, { personId, email, code }, request.ip, request.context.now())
        await noteSignIn(request.context, email, said)
        if (said.outcome !== 'signed-in') throw refusalOf(said)
        return reply
          .header('set-cookie', [cookies.clear(), ...(await accounts.open(personId, clientOf(request)))])
          .code(201)
          .send({ to: new URL(back, publicUrl).href })
      },
    )

    app.post(
      '/me/identity',
      {
        config: { permission: 'account.change', rateLimit: tries },
        schema: {
          operationId: 'linkIdentity',
          summary: 'Begin to link an account of the office to one’s own',
          tags,
          response: { 201: ref(SignInWay) },
        },
      },
      async (request, reply) => {
        const to = await ask(request, reply, ACCOUNT, request.context.actor.personId)
        return reply.code(201).send({ to })
      },
    )

    app.post(
      '/me/identity/confirm',
      {
        config: { permission: 'account.change' },
        schema: {
          operationId: 'confirmIdentity',
          summary: 'Link the account that the identity provider has just named',
          tags,
          response: { 204: Done },
        },
      },
      async ({ context, headers }, reply) => {
        const carried = cookies.read(headers.cookie, context.now())
        // Whoever began must be who ends: otherwise somebody could be lent a stranger's account.
        if (carried?.step !== 'linking' || carried.linkFor !== context.actor.personId)
          throw new AppError('identity.failed')
        await linkOwnIdentity(context, carried.identity)
        return reply.header('set-cookie', cookies.clear()).code(204).send(null)
      },
    )

    app.post(
      '/me/identity/remove',
      {
        config: { permission: 'account.change', rateLimit: tries },
        schema: {
          operationId: 'unlinkIdentity',
          summary: 'Sign in with the password only again',
          tags,
          body: ref(PasswordProof),
          response: { 204: Done },
        },
      },
      async ({ context, body }, reply) => {
        await unlinkOwnIdentity(context, body.password)
        return reply.code(204).send(null)
      },
    )
  }

/** The path if it is one of ours, whatever it is spelled like; else home. */
function pathOf(back: string, publicUrl: URL): string {
  if (!URL.canParse(back, publicUrl.origin)) return HOME
  const url = new URL(back, publicUrl.origin)
  return url.origin === publicUrl.origin ? url.pathname + url.search : HOME
}
