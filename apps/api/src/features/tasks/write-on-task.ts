// What is written on a task as a whole: a line in its log, and what came of a year.
import { day } from '@tien-do/domain/day'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { refuseWriting } from '../periods/index.ts'
import { getPlan, getPlanForChange, today } from '../plans/index.ts'
import { leadOf } from './sub-tasks.service.ts'
import { subjectOf, taskOf } from './task-in-plan.ts'
import type { NewTaskUpdate, TaskResultText } from './tasks.schema.ts'
import { insertUpdate, listResults, writeResult } from './work.repo.ts'

/** Adds a line to the log of a task. */
export async function updateTask(
  context: Context,
  planCode: string,
  code: string,
  input: NewTaskUpdate,
): Promise<void> {
  const { id: planId } = await getPlan(context, planCode)
  await context.change(
    { action: 'task.update', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: taskId } = taskOf(plan, code)
      const lead = await leadOf(tx, plan, code, today(context))
      const subject = subjectOf(plan, context.actor, 'task.update', [lead])
      authorize(context.actor, 'task.update', { plan: plan.code, ...subject })
      const row = {
        id: newId<string>(),
        planId: plan.id,
        taskId,
        subTaskId: null,
        text: input.text.trim(),
        nextStep: input.nextStep?.trim() || null,
        move: null,
        state: null,
        progress: null,
        writtenBy: context.actor.personId,
        writtenAt: context.now().toISOString(),
      }
      await insertUpdate(tx, row)
      record({ resource: 'task', id: taskId, code, subject, before: null, after: row })
    },
  )
}

/** Writes what came of a task in a year, in two lines, over the version that was seen. */
export async function writeTaskResult(
  context: Context,
  planCode: string,
  code: string,
  year: number,
  seen: number | null,
  input: TaskResultText,
): Promise<void> {
  const { id: planId } = await getPlan(context, planCode)
  await context.change(
    { action: 'task-result.write', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: taskId } = taskOf(plan, code)
      const lead = await leadOf(tx, plan, code, today(context))
      const subject = subjectOf(plan, context.actor, 'task-result.write', [lead])
      authorize(context.actor, 'task-result.write', { plan: plan.code, ...subject })
      const lastDay = day(`${year}-12-31`)
      await refuseWriting(tx, plan.id, { ...subject, on: lastDay }, context)
      const before = (await listResults(tx, plan.id, year)).find((each) => each.task === code) ?? null
      const version = before?.version ?? 0
      const row = {
        id: newId<string>(),
        planId: plan.id,
        taskId,
        year,
        verdict: input.verdict,
        result: input.result.trim(),
        remaining: input.remaining?.trim() || null,
        writtenBy: context.actor.personId,
        writtenAt: context.now().toISOString(),
      }
      if ((seen !== null && seen !== version) || !(await writeResult(tx, row, version)))
        throw new AppError('version.mismatch', { members: { current: before } })
      record({ resource: 'task-result', id: taskId, code: `${code}/${year}`, subject, before, after: row })
    },
  )
}
