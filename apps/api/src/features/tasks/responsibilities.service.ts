import { yearOf } from '@tien-do/domain/day'
import type { PlanResponsibility } from '@tien-do/domain/plan'
import { isWithDepartment } from '@tien-do/domain/yearly-plan'
import type { Context } from '../../core/context.ts'
import { getPlan, today } from '../plans/index.ts'
import { type WorkOfTask, workOfPlan } from './work-of-plan.ts'
import { yearlyPlansOf } from './yearly-plans.service.ts'

export interface Fulfilled {
  readonly responsibility: PlanResponsibility
  readonly year: number
  readonly works: readonly WorkOfTask[]
  /** Only of the responsibility that asks every section for its yearly plan and its request for money. */
  readonly yearlyPlans: { readonly sent: number; readonly expected: number } | null
}

/** The responsibilities of the plan, each with what fulfils it in a year. */
export async function listResponsibilities(context: Context, planCode: string, asked?: number) {
  const plan = await getPlan(context, planCode)
  const on = today(context)
  const year = asked ?? yearOf(on)
  const works = await workOfPlan(context.read, plan, year, on)
  const expected = (await yearlyPlansOf(context.read, plan, year)).filter(({ department }) =>
    plan.plan.departments.some(({ code, reports }) => code === department && reports),
  )
  const sent = expected.filter(({ row }) => !isWithDepartment(row.state)).length
  const fulfilled = plan.plan.responsibilities.map(
    (responsibility): Fulfilled => ({
      responsibility,
      year,
      works: works.filter(({ task }) => responsibility.tasks.includes(task.code)),
      yearlyPlans: asksForPlans(responsibility, plan.plan.deadlines)
        ? { sent, expected: expected.length }
        : null,
    }),
  )
  return { plan, fulfilled }
}

/** It lays on every section what goes to one department each year without a date: the detailed plan and the request for money. */
function asksForPlans(
  { lead, deadlines }: PlanResponsibility,
  all: readonly { code: string; rule: string; before: string | null }[],
): boolean {
  return (
    lead.includes('*') &&
    all.some(({ code, rule, before }) => deadlines.includes(code) && rule === 'yearly' && before === null)
  )
}
