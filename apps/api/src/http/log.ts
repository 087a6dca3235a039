// One line of JSON for each request, by its route and never by its address: addresses hold invitations, slips, calendars.
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

type Logger = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>

/** What stands behind `params:` in a failed query are values: figures, hashes, the text of a session. */
const VALUES = /\nparams:[\s\S]*$/

export const loggerAt = (level: string): Logger => ({
  level,
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  redact: ['req.headers', 'res.headers', 'body'],
  serializers: { err: withoutValues, req: () => ({}), res: () => ({}) },
})

function withoutValues(error: Error & { code?: string }): {
  type: string
  message: string
  stack: string
} {
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  const message = error.message.replace(VALUES, '')
  return {
    type: error.constructor.name,
    message: `${message}${cause}`,
    stack: (error.stack ?? '').replace(error.message, message),
  }
}

/** Logs what was asked, by whom, and how it went, once it is answered. */
export function installLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      person: request.caller?.actor.personId || null,
      key: request.caller?.origin.keyId ?? null,
      ip: request.ip,
    }
    request.log.info(line, 'answered')
  })
}
