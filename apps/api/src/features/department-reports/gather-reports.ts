// What each department of a period owes, what it has delivered, and how its report stands: read once for all of them.
import { owedCells } from '@tien-do/domain/completeness'
import { dayAtInstant } from '@tien-do/domain/day'
import type { OwedReport } from '@tien-do/domain/department-report'
import { outcomeOf } from '@tien-do/domain/department-report-steps'
import type { DepartmentId } from '@tien-do/domain/ids'
import {
  type Delivered,
  lackingTasks,
  type Owed,
  owedBy,
  reportingDepartments,
  sentFigures,
  workDay,
} from '@tien-do/domain/owed'
import { dueAtOf, exemptBecause, type PeriodLock, periodLock } from '@tien-do/domain/period'
import type { Reader, Tx } from '../../core/context.ts'
import type { PeriodRow } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { type OwedWork, owedForTasks } from '../tasks/index.ts'
import {
  countObstacles,
  listReportRows,
  listRequesters,
  listSubmissions,
  listYearFigures,
  type ReportRow,
  type SubmissionRow,
  type YearFigure,
} from './department-reports.repo.ts'

export interface Gathered {
  readonly department: string
  readonly departmentId: DepartmentId
  readonly owed: Owed
  readonly delivered: Delivered
  readonly figures: readonly YearFigure[]
  /** The tasks that it leads, with their year. */
  readonly tasks: readonly OwedWork[]
  /** Null until somebody writes in it. */
  readonly report: ReportRow | null
  readonly submissions: readonly SubmissionRow[]
  readonly counted: OwedReport & { readonly dueAt: number }
  readonly lock: PeriodLock
}

/** Every department that reports in the period, or the one that is asked for. */
export async function gatherReports(
  read: Reader | Tx,
  plan: PlanInForce,
  period: PeriodRow,
  now: Date,
  only?: string,
): Promise<Gathered[]> {
  const departments = reportingDepartments(plan.plan, period.dataCutOff).filter(
    (code) => only === undefined || code === only,
  )
  const reports = await listReportRows(read, period.id)
  const submissions = await listSubmissions(
    read,
    reports.map(({ id }) => id),
  )
  const figures = await listYearFigures(read, plan.id, period.year)
  const today = dayAtInstant(now.getTime())
  const cells = owedCells(plan.plan, figures, period.year, today)
  const tasksOn = workDay(period.year, today)
  const works = await owedForTasks(read, plan, period.year, tasksOn)
  const lacking = lackingTasks(
    works.map(({ owed }) => owed),
    tasksOn,
  )
  const obstacles = await countObstacles(read, plan.id, period.year)
  // In one year the money of the next is asked for.
  const requesters = await listRequesters(read, plan.id, period.year + 1)
  return departments.map((department) => {
    const departmentId = plan.departments.get(department) as DepartmentId
    const report = reports.find((each) => each.departmentId === departmentId) ?? null
    const owed = owedBy(
      plan.plan,
      department,
      period.dataCutOff,
      cells,
      works.map((work) => work.owed),
    )
    const own = new Set(owed.figures.map(({ indicator }) => indicator))
    return {
      department,
      departmentId,
      owed,
      delivered: {
        figures: sentFigures(cells.filter(({ indicator }) => own.has(indicator.code))),
        lacking,
        narrative: report?.narrative ?? {},
        request: requesters.has(departmentId),
        obstacles: obstacles.get(departmentId) ?? 0,
      },
      tasks: works.filter(({ task }) => owed.tasks.includes(task.code)),
      figures: newestSent(figures.filter(({ indicator }) => own.has(indicator))),
      report,
      submissions: submissions.filter(({ reportId }) => reportId === report?.id),
      counted: countedOf(report, period, department),
      lock: periodLock(period.standing, departmentId, now.getTime()),
    }
  })
}

/** Of each cell the newest figure that was sent or approved: they come by their days. */
function newestSent(figures: readonly YearFigure[]): YearFigure[] {
  const sent = figures.filter(({ state }) => state === 'submitted' || state === 'approved')
  return [...new Map(sent.map((each) => [`${each.indicator}/${each.area ?? ''}`, each])).values()]
}

/** The report as the rates count it: what was withdrawn has not been received. */
function countedOf(report: ReportRow | null, period: PeriodRow, department: string) {
  const outcome = report ? outcomeOf(report.state) : null
  return {
    exemptBecause: exemptBecause(period.allowed, department),
    outcome,
    firstSubmittedAt: report?.firstSubmittedAt ? Date.parse(report.firstSubmittedAt) : null,
    complete: outcome !== null && (report?.complete ?? false),
    dueAt: dueAtOf(period, period.allowed, department),
  }
}
