// A repeated POST with the same Idempotency-Key has one effect: key, effect and answer commit together.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { canonicalJson, sha256 } from '../core/canonical-json.ts'
import type { Context, Tx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { retrying } from '../core/retry.ts'
import type { Db } from '../db/client.ts'
import { type Claim, claim, storeAnswer } from './idempotency.repo.ts'

const MAX_KEY = 255

/** For the `headers` of a route that answers once. */
export const IDEMPOTENCY_KEY = {
  'idempotency-key': Type.Optional(
    Type.String({
      maxLength: MAX_KEY,
      pattern: '^[ -~]*$',
      description:
        'Repeat a request with it and it happens once; required of API keys, and of every import that commits',
    }),
  ),
}

/** The status of a success: fixed, or told by the answer itself. */
type Status<Body> = number | ((body: Body) => number)

function statusOf<Body>(status: Status<Body>, body: Body): number {
  return typeof status === 'number' ? status : status(body)
}

/** Answers once: without a key it simply runs; with one, a repeat gets the first answer and changes nothing. */
export function answerOnce(db: Db) {
  return async <Body>(
    request: FastifyRequest,
    reply: FastifyReply,
    status: Status<Body>,
    work: (context: Context) => Promise<Body>,
  ) => {
    const key = readKey(request)
    if (key === null) {
      const body = await work(request.context)
      return reply.code(statusOf(status, body)).send(body)
    }
    const principal = request.caller.origin.keyId ?? request.caller.actor.personId
    const fingerprint = fingerprintOf(request)
    const answer = await retrying(() =>
      db.transaction(async (tx) => {
        const claimed: Claim = { principal, key, fingerprint }
        const stored = await claim(tx as Tx, claimed, request.caller.now())
        if (stored) return { ...stored, replayed: true }
        const body = await work(request.contextInside(tx as Tx))
        const done = { status: statusOf(status, body), body }
        await storeAnswer(tx as Tx, claimed, done)
        return { ...done, replayed: false }
      }),
    )
    if (answer.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(answer.status).send(answer.body)
  }
}

function readKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header.trim() : ''
  if (key === '') {
    const required =
      request.routeOptions.config.idempotency === 'required' || request.caller.origin.keyId !== null
    if (required) throw new AppError('idempotency-key.missing')
    return null
  }
  return key
}

function fingerprintOf(request: FastifyRequest): string {
  const body = Buffer.isBuffer(request.body) ? request.body : canonicalJson(request.body ?? null)
  return sha256(`${request.method} ${request.url}\n${request.headers['content-type'] ?? ''}\n${sha256(body)}`)
}
