// A flood from one address is turned away before it costs the database anything.
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** Counts every request of the service; `perMinute` of 0 counts nothing. */
export async function installRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return
  await app.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    max: perMinute,
    timeWindow: '1 minute',
    // A supervisor that shares an address with everybody else must not take a busy house for a dead one.
    allowList: (request) => request.routeOptions.config.permission === 'service.read',
  })
  app.addHook('onRequest', app.rateLimit())
}
