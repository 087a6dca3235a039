import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, IndicatorId, PlanId } from '@tien-do/domain/ids'
import type { IndicatorStatus } from '@tien-do/domain/status'
import { and, desc, eq, getTableColumns, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { indicator, person, statusOverride } from '../../db/schema/index.ts'

type Stored = typeof statusOverride.$inferSelect
type NewOverride = typeof statusOverride.$inferInsert

export interface OverrideRow extends Omit<Stored, 'from' | 'until' | 'endedOn' | 'status'> {
  readonly status: IndicatorStatus
  readonly from: Day
  readonly until: Day
  readonly endedOn: Day | null
  readonly indicatorCode: string
  readonly departmentId: DepartmentId | null
  readonly byName: string
  readonly endedByName: string | null
}

const decider = alias(person, 'decider')
const ender = alias(person, 'ender')

function selectFrom(read: Reader | Tx) {
  return read
    .select({
      ...getTableColumns(statusOverride),
      indicatorCode: indicator.code,
      departmentId: indicator.ownerId,
      byName: decider.name,
      endedByName: ender.name,
    })
    .from(statusOverride)
    .innerJoin(indicator, eq(indicator.id, statusOverride.indicatorId))
    .innerJoin(decider, eq(decider.id, statusOverride.by))
    .leftJoin(ender, eq(ender.id, statusOverride.endedBy))
}

/** What was ever decided in a plan (of one indicator, where one is named), newest first. */
export async function listOverrides(
  read: Reader | Tx,
  planId: PlanId,
  indicatorId?: IndicatorId,
): Promise<OverrideRow[]> {
  const rows = await selectFrom(read)
    .where(
      and(
        eq(statusOverride.planId, planId),
        indicatorId ? eq(statusOverride.indicatorId, indicatorId) : undefined,
      ),
    )
    .orderBy(desc(statusOverride.at), desc(statusOverride.id))
    .limit(2_000)
  return rows as OverrideRow[]
}

export async function findOverride(tx: Tx, planId: PlanId, id: string): Promise<OverrideRow | undefined> {
  const [row] = await selectFrom(tx).where(and(eq(statusOverride.planId, planId), eq(statusOverride.id, id)))
  return row as OverrideRow | undefined
}

export async function insertOverride(tx: Tx, row: NewOverride): Promise<void> {
  await tx.insert(statusOverride).values(row)
}

/** Ends it, if nobody has; false where somebody was faster. */
export async function endOverrideRow(tx: Tx, id: string, endedOn: Day, endedBy: string): Promise<boolean> {
  const ended = await tx
    .update(statusOverride)
    .set({ endedOn, endedBy })
    .where(and(eq(statusOverride.id, id), isNull(statusOverride.endedOn)))
    .returning({ id: statusOverride.id })
  return ended.length === 1
}
