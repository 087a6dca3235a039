import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import type { Db } from '../../db/client.ts'
import { secondFactor } from '../../db/schema/index.ts'

export async function findSecondFactor(read: Reader | Tx, personId: string) {
  const [row] = await read.select().from(secondFactor).where(eq(secondFactor.personId, personId))
  return row
}

export async function hasSecondFactor(read: Reader | Tx, personId: string): Promise<boolean> {
  return ((await findSecondFactor(read, personId))?.confirmedAt ?? null) !== null
}

/** Begins again where one was begun and never proved. */
export async function storeSecret(tx: Tx, personId: string, secret: string): Promise<void> {
  await tx
    .insert(secondFactor)
    .values({ personId, secret })
    .onConflictDoUpdate({ target: secondFactor.personId, set: { secret, lastStep: null } })
}

export async function confirm(tx: Tx, personId: string, at: string, recovery: string[]): Promise<void> {
  await tx.update(secondFactor).set({ confirmedAt: at, recovery }).where(eq(secondFactor.personId, personId))
}

export async function removeSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.delete(secondFactor).where(eq(secondFactor.personId, personId))
}

/** False when a code of this step or a later one was taken already. */
export async function takeStep(db: Db | Tx, personId: string, step: number): Promise<boolean> {
  const rows = await db
    .update(secondFactor)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactor.personId, personId),
        or(isNull(secondFactor.lastStep), lt(secondFactor.lastStep, step)),
      ),
    )
    .returning({ personId: secondFactor.personId })
  return rows.length > 0
}

/** False when there is no such recovery code left: each opens once. */
export async function takeRecovery(db: Db | Tx, personId: string, hash: string): Promise<boolean> {
  const rows = await db
    .update(secondFactor)
    .set({ recovery: sql`array_remove(${secondFactor.recovery}, ${hash})` })
    .where(and(eq(secondFactor.personId, personId), sql`${hash} = any(${secondFactor.recovery})`))
    .returning({ personId: secondFactor.personId })
  return rows.length > 0
}
