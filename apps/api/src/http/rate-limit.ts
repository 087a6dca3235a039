// A flood is turned away before it costs the database anything: from one address, and from one key.
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { AppError } from '../core/errors.ts'

const WINDOW_SECONDS = 60

declare module 'fastify' {
  interface FastifyRequest {
    /** What the key of this request has left of its minute. */
    keyAllowance: Allowance | null
  }
}

interface Allowance {
  readonly max: number
  readonly remaining: number
  readonly seconds: number
}

/** Counts every request of the service by its address; `perMinute` of 0 counts nothing. */
export async function installRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    max: perMinute,
    timeWindow: WINDOW_SECONDS * 1000,
    // A supervisor that shares an address with everybody else must not take a busy house for a dead one.
    allowList: (request) => request.routeOptions.config.permission === 'service.read',
  })
  if (perMinute > 0) app.addHook('onRequest', app.rateLimit())
  app.decorateRequest('keyAllowance', null)
  app.addHook('onSend', async (request, reply) => sayAllowances(reply, request.keyAllowance))
}

/** Counts the requests of each API key, wherever they come from; to be installed where the caller is known. */
export function installKeyLimit(app: FastifyInstance): void {
  const count = app.createRateLimit({
    max: (request) => request.caller.requestsPerMinute ?? 0,
    timeWindow: WINDOW_SECONDS * 1000,
    keyGenerator: (request) => `key ${request.caller.origin.keyId}`,
    allowList: [],
  })
  app.addHook('onRequest', async (request) => {
    if (request.caller.requestsPerMinute === null) return
    const counted = await count(request)
    if (counted.isAllowed) return
    request.keyAllowance = {
      max: counted.max,
      remaining: counted.remaining,
      seconds: counted.ttlInSeconds,
    }
    if (counted.isExceeded)
      throw new AppError('rate.limited', { headers: { 'retry-after': String(counted.ttlInSeconds) } })
  })
}

/** The two fields of draft-ietf-httpapi-ratelimit-headers, beside the three older ones. */
function sayAllowances(reply: FastifyReply, key: Allowance | null): void {
  const [max, remaining, seconds] = ['limit', 'remaining', 'reset'].map((name) =>
    Number(reply.getHeader(`ratelimit-${name}`) ?? Number.NaN),
  ) as [number, number, number]
  const allowances = [
    ...(Number.isNaN(max) ? [] : [['address', { max, remaining, seconds }] as const]),
    ...(key ? [['key', key] as const] : []),
  ]
  if (allowances.length === 0) return
  reply.header(
    'ratelimit-policy',
    allowances.map(([name, { max: most }]) => `"${name}";q=${most};w=${WINDOW_SECONDS}`).join(', '),
  )
  reply.header(
    'ratelimit',
    allowances.map(([name, left]) => `"${name}";r=${left.remaining};t=${left.seconds}`).join(', '),
  )
}
