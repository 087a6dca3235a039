// Is it alive, is it ready. Not under a feature of the ward: what a supervisor asks.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AppError } from '../../core/errors.ts'
import { oneOf, ref } from '../../http/shapes.ts'

const Health = Type.Object(
  { status: oneOf(['ok'] as const) },
  { $id: 'Health', additionalProperties: false, examples: [{ status: 'ok' }] },
)
const Readiness = Type.Object(
  {
    status: oneOf(['ready'] as const),
    database: oneOf(['postgres', 'pglite'] as const),
    /** What a committed write survives: the embedded database does not flush to disk at each commit. */
    survives: oneOf(['power-cut', 'killed-process'] as const),
  },
  {
    $id: 'Readiness',
    additionalProperties: false,
    examples: [{ status: 'ready', database: 'postgres', survives: 'power-cut' }],
  },
)

export interface Vitals {
  readonly engine: 'postgres' | 'pglite'
  readonly ping: () => Promise<void>
}

export const serviceRoutes =
  (vitals: Vitals): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const schema of [Health, Readiness]) app.addSchema(schema)

    app.get(
      '/healthz',
      {
        config: { permission: 'service.read' },
        schema: {
          operationId: 'getHealth',
          summary: 'The process answers',
          tags: ['service'],
          security: [],
          response: { 200: ref(Health) },
        },
      },
      async () => ({ status: 'ok' as const }),
    )

    app.get(
      '/readyz',
      {
        config: { permission: 'service.read' },
        schema: {
          operationId: 'getReadiness',
          summary: 'The database answers',
          tags: ['service'],
          security: [],
          response: { 200: ref(Readiness) },
        },
      },
      async () => {
        await vitals.ping().catch((cause: unknown) => {
          throw new AppError('database.unavailable', { cause })
        })
        return {
          status: 'ready' as const,
          database: vitals.engine,
          survives: vitals.engine === 'postgres' ? ('power-cut' as const) : ('killed-process' as const),
        }
      },
    )
  }
