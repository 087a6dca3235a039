// Who leads and who coordinates, when departments change: a decision of its own for each task, with the reason.
import type { Day } from '@tien-do/domain/day'
import type { Succession } from '@tien-do/domain/department-change'
import { assignmentsAfter } from '@tien-do/domain/department-succession'
import type { DepartmentId } from '@tien-do/domain/ids'
import { leadingOn } from '@tien-do/domain/task-assignment'
import type { Context, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import type { PlanInForce } from '../plans/index.ts'
import { insertAssignment, listAssignments } from './work.repo.ts'

interface Carried {
  readonly successions: readonly Succession[]
  readonly departments: ReadonlyMap<string, DepartmentId>
  readonly on: Day
  readonly reason: string
}

/** Writes the decisions that carry every task over; gives each task with who led it and who does. */
export async function carryAssignments(
  tx: Tx,
  context: Context,
  { id: planId, plan, tasks }: PlanInForce,
  { successions, departments, on, reason }: Carried,
): Promise<{ task: string; from: string; to: string }[]> {
  const known = Map.groupBy(await listAssignments(tx, planId), ({ task }) => task)
  const carried: { task: string; from: string; to: string }[] = []
  for (const task of plan.tasks) {
    const before = known.get(task.code) ?? []
    const decisions = assignmentsAfter(task, before, successions, { on, reason })
    for (const [index, { lead, coordinating, from }] of decisions.entries())
      await insertAssignment(tx, {
        id: newId<string>(),
        planId,
        taskId: tasks.get(task.code)!,
        number: before.length + index + 1,
        leadId: lead === null ? null : (departments.get(lead) ?? null),
        coordinating: [...coordinating],
        from,
        reason,
        assignedBy: context.actor.personId,
        assignedAt: context.now().toISOString(),
      })
    const was = leadingOn(task, before, on).lead?.department ?? null
    const [first] = decisions
    if (first && was !== null && first.lead !== null)
      carried.push({ task: task.code, from: was, to: first.lead })
  }
  return carried
}
