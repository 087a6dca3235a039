// The stored answers of requests that carried an Idempotency-Key.
import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import type { Db } from '../db/client.ts'
import { idempotency } from '../db/schema/index.ts'

export interface Claim {
  readonly principal: string
  readonly key: string
  readonly fingerprint: string
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Null when this request is the first with its key; otherwise the answer that the first one got. */
export async function claim(tx: Tx, claimed: Claim, now: Date): Promise<Answer | null> {
  const inserted = await tx
    .insert(idempotency)
    .values({ ...claimed, createdAt: now.toISOString() })
    .onConflictDoNothing()
    .returning()
  if (inserted.length > 0) return null
  const [stored] = await tx
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.principal, claimed.principal), eq(idempotency.key, claimed.key)))
  if (!stored || stored.status === null) throw new AppError('idempotency-key.in-progress')
  if (stored.fingerprint !== claimed.fingerprint) throw new AppError('idempotency-key.reused')
  return { status: stored.status, body: stored.body }
}

export async function storeAnswer(tx: Tx, claimed: Claim, answer: Answer): Promise<void> {
  await tx
    .update(idempotency)
    .set(answer)
    .where(and(eq(idempotency.principal, claimed.principal), eq(idempotency.key, claimed.key)))
}

/** A key that is older than that may be used again. */
export async function forgetAnswers(db: Db, before: Date): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.createdAt, before.toISOString()))
}
