// What a department's report carries beside its figures and words: its tasks, its obstacles, its request for money.
import { requestedOf, totalsOf } from '@tien-do/domain/budget'
import { OBSTACLE_STATES } from '@tien-do/domain/obstacle'
import { subTaskProgress } from '@tien-do/domain/sub-task'
import type { Reader, Tx } from '../../core/context.ts'
import { type BudgetRequestRow, findBudgetRequest } from '../budget/index.ts'
import { listObstacleRows, type ObstacleRow } from '../obstacles/index.ts'
import type { PeriodRow } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { OwedWork } from '../tasks/index.ts'
import type { Gathered } from './gather-reports.ts'

const MOST_OBSTACLES = 2_000

/** Codes are the plan's; money is whole đồng as text. */
export interface ReportContent {
  /** The tasks that it leads, in the plan's order. */
  readonly tasks: readonly ReturnType<typeof taskOf>[]
  /** Raised by it in the year, in any state, oldest first. */
  readonly obstacles: readonly ReturnType<typeof obstacleOf>[]
  /** For the year that follows; null where it has not begun to answer. */
  readonly request: ReturnType<typeof requestOf> | null
}

export async function contentOf(
  read: Reader | Tx,
  plan: PlanInForce,
  period: PeriodRow,
  { department, departmentId, tasks }: Gathered,
): Promise<ReportContent> {
  const raised = await listObstacleRows(read, {
    planId: plan.id,
    year: period.year,
    states: OBSTACLE_STATES,
    departmentId,
    limit: MOST_OBSTACLES,
  })
  const request = await findBudgetRequest(read, plan.id, period.year + 1, department)
  return {
    tasks: tasks.map(taskOf),
    obstacles: raised
      .filter((row) => row.departmentId === departmentId)
      .reverse()
      .map(obstacleOf),
    request: request ? requestOf(request) : null,
  }
}

function taskOf({ task, sum, result, owed, pieces }: OwedWork) {
  return {
    task: task.code,
    state: sum.state,
    progress: sum.progress,
    outputs: sum.outputs,
    verdict: result?.verdict ?? null,
    result: result?.result ?? null,
    remaining: result?.remaining ?? null,
    evidence: owed.evidence,
    pieces: pieces.map((piece) => {
      const { code, department, name, state, startsOn, dueOn, doneOn, outputs } = piece
      return {
        ...{ code, department, name, state, startsOn, dueOn, doneOn, outputs },
        progress: subTaskProgress(piece),
      }
    }),
  }
}

function obstacleOf(row: ObstacleRow) {
  const { code, kind, title, detail, place, enterprise, workOrdered, state } = row
  const { raisedOn, proposal, decision, dueOn, result, closedOn } = row
  return {
    ...{ code, kind, title, detail, place, enterprise, workOrdered, state },
    ...{ raisedOn, proposal, decision, dueOn, result, closedOn },
    subject: { resource: row.subject, code: row.subjectCode },
    acting: row.actingCode,
  }
}

function requestOf({ year, state, noCost, lines, departmentCode }: BudgetRequestRow) {
  return {
    ...{ year, state, noCost },
    requested: String(totalsOf(lines.map((line) => ({ ...line, department: departmentCode }))).requested),
    lines: lines.map((each) => {
      const { line, name, kind, task, source, quantity, unit, note, unitPrice } = each
      return {
        ...{ line, name, kind, task, source, quantity, unit, note },
        unitPrice: String(unitPrice),
        requested: String(requestedOf(each)),
      }
    }),
  }
}
