// The ward's work on the plan's tasks in a year, read together: who leads, the pieces, the result, the evidence.
import type { Day } from '@tien-do/domain/day'
import { departmentInForce } from '@tien-do/domain/department'
import type { PlanTask } from '@tien-do/domain/plan'
import { type Leading, leadingOn } from '@tien-do/domain/task-assignment'
import { type ClarityCheck, clarityOf } from '@tien-do/domain/task-clarity'
import { type TaskYear, taskYear } from '@tien-do/domain/task-year'
import type { Reader, Tx } from '../../core/context.ts'
import { evidenceCounts } from '../evidence/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import {
  type AssignmentRow,
  listAssignments,
  listResults,
  listSubTaskRows,
  type ResultRow,
  type SubTaskRow,
} from './work.repo.ts'

export interface PieceOfWork {
  readonly plan: PlanInForce
  readonly row: SubTaskRow
  /** Code of who leads its task now. */
  readonly lead: string | null
}

export interface WorkOfTask {
  readonly task: PlanTask
  readonly assignments: readonly AssignmentRow[]
  readonly leading: Leading
  readonly year: number
  readonly pieces: readonly SubTaskRow[]
  readonly sum: TaskYear
  readonly clarity: readonly ClarityCheck[]
  readonly result: ResultRow | null
  /** Pieces of evidence of the task itself for the year. */
  readonly evidence: number
}

/** Every task of the plan with its year's work, in the plan's order. */
export async function workOfPlan(
  read: Reader | Tx,
  plan: PlanInForce,
  year: number,
  on: Day,
): Promise<WorkOfTask[]> {
  const assignments = await listAssignments(read, plan.id)
  const pieces = await listSubTaskRows(read, plan.id, { year })
  const results = await listResults(read, plan.id, year)
  const evidence = await evidenceCounts(read, plan.id, 'task', year)
  return plan.plan.tasks.map((task) => {
    const own = assignments.filter((each) => each.task === task.code)
    const parts = pieces.filter((each) => each.task === task.code)
    const leading = leadingOn(task, own, on, (code) => departmentInForce(plan.plan, code, on))
    return {
      task,
      assignments: own,
      leading,
      year,
      pieces: parts,
      sum: taskYear(task.kind, parts, on),
      clarity: clarityOf({ lead: leading.lead?.department ?? null, pieces: parts }),
      result: results.find((each) => each.task === task.code) ?? null,
      evidence: evidence.get(task.code) ?? 0,
    }
  })
}

/** Who leads each task on a day, by the ward's decisions and the plan's text. */
export async function leadingOf(
  read: Reader | Tx,
  plan: PlanInForce,
  on: Day,
): Promise<ReadonlyMap<string, Leading>> {
  const assignments = await listAssignments(read, plan.id)
  return new Map(
    plan.plan.tasks.map((task) => [
      task.code,
      leadingOn(
        task,
        assignments.filter((each) => each.task === task.code),
        on,
        (code) => departmentInForce(plan.plan, code, on),
      ),
    ]),
  )
}
