// Who leads the tasks, as rows of a file, and back: a row that says what holds already decides nothing.
import { takeAssignment } from '@tien-do/domain/import-assignment'
import type { TaskAssignmentRow } from '@tien-do/domain/import-work'
import type { TaskAssignment } from '@tien-do/domain/task-assignment'
import { authorize } from '../../core/authorize.ts'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { departmentOf } from './task-in-plan.ts'
import { insertAssignment, listAssignments } from './work.repo.ts'

export async function importTaskAssignments(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly TaskAssignmentRow[],
): Promise<Batch> {
  authorize(context.actor, 'task.assign', { plan: plan.code, department: null })
  const known = Map.groupBy(await listAssignments(tx, plan.id), ({ task }) => task)
  const departments = new Set(plan.departments.keys())
  const taken = rows.map((row) => {
    const task = plan.plan.tasks.find(({ code }) => code === row.task)
    const last = known.get(row.task ?? '')?.at(-1) ?? null
    return task ? takeAssignment(task, last, row, today(context), departments) : null
  })
  return {
    outcomes: taken.map((each) => {
      if (each === null) return [{ column: 'task', code: 'unknown_task' }]
      return each.outcome === 'refused' ? each.faults : each.outcome
    }),
    write: async (kept) => {
      for (const index of kept) {
        const step = taken[index]
        const task = rows[index]!.task!
        if (step && 'assignment' in step)
          await decide(tx, context, plan, task, (known.get(task)?.length ?? 0) + 1, step.assignment)
      }
    },
  }
}

/** Every task with the ward's last decision, or with what the plan's text says where there is none. */
export async function exportTaskAssignments(read: Reader, { id, plan }: PlanInForce) {
  const known = Map.groupBy(await listAssignments(read, id), ({ task }) => task)
  return plan.tasks.map(({ code, name, lead, coordinating }) => {
    const last = known.get(code)?.at(-1)
    const row: TaskAssignmentRow & { name: string } = {
      task: code,
      name,
      lead: last ? last.lead : (lead?.department ?? null),
      coordinating: last ? last.coordinating : coordinating,
      from: last?.from ?? null,
      reason: last?.reason ?? null,
    }
    return { department: row.lead, row }
  })
}

function decide(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  task: string,
  number: number,
  { lead, coordinating, from, reason }: TaskAssignment,
): Promise<void> {
  return insertAssignment(tx, {
    id: newId<string>(),
    planId: plan.id,
    taskId: plan.tasks.get(task)!,
    number,
    leadId: departmentOf(plan, lead),
    coordinating: [...coordinating],
    from,
    reason,
    assignedBy: context.actor.personId,
    assignedAt: context.now().toISOString(),
  })
}
