import type { Day } from '@tien-do/domain/day'
import type { DenominatorKind } from '@tien-do/domain/denominator'
import type { AreaId, PlanId } from '@tien-do/domain/ids'
import { and, asc, desc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { area, denominator, person } from '../../db/schema/index.ts'

type Stored = typeof denominator.$inferSelect
export type NewDenominator = typeof denominator.$inferInsert

export interface DenominatorRow extends Omit<Stored, 'on'> {
  readonly on: Day
  readonly kind: DenominatorKind
  /** Null for the whole ward. */
  readonly area: string | null
  readonly recordedByName: string
}

function selectFrom(read: Reader | Tx) {
  return read
    .select({
      ...getTableColumns(denominator),
      area: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
      recordedByName: person.name,
    })
    .from(denominator)
    .innerJoin(area, eq(area.id, denominator.areaId))
    .innerJoin(person, eq(person.id, denominator.recordedBy))
}

/** All counts up to a day, in the order of kind, area and day. */
export async function listDenominatorRows(
  read: Reader | Tx,
  planId: PlanId,
  until?: Day,
): Promise<DenominatorRow[]> {
  const rows = await selectFrom(read)
    .where(and(eq(denominator.planId, planId), until ? lte(denominator.on, until) : undefined))
    .orderBy(asc(denominator.kind), asc(area.position), desc(denominator.on))
  return rows as DenominatorRow[]
}

/** The counts of some areas, held until the change ends: two who write the same take turns. */
export async function lockDenominators(
  tx: Tx,
  planId: PlanId,
  areaIds: readonly AreaId[],
): Promise<DenominatorRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`denominators ${planId}`}, 0))`)
  if (areaIds.length === 0) return []
  const rows = await selectFrom(tx).where(
    and(eq(denominator.planId, planId), inArray(denominator.areaId, [...areaIds])),
  )
  return rows as DenominatorRow[]
}

export async function insertDenominators(tx: Tx, rows: readonly NewDenominator[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.insert(denominator).values(rows.slice(from, from + BATCH))
}
const BATCH = 1_000

export async function mendDenominator(tx: Tx, id: string, change: Partial<NewDenominator>): Promise<void> {
  await tx
    .update(denominator)
    .set({ ...change, version: sql`${denominator.version} + 1` })
    .where(eq(denominator.id, id))
}

export async function dropDenominator(tx: Tx, id: string): Promise<void> {
  await tx.delete(denominator).where(eq(denominator.id, id))
}
