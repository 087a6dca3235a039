// The frame of what everybody may see: no cookie, no key, nothing to write; other sites may read it too.
import swagger from '@fastify/swagger'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { contextOver } from '../core/change.ts'
import type { Caller } from '../core/context.ts'
import type { Db } from '../db/client.ts'
import { documentProblems } from './document-problems.ts'
import { documentIn, finish, keepUsed, SPOKEN_BY, serverAt } from './openapi-finish.ts'
import { sendNotFound } from './problems.ts'
import { installRateLimit } from './rate-limit.ts'
import { NOBODY } from './session.ts'
import { Problem } from './shapes.ts'

export const PUBLIC_PREFIX = '/public/v1'

const PROBLEMS = [400, 404, 429, 500, 503] as const
const TAGS = [
  { name: 'plans', description: 'The plans that are public' },
  { name: 'indicators', description: 'Indicators: approved figures, with date and source' },
  { name: 'reports', description: 'Issued reports, deadlines kept' },
  { name: 'data', description: 'Tables to take along, and what describes them' },
]
const DESCRIPTION = `What a ward shows everybody of a plan: approved figures only, with date and source.

No account, no key, no cookie. Answers carry an ETag: send it back as If-None-Match. Errors are RFC 9457 problems with a
stable \`code\`. A day is YYYY-MM-DD in Asia/Ho_Chi_Minh. Inside v1 there are only additions.`

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI document of this scope’s routes. */
    publicSwagger: () => object
    publicDocument: () => object
  }
}

/** Every request is nobody’s, whatever it brings along; a route that is not open to anyone does not start. */
export async function installPublicFrame(
  app: FastifyInstance,
  db: Db,
  now: () => Date,
  requestsPerMinute: number,
): Promise<void> {
  await installRateLimit(app, requestsPerMinute)
  app.decorateRequest('caller')
  app.decorateRequest('context')
  app.addHook('onRequest', async (request) => {
    const caller: Caller = {
      actor: NOBODY,
      origin: { ip: request.ip, requestId: request.id, keyId: null },
      now,
    }
    const asNobody = { known: false, refusedBecause: null, requestsPerMinute: null, sessionId: null }
    request.caller = { ...caller, ...asNobody }
    request.context = contextOver(db, caller)
  })
  app.addHook('onRoute', requireOpen)
}

/** The document of the routes of this scope, and the answer to what is not among them. */
export async function installPublicDocument(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, RateLimit, RateLimit-Policy, Retry-After',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
  await app.register(swagger, {
    decorator: 'publicSwagger' as 'swagger',
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tiến Độ: what everybody may see',
        version: '1',
        description: DESCRIPTION,
        ...SPOKEN_BY,
      },
      servers: [serverAt(PUBLIC_PREFIX)],
      tags: TAGS,
      security: [],
    },
    refResolver: { buildLocalReference: (schema) => String(schema.$id) },
    transform: ({ schema, url }) => ({
      schema: { ...(schema as object), description: 'Open to anyone.', security: [] } as never,
      url: url.slice(PUBLIC_PREFIX.length) || '/',
    }),
    transformObject: (made) => keepUsed(finish(documentIn(made))) as never,
  })
  app.addSchema(Problem)
  app.get(
    '/openapi.json',
    { config: { permission: 'public.read' }, schema: { hide: true } },
    (_request, reply) => reply.header('cache-control', 'public, max-age=60').send(app.publicSwagger()),
  )
  app.options('/*', { config: { permission: 'public.read' }, schema: { hide: true } }, (_request, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'if-none-match',
        'access-control-max-age': '86400',
      })
      .send(),
  )
  app.setNotFoundHandler((request, reply) => sendNotFound(app, request, reply))
}

function requireOpen(route: RouteOptions): void {
  const name = `${String(route.method)} ${route.url}`
  if (route.config?.permission !== 'public.read') throw new Error(`${name}: not open to anyone`)
  const { hide, response } = (route.schema ?? {}) as { hide?: boolean; response?: Record<string, unknown> }
  if (hide) return
  if (!response) throw new Error(`${name}: no response schema`)
  documentProblems(response, PROBLEMS)
}
