import type { AreaId, PersonId, PlanId } from '@tien-do/domain/ids'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { area, person, plan, slip, slipFigure } from '../../db/schema/index.ts'

export type SlipFigureRow = typeof slipFigure.$inferSelect

export interface SlipRow extends Omit<typeof slip.$inferSelect, 'secretHash'> {
  readonly planId: PlanId
  readonly areaId: AreaId
  readonly planCode: string
  readonly areaCode: string
  readonly areaName: string
  readonly issuedByName: string
}

const MOST = 500

function selectFrom(read: Reader | Tx) {
  const { secretHash: _secret, ...shown } = columns
  return read
    .select({
      ...shown,
      planCode: plan.code,
      areaCode: area.code,
      areaName: area.name,
      issuedByName: person.name,
    })
    .from(slip)
    .innerJoin(plan, eq(plan.id, slip.planId))
    .innerJoin(area, eq(area.id, slip.areaId))
    .innerJoin(person, eq(person.id, slip.issuedBy))
}

const columns = {
  id: slip.id,
  planId: slip.planId,
  areaId: slip.areaId,
  year: slip.year,
  person: slip.person,
  indicators: slip.indicators,
  secretHash: slip.secretHash,
  issuedBy: slip.issuedBy,
  issuedAt: slip.issuedAt,
  expiresAt: slip.expiresAt,
  revokedAt: slip.revokedAt,
}

export async function insertSlip(tx: Tx, row: typeof slip.$inferInsert): Promise<void> {
  await tx.insert(slip).values(row)
}

/** The slips of a year, in the order in which they were made. */
export async function listSlipRows(read: Reader, planId: PlanId, year: number): Promise<SlipRow[]> {
  const rows = await selectFrom(read)
    .where(and(eq(slip.planId, planId), eq(slip.year, year)))
    .orderBy(asc(slip.issuedAt), asc(slip.id))
    .limit(MOST)
  return rows as SlipRow[]
}

export async function findSlip(read: Reader | Tx, planId: PlanId, id: string): Promise<SlipRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(slip.planId, planId), eq(slip.id, id)))
  return row as SlipRow | undefined
}

export async function findSlipByHash(read: Reader | Tx, secretHash: string): Promise<SlipRow | undefined> {
  const [row] = await selectFrom(read).where(eq(slip.secretHash, secretHash))
  return row as SlipRow | undefined
}

export async function listSlipFigures(
  read: Reader | Tx,
  slipIds: readonly string[],
): Promise<SlipFigureRow[]> {
  if (slipIds.length === 0) return []
  return read
    .select()
    .from(slipFigure)
    .where(inArray(slipFigure.slipId, [...slipIds]))
    .orderBy(asc(slipFigure.indicator))
}

/** Holds the slip while it is written: a confirmation and another sending do not cross. */
export async function lockSlip(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: slip.id }).from(slip).where(eq(slip.id, id)).for('update')
}

/** What was sent before and is not confirmed goes; what comes now takes its place. */
export async function replaceFigures(
  tx: Tx,
  slipId: string,
  rows: readonly (typeof slipFigure.$inferInsert)[],
): Promise<void> {
  await tx.delete(slipFigure).where(and(eq(slipFigure.slipId, slipId), isNull(slipFigure.confirmedAt)))
  if (rows.length > 0) await tx.insert(slipFigure).values([...rows])
}

export async function markConfirmed(
  tx: Tx,
  slipId: string,
  indicators: readonly string[],
  { by, at }: { by: PersonId; at: string },
): Promise<void> {
  if (indicators.length === 0) return
  await tx
    .update(slipFigure)
    .set({ confirmedAt: at, confirmedBy: by })
    .where(
      and(
        eq(slipFigure.slipId, slipId),
        inArray(slipFigure.indicator, [...indicators]),
        isNull(slipFigure.confirmedAt),
      ),
    )
}

export async function markRevoked(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .update(slip)
    .set({ revokedAt: at })
    .where(and(eq(slip.id, id), isNull(slip.revokedAt)))
}
