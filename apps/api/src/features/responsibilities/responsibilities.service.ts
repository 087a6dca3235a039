import { type Day, yearOf } from '@tien-do/domain/day'
import { isReporting } from '@tien-do/domain/department'
import { reportingRates } from '@tien-do/domain/department-report'
import { workDay } from '@tien-do/domain/owed'
import { can } from '@tien-do/domain/permission'
import type { PlanResponsibility } from '@tien-do/domain/plan'
import { fulfilmentOf, isObstacleOf } from '@tien-do/domain/responsibility'
import { isWithDepartment } from '@tien-do/domain/yearly-plan'
import type { Context } from '../../core/context.ts'
import { getBudget } from '../budget/index.ts'
import { gatherReports } from '../department-reports/index.ts'
import { readIndicators } from '../indicators/index.ts'
import { listObstaclesOfYear } from '../obstacles/index.ts'
import { findPeriodOfYear } from '../periods/index.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { listWardReportStates } from '../reports/index.ts'
import { type WorkOfTask, workOfPlan, yearlyPlansOf } from '../tasks/index.ts'

export interface Fulfilled {
  readonly responsibility: PlanResponsibility
  readonly year: number
  readonly works: readonly WorkOfTask[]
  readonly obstacles: Awaited<ReturnType<typeof listObstaclesOfYear>>
  /** Each null where the responsibility does not ask for it, or the reader may not see it. */
  readonly yearlyPlans: { readonly sent: number; readonly expected: number } | null
  readonly departmentReports: Awaited<ReturnType<typeof receivedReports>> | null
  readonly wardReport: Awaited<ReturnType<typeof newestWardReport>> | null
  readonly money: Awaited<ReturnType<typeof moneyOf>> | null
  readonly indicators: Awaited<ReturnType<typeof measuredIndicators>> | null
}

/** The responsibilities of the plan, each with what fulfils it in a year. */
export async function listResponsibilities(context: Context, planCode: string, asked?: number) {
  const plan = await getPlan(context, planCode)
  const on = today(context)
  const year = asked ?? yearOf(on)
  const may = (action: Parameters<typeof can>[1]) => can(context.actor, action, { plan: planCode }).allowed
  const works = await workOfPlan(context.read, plan, year, on)
  const yearlyPlans = await sentPlans(context, plan, year)
  const seesReports = may('department-report.read')
  const departmentReports = seesReports ? await receivedReports(context, plan, year) : null
  const wardReport = may('ward-report.read') ? await newestWardReport(context, plan, year) : null
  const money = may('budget.read') ? await moneyOf(context, planCode, year) : null
  const indicators = await measuredIndicators(context, planCode, year, on)
  const obstacles = may('obstacle.read')
    ? await listObstaclesOfYear(context.read, plan, year, context.actor, on)
    : []
  const fulfilled = plan.plan.responsibilities.map((responsibility): Fulfilled => {
    const by = fulfilmentOf(responsibility, plan.plan)
    return {
      responsibility,
      year,
      works: works.filter(({ task }) => responsibility.tasks.includes(task.code)),
      obstacles: obstacles.filter(({ kind, subject }) =>
        isObstacleOf(
          responsibility,
          { kind, subject: subject.resource, subjectCode: subject.code },
          plan.plan,
        ),
      ),
      yearlyPlans: by.yearlyPlans ? yearlyPlans : null,
      departmentReports: by.departmentReports ? departmentReports : null,
      wardReport: by.wardReport ? wardReport : null,
      money: by.money ? money : null,
      indicators: by.indicators ? indicators : null,
    }
  })
  return { plan, fulfilled }
}

async function sentPlans(context: Context, plan: PlanInForce, year: number) {
  const on = workDay(year, today(context))
  const expected = (await yearlyPlansOf(context, plan, year)).filter(({ department }) =>
    plan.plan.departments.some((each) => each.code === department && isReporting(plan.plan, each, on)),
  )
  const sent = expected.filter(({ row }) => !isWithDepartment(row.state)).length
  return { sent, expected: expected.length }
}

/** Of how many departments the year's report has come; nobody is expected before the period is opened. */
async function receivedReports({ read, now }: Context, plan: PlanInForce, year: number) {
  const period = await findPeriodOfYear(read, plan.id, year)
  if (period === null) return { isOpened: false, received: 0, onTime: 0, expected: 0 }
  const gathered = await gatherReports(read, plan, period, now())
  const { received, onTime, expected } = reportingRates(
    gathered.map(({ counted }) => counted),
    0,
  )
  return { isOpened: true, received, onTime, expected }
}

async function newestWardReport({ read }: Context, plan: PlanInForce, year: number) {
  const newest = (await listWardReportStates(read, plan.id)).find((report) => report.year === year)
  return { state: newest?.state ?? null }
}

/** The money of the year, and what is asked for the next: in one year the money of the next is asked for. */
async function moneyOf(context: Context, planCode: string, year: number) {
  const [own, next] = [await getBudget(context, planCode, year), await getBudget(context, planCode, year + 1)]
  return [own, next].map(({ year: of, requests, totals, bySource }) => ({
    year: of,
    answered: requests.filter(({ answer }) => answer !== 'none').length,
    expected: requests.length,
    totals,
    bySource,
  }))
}

/** How many of the indicators have a value at the end of the year, or today while it lasts. */
async function measuredIndicators(context: Context, planCode: string, year: number, on: Day) {
  const lastDay = `${year}-12-31` as Day
  const { indicators } = await readIndicators(context, planCode, lastDay < on ? lastDay : on)
  const measured = indicators.filter(({ assessment }) => assessment.shownStatus !== 'no_data').length
  return { measured, total: indicators.length }
}
