// A repeated POST with the same Idempotency-Key has one effect: key, effect and answer commit together.
import { and, eq } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { canonicalJson, sha256 } from '../core/canonical-json.ts'
import type { Context, Tx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { retrying } from '../core/retry.ts'
import type { Db } from '../db/client.ts'
import { idempotency } from '../db/schema/index.ts'

const MAX_KEY = 255

/** Answers once: without a key it simply runs; with one, a repeat gets the first answer and changes nothing. */
export function answerOnce(db: Db) {
  return async (request: FastifyRequest, reply: FastifyReply, status: number, work: (context: Context) => Promise<unknown>): Promise<FastifyReply> => {
    const key = readKey(request)
    if (key === null) return reply.code(status).send(await work(request.context))
    const principal = request.caller.origin.keyId ?? request.caller.actor.personId
    const fingerprint = fingerprintOf(request)
    const answer = await retrying(() =>
      db.transaction(async (tx) => {
        const stored = await claim(tx as Tx, { principal, key, fingerprint }, request.caller.now())
        if (stored) return { ...stored, replayed: true }
        const body = await work(request.contextInside(tx as Tx))
        const done = { status: reply.statusCode === 200 ? status : reply.statusCode, body }
        await tx.update(idempotency).set(done).where(and(eq(idempotency.principal, principal), eq(idempotency.key, key)))
        return { ...done, replayed: false }
      }),
    )
    if (answer.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(answer.status).send(answer.body)
  }
}

/** Null when this request is the first with its key; otherwise the answer that the first one got. */
async function claim(tx: Tx, claimed: { principal: string; key: string; fingerprint: string }, now: Date) {
  const inserted = await tx.insert(idempotency).values({ ...claimed, createdAt: now.toISOString() }).onConflictDoNothing().returning()
  if (inserted.length > 0) return null
  const [stored] = await tx.select().from(idempotency).where(and(eq(idempotency.principal, claimed.principal), eq(idempotency.key, claimed.key)))
  if (!stored || stored.status === null) throw new AppError('idempotency-key.in-progress')
  if (stored.fingerprint !== claimed.fingerprint) throw new AppError('idempotency-key.reused')
  return { status: stored.status, body: stored.body }
}

function readKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header.trim() : ''
  if (key === '') {
    const required = request.routeOptions.config.idempotency === 'required' || request.caller.origin.keyId !== null
    if (required) throw new AppError('idempotency-key.missing')
    return null
  }
  if (key.length > MAX_KEY) throw new AppError('validation-failed', { faults: [{ pointer: '/idempotency-key', in: 'header', code: 'max_length', params: { limit: MAX_KEY } }] })
  return key
}

function fingerprintOf(request: FastifyRequest): string {
  const body = Buffer.isBuffer(request.body) ? request.body : canonicalJson(request.body ?? null)
  return sha256(`${request.method} ${request.url}\n${request.headers['content-type'] ?? ''}\n${sha256(body)}`)
}
