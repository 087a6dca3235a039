// Rows of the yearly plans: where each stands. A plan without a row is a draft that nobody has sent.
import type { DepartmentId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { YearlyPlanState } from '@tien-do/domain/yearly-plan'
import { and, eq, getTableColumns } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { person, yearlyPlan } from '../../db/schema/index.ts'

export interface YearlyPlanRow {
  readonly id: string | null
  readonly departmentId: DepartmentId
  readonly state: YearlyPlanState
  readonly note: string | null
  /** 0 while there is no row. */
  readonly version: number
  readonly submittedBy: PersonId | null
  readonly submittedByName: string | null
  readonly submittedAt: string | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
}

export function draftOf(departmentId: DepartmentId): YearlyPlanRow {
  return {
    ...{ id: null, departmentId, state: 'draft', note: null, version: 0 },
    ...{ submittedBy: null, submittedByName: null, submittedAt: null, decidedByName: null, decidedAt: null },
  }
}

export async function listYearlyPlans(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
  departmentId?: DepartmentId,
): Promise<YearlyPlanRow[]> {
  const [sender, decider] = [alias(person, 'sender'), alias(person, 'decider')]
  const rows = await read
    .select({
      ...getTableColumns(yearlyPlan),
      submittedByName: sender.name,
      decidedByName: decider.name,
    })
    .from(yearlyPlan)
    .leftJoin(sender, eq(sender.id, yearlyPlan.submittedBy))
    .leftJoin(decider, eq(decider.id, yearlyPlan.decidedBy))
    .where(
      and(
        eq(yearlyPlan.planId, planId),
        eq(yearlyPlan.year, year),
        departmentId && eq(yearlyPlan.departmentId, departmentId),
      ),
    )
  return rows as (Omit<(typeof rows)[number], 'departmentId' | 'submittedBy'> &
    Pick<YearlyPlanRow, 'departmentId' | 'submittedBy'>)[]
}

/** Where a department's plan of a year stands; a draft where nobody has sent one. */
export async function findYearlyPlan(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
  departmentId: DepartmentId,
): Promise<YearlyPlanRow> {
  const [row] = await listYearlyPlans(read, planId, year, departmentId)
  return row ?? draftOf(departmentId)
}

type Moved = Partial<Omit<typeof yearlyPlan.$inferInsert, 'id' | 'planId'>> & { state: YearlyPlanState }

/** Moves it if it still has the version that was seen; false when somebody else was faster. */
export async function moveYearlyPlan(
  tx: Tx,
  key: { planId: PlanId; year: number },
  before: YearlyPlanRow,
  moved: Moved,
): Promise<boolean> {
  if (before.id === null) {
    const inserted = await tx
      .insert(yearlyPlan)
      .values({ id: newId<string>(), ...key, departmentId: before.departmentId, ...moved })
      .onConflictDoNothing()
      .returning({ id: yearlyPlan.id })
    return inserted.length === 1
  }
  const changed = await tx
    .update(yearlyPlan)
    .set({ ...moved, version: before.version + 1 })
    .where(and(eq(yearlyPlan.id, before.id), eq(yearlyPlan.version, before.version)))
    .returning({ id: yearlyPlan.id })
  return changed.length === 1
}
