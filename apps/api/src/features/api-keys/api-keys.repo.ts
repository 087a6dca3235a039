import type { PlanId } from '@tien-do/domain/ids'
import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import type { Db } from '../../db/client.ts'
import { apiKey, person, plan } from '../../db/schema/index.ts'

const USE_NOTED_EVERY_MS = 60_000

export type ApiKeyRow = typeof apiKey.$inferSelect & { readonly ownerName: string; readonly planCode: string }

function selectFrom(read: Reader | Tx) {
  return read
    .select({ key: apiKey, ownerName: person.name, planCode: plan.code })
    .from(apiKey)
    .innerJoin(person, eq(person.id, apiKey.ownerId))
    .innerJoin(plan, eq(plan.id, apiKey.planId))
}

const flat = (row: { key: typeof apiKey.$inferSelect; ownerName: string; planCode: string }): ApiKeyRow => ({
  ...row.key,
  ownerName: row.ownerName,
  planCode: row.planCode,
})

export async function findKeyByPrefix(read: Reader, prefix: string): Promise<ApiKeyRow | undefined> {
  const [row] = await selectFrom(read).where(eq(apiKey.prefix, prefix))
  return row && flat(row)
}

export async function findKey(read: Reader | Tx, planId: PlanId, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(apiKey.planId, planId), eq(apiKey.id, id)))
  return row && flat(row)
}

export async function listKeys(read: Reader, planId: PlanId): Promise<ApiKeyRow[]> {
  const rows = await selectFrom(read)
    .where(eq(apiKey.planId, planId))
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id))
    .limit(500)
  return rows.map(flat)
}

export async function insertKey(tx: Tx, row: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(row)
}

/** A key that is on its way out lives no longer than this. */
export async function shortenLife(tx: Tx, id: string, expiresAt: string): Promise<void> {
  await tx
    .update(apiKey)
    .set({ expiresAt })
    .where(and(eq(apiKey.id, id), gt(apiKey.expiresAt, expiresAt)))
}

/** Held until the change commits: two rotations of one key do not both make a new one. */
export async function lockKey(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: apiKey.id }).from(apiKey).where(eq(apiKey.id, id)).for('update')
}

/** Whether another key has taken over from this one and still lives. */
export async function hasSuccessor(read: Reader | Tx, id: string, at: string): Promise<boolean> {
  const living = and(eq(apiKey.replacesId, id), isNull(apiKey.revokedAt), gt(apiKey.expiresAt, at))
  const [row] = await read.select({ id: apiKey.id }).from(apiKey).where(living).limit(1)
  return row !== undefined
}

export async function markRevoked(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .update(apiKey)
    .set({ revokedAt: at })
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
}

/** Notes the use at most once a minute. Not a change of the ward's facts, so no audit row. */
export async function noteUse(
  db: Db,
  { id, lastUsedAt }: Pick<ApiKeyRow, 'id' | 'lastUsedAt'>,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - USE_NOTED_EVERY_MS).toISOString()
  if (lastUsedAt !== null && new Date(lastUsedAt).toISOString() >= before) return
  await db
    .update(apiKey)
    .set({ lastUsedAt: now.toISOString() })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, before))))
}
