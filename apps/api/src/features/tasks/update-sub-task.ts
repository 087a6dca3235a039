import type { Day } from '@tien-do/domain/day'
import { type SubTaskUpdate, updated, updateFaults } from '@tien-do/domain/sub-task-update'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import type { NewSubTaskUpdate } from './sub-tasks.schema.ts'
import { overtaken, recordedSubTask, seenSubTask } from './sub-tasks.service.ts'
import { refuseFaulty, subjectOf, taskOf } from './task-in-plan.ts'
import { changeSubTaskRow, insertUpdate } from './work.repo.ts'
import type { PieceOfWork } from './work-of-plan.ts'

/** Reports on a piece of work: a move, how far, what has come out of it, in words; a line in the log. */
export async function updateSubTask(
  context: Context,
  planCode: string,
  code: string,
  seen: number | null,
  input: NewSubTaskUpdate,
): Promise<PieceOfWork> {
  const { id: planId } = await getPlan(context, planCode)
  const said: SubTaskUpdate = {
    move: input.move ?? null,
    progress: input.progress ?? null,
    outputs: input.outputs ?? [],
    doneOn: (input.doneOn ?? null) as Day | null,
    text: input.text?.trim() || null,
  }
  return context.change(
    { action: 'sub-task.update', plan: { id: planId, code: planCode }, reason: said.text ?? undefined },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await seenSubTask(tx, plan, code, seen, context)
      const { row, lead } = before
      const subject = subjectOf(plan, context.actor, 'sub-task.update', [row.department, lead])
      authorize(context.actor, 'sub-task.update', { plan: plan.code, ...subject })
      const faults = updateFaults(row, said, today(context))
      if (faults.some((fault) => fault.code === 'wrong_move'))
        throw new AppError('sub-task.wrong-state', { members: { state: row.state } })
      refuseFaulty('sub-task.faulty', faults)
      const at = context.now().toISOString()
      const { state, progress, outputs, doneOn } = updated(row, said, today(context))
      const change = { state, progress, outputs: [...outputs], doneOn, updatedAt: at }
      if (!(await changeSubTaskRow(tx, row, change))) throw overtaken(before, context)
      await insertUpdate(tx, {
        id: newId<string>(),
        planId: plan.id,
        taskId: taskOf(plan, row.task).id,
        subTaskId: row.id,
        text: said.text,
        nextStep: input.nextStep?.trim() || null,
        move: said.move,
        state,
        progress,
        writtenBy: context.actor.personId,
        writtenAt: at,
      })
      return recordedSubTask(tx, before, before, subject, record)
    },
  )
}
