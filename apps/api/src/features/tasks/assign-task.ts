import type { Day } from '@tien-do/domain/day'
import { departmentInForce } from '@tien-do/domain/department'
import { assignmentFaults, type TaskAssignment } from '@tien-do/domain/task-assignment'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { departmentOf, refuseFaulty, taskOf } from './task-in-plan.ts'
import type { NewAssignment } from './tasks.schema.ts'
import { insertAssignment, listAssignments } from './work.repo.ts'

/** Decides who leads and who coordinates from a day on; what the plan's text states is left only with a reason. */
export async function assignTask(
  context: Context,
  planCode: string,
  code: string,
  seen: number | null,
  input: NewAssignment,
): Promise<void> {
  const { id: planId } = await getPlan(context, planCode)
  const assignment: TaskAssignment = {
    lead: input.lead,
    coordinating: input.coordinating,
    from: (input.from as Day | undefined) ?? today(context),
    reason: input.reason?.trim() || null,
  }
  await context.change(
    { action: 'task.assign', plan: { id: planId, code: planCode }, reason: assignment.reason ?? undefined },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: taskId, task } = taskOf(plan, code)
      refuseFaulty(
        'task.faulty',
        assignmentFaults(task, assignment, new Set(plan.departments.keys()), (code) =>
          departmentInForce(plan.plan, code, assignment.from),
        ),
      )
      const before = await listAssignments(tx, plan.id, taskId)
      if (seen !== null && seen !== before.length)
        throw new AppError('version.mismatch', { members: { current: before.at(-1) ?? null } })
      await insertAssignment(tx, {
        id: newId<string>(),
        planId: plan.id,
        taskId,
        number: before.length + 1,
        leadId: departmentOf(plan, assignment.lead),
        coordinating: [...assignment.coordinating],
        from: assignment.from,
        reason: assignment.reason,
        assignedBy: context.actor.personId,
        assignedAt: context.now().toISOString(),
      })
      const subject = { department: null }
      record({
        resource: 'task',
        id: taskId,
        code,
        subject,
        before: before.at(-1) ?? null,
        after: assignment,
      })
    },
  )
}
