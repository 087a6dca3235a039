// Rows of the yearly plans: where each stands. A plan without a row is a draft that nobody has sent.
import type { DepartmentId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { YearlyPlanState } from '@tien-do/domain/yearly-plan'
import { and, eq, getTableColumns } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
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

function draftOf(departmentId: DepartmentId): YearlyPlanRow {
  return {
    ...{ id: null, departmentId, state: 'draft', note: null, version: 0 },
    ...{ submittedBy: null, submittedByName: null, submittedAt: null, decidedByName: null, decidedAt: null },
  }
}

async function listYearlyPlans(
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
