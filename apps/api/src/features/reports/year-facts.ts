// What the other registers know of a year, in the words of the snapshot: each of them is one function wide.
import { type Day, yearOf } from '@tien-do/domain/day'
import { isOnTime } from '@tien-do/domain/deadline'
import { isObstacleClosed } from '@tien-do/domain/obstacle'
import type {
  SnapshotDepartmentReport,
  SnapshotMoney,
  SnapshotObstacle,
} from '@tien-do/domain/report-snapshot'
import { type TaskFacts, taskFacts } from '@tien-do/domain/task-in-report'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getBudget } from '../budget/index.ts'
import { gatherReports } from '../department-reports/index.ts'
import { listObstacleRows } from '../obstacles/index.ts'
import { type PeriodRow, periodOfYear } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { workOfPlan } from '../tasks/index.ts'

const MOST_OBSTACLES = 1_000

/** The period of the year; null where it was never opened. */
export async function findPeriod(
  context: Context,
  plan: PlanInForce,
  year: number,
): Promise<PeriodRow | null> {
  try {
    return await periodOfYear(context.read, plan.id, year)
  } catch (error) {
    if (error instanceof AppError && error.code === 'period.not-found') return null
    throw error
  }
}

/** Who has sent its report of the year, when, and what it says; without a period nobody owes one. */
export async function departmentReportsOf(
  context: Context,
  plan: PlanInForce,
  period: PeriodRow | null,
): Promise<SnapshotDepartmentReport[]> {
  if (period === null) return []
  const all = await gatherReports(context.read, plan, period, context.now())
  return all.map(({ department, report, counted }) => {
    const { firstSubmittedAt, outcome, exemptBecause, dueAt } = counted
    const received = outcome !== null && firstSubmittedAt !== null
    const inTime = received && isOnTime(firstSubmittedAt, dueAt) ? 'on_time' : 'late'
    return {
      department,
      state: exemptBecause !== null ? 'exempt' : received ? inTime : 'missing',
      receivedAt: received ? new Date(firstSubmittedAt).toISOString() : null,
      narrative: received ? (report?.narrative ?? {}) : {},
    }
  })
}

/** Obstacles raised in the year, and older ones that are still on their way; merged ones are told by their survivor. */
export async function obstaclesOf(
  context: Context,
  plan: PlanInForce,
  year: number,
): Promise<SnapshotObstacle[]> {
  const rows = await listObstacleRows(context.read, {
    planId: plan.id,
    raisedUntil: `${year}-12-31`,
    limit: MOST_OBSTACLES,
  })
  return rows
    .filter(
      ({ state, raisedOn }) =>
        state !== 'merged' && (yearOf(raisedOn as Day) === year || !isObstacleClosed(state)),
    )
    .map(({ code, title, departmentCode, raisedOn, state, proposal, decision }) => ({
      code,
      title,
      raisedBy: departmentCode,
      raisedOn: raisedOn as Day,
      state,
      proposal,
      decision,
      beyondAuthority: state === 'beyond_authority',
      resolved: state === 'resolved',
    }))
    .reverse()
}

/** Who led each task, what was reported of it in two lines, and what its pieces of work add up to, as of a day. */
export async function tasksOf(
  context: Context,
  plan: PlanInForce,
  year: number,
  asOf: Day,
): Promise<ReadonlyMap<string, TaskFacts>> {
  const work = await workOfPlan(context.read, plan, year, asOf)
  return new Map(work.map((each) => [each.task.code, taskFacts(each)]))
}

/** What was asked for, allocated and spent in the year, line by line; null where nobody has written any of it down. */
export async function moneyOf(
  context: Context,
  plan: PlanInForce,
  year: number,
): Promise<SnapshotMoney | null> {
  const { requests } = await getBudget(context, plan.code, year)
  const lines = requests
    .filter(({ answer }) => answer === 'asks')
    .flatMap(({ department, lines: asked }) =>
      asked.map(({ task, source, requested, allocated, spent }) => ({
        ...{ task, source, department: department.code },
        requestedVnd: requested.amount,
        allocatedVnd: allocated?.amount ?? null,
        spentVnd: spent?.amount ?? null,
      })),
    )
  return lines.length === 0 ? null : { lines }
}
