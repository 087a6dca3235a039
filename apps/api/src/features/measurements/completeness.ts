// What a year still lacks, for whom and by when: counts that lead to the cells.
import { type OwedCell, owedCells } from '@tien-do/domain/completeness'
import type { Day } from '@tien-do/domain/day'
import { lastDayBefore } from '@tien-do/domain/deadline'
import { ownerOn } from '@tien-do/domain/department'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { datesOfYear, dueAtOf, exemptBecause } from '@tien-do/domain/period'
import type { Context } from '../../core/context.ts'
import { findPeriodOfYear } from '../periods/index.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { listLivingFigures } from './entry-form.repo.ts'

export interface DepartmentCompleteness {
  /** Code; null: indicators that nobody owns. */
  readonly department: string | null
  /** The last day on time; null where the plan gives none. */
  readonly lastDay: Day | null
  /** Why it owes nothing this year; null when it does. */
  readonly exempt: string | null
  readonly cells: readonly OwedCell[]
}

export interface Completeness {
  readonly plan: PlanInForce
  readonly year: number
  readonly cells: readonly OwedCell[]
  readonly departments: readonly DepartmentCompleteness[]
}

/** Every cell of a year, and the departments that owe them. */
export async function readCompleteness(
  context: Context,
  planCode: string,
  year: number,
): Promise<Completeness> {
  const plan = await getPlan(context, planCode)
  const codeOf = new Map([...plan.indicators].map(([code, id]) => [id, code]))
  const areaOf = new Map<AreaId, string>([...plan.areas].map(([code, id]) => [id, code]))
  const ids: IndicatorId[] = [...plan.indicators.values()]
  const figures = await listLivingFigures(context.read, ids, { from: `${year}-01-01`, to: `${year}-12-31` })
  const entered = figures.map(({ indicatorId, areaId, on, state, notApplicable }) => ({
    indicator: codeOf.get(indicatorId) ?? '',
    area: areaOf.get(areaId) ?? null,
    on,
    state,
    notApplicable,
  }))
  const cells = owedCells(plan.plan, entered, year, today(context))
  const period = await findPeriodOfYear(context.read, plan.id, year)
  const dates = period ?? datesOfYear(plan.plan, year)
  const allowed = period?.allowed ?? []
  const cutOff = dates?.dataCutOff ?? today(context)
  const departments = [...Map.groupBy(cells, ({ indicator }) => ownerOn(indicator, cutOff))].map(
    ([department, owed]) => ({
      department,
      lastDay: dates && lastDayBefore(dueAtOf(dates, allowed, department ?? '')),
      exempt: department === null ? null : exemptBecause(allowed, department),
      cells: owed,
    }),
  )
  return { plan, year, cells, departments }
}
