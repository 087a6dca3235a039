// What a row of a file decides about who leads a task: nothing where it says what holds already.

import type { Day } from './day.ts'
import { asRowFaults, type BatchFault } from './import-row-fault.ts'
import type { TaskAssignmentRow } from './import-work.ts'
import type { PlanTask } from './plan.ts'
import { assignmentFaults, type TaskAssignment } from './task-assignment.ts'

export type AssignmentTaken =
  | { readonly outcome: 'created' | 'updated'; readonly assignment: TaskAssignment }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly faults: readonly BatchFault[] }

/** A blank cell keeps what the last decision, or the plan's own text, says; a decision begins today where no day is given. */
export function takeAssignment(
  task: Pick<PlanTask, 'lead' | 'coordinating'>,
  last: TaskAssignment | null,
  row: TaskAssignmentRow,
  today: Day,
  departments: ReadonlySet<string>,
): AssignmentTaken {
  const standing = {
    lead: last ? last.lead : (task.lead?.department ?? null),
    coordinating: last ? last.coordinating : task.coordinating,
  }
  const lead = row.lead ?? standing.lead
  const coordinating = row.coordinating ?? standing.coordinating
  const same =
    lead === standing.lead &&
    sameSet(coordinating, standing.coordinating) &&
    (row.from === null || row.from === last?.from) &&
    (row.reason === null || row.reason === last?.reason)
  if (same) return { outcome: 'unchanged' }
  const assignment = { lead, coordinating, from: row.from ?? today, reason: row.reason }
  const faults = assignmentFaults(task, assignment, departments)
  if (faults.length > 0) return { outcome: 'refused', faults: asRowFaults(faults) }
  return { outcome: last ? 'updated' : 'created', assignment }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n')
}
