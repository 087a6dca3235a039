import type { Day } from '@tien-do/domain/day'
import { type SubTaskPlan, subTaskFaults } from '@tien-do/domain/sub-task'
import type { TaskState } from '@tien-do/domain/task-state'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import { codePrefix, nextSubTaskCode } from './sub-task-code.ts'
import type { NewSubTask, SubTaskChange } from './sub-tasks.schema.ts'
import { leadOf, overtaken, recordedSubTask, refuseWhileSent, seenSubTask } from './sub-tasks.service.ts'
import { departmentOf, refuseFaulty, subjectOf, taskOf } from './task-in-plan.ts'
import {
  changeSubTaskRow,
  deleteSubTask,
  findSubTask,
  insertSubTasks,
  listCodesLike,
  type SubTaskRow,
} from './work.repo.ts'
import type { PieceOfWork } from './work-of-plan.ts'

/** Writes down a piece of work of a task for a year. */
export async function addSubTask(
  context: Context,
  planCode: string,
  input: NewSubTask,
): Promise<PieceOfWork> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'sub-task.add', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: taskId } = taskOf(plan, input.task)
      const department = input.department ?? null
      const departmentId = knownDepartment(plan, department)
      const lead = await leadOf(tx, plan, input.task, today(context))
      const subject = subjectOf(plan, context.actor, 'sub-task.add', [department, lead])
      authorize(context.actor, 'sub-task.add', { plan: plan.code, ...subject })
      await refuseWhileSent(tx, plan, input.year, department)
      const planned = plannedBy(input)
      refuseFaulty('sub-task.faulty', subTaskFaults(planned))
      const prefix = codePrefix(input.task, input.year)
      const taken = await listCodesLike(tx, plan.id, prefix)
      const code = input.code ?? nextSubTaskCode(prefix, taken)
      if (await findSubTask(tx, plan.id, code))
        throw new AppError('sub-task.exists', { members: { subTask: code } })
      const state: TaskState = input.continuous ? 'continuous' : 'not_started'
      const row = {
        id: newId<string>(),
        planId: plan.id,
        taskId,
        code,
        departmentId,
        ...planned,
        outputs: [...planned.outputs],
        state,
        note: input.note ?? null,
        updatedAt: context.now().toISOString(),
      }
      await insertSubTasks(tx, [row])
      const after = { plan, row: { ...row, task: input.task } as unknown as SubTaskRow, lead }
      return recordedSubTask(tx, null, after, subject, record)
    },
  )
}

/** Plans a piece of work anew, while the department's yearly plan lies with the department. */
export async function changeSubTask(
  context: Context,
  planCode: string,
  code: string,
  seen: number | null,
  input: SubTaskChange,
): Promise<PieceOfWork> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'sub-task.change', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await seenSubTask(tx, plan, code, seen, context)
      const { row, lead } = before
      const department = input.department === undefined ? row.department : input.department
      const departmentId = knownDepartment(plan, department)
      const subject = subjectOf(plan, context.actor, 'sub-task.change', [row.department, lead])
      authorize(context.actor, 'sub-task.change', { plan: plan.code, ...subject })
      const onwards = subjectOf(plan, context.actor, 'sub-task.change', [department, lead])
      authorize(context.actor, 'sub-task.change', { plan: plan.code, ...onwards })
      await refuseWhileSent(tx, plan, row.year, row.department)
      if (department !== row.department) await refuseWhileSent(tx, plan, row.year, department)
      const planned = plannedBy({ ...row, ...input, year: row.year }, row.outputs)
      refuseFaulty('sub-task.faulty', subTaskFaults(planned))
      const changed = await changeSubTaskRow(tx, row, {
        ...planned,
        outputs: [...planned.outputs],
        departmentId,
        ...(input.note === undefined ? {} : { note: input.note }),
        updatedAt: context.now().toISOString(),
      })
      if (!changed) throw overtaken(before, context)
      return recordedSubTask(tx, before, before, subject, record)
    },
  )
}

/** Takes away a piece of work that nobody has begun; what has begun is cancelled, with a reason. */
export async function removeSubTask(
  context: Context,
  planCode: string,
  code: string,
  seen: number | null,
): Promise<void> {
  const { id: planId } = await getPlan(context, planCode)
  await context.change(
    { action: 'sub-task.remove', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await seenSubTask(tx, plan, code, seen, context)
      const { row, lead } = before
      const subject = subjectOf(plan, context.actor, 'sub-task.remove', [row.department, lead])
      authorize(context.actor, 'sub-task.remove', { plan: plan.code, ...subject })
      if (row.state !== 'not_started')
        throw new AppError('sub-task.wrong-state', { members: { state: row.state } })
      await refuseWhileSent(tx, plan, row.year, row.department)
      if (!(await deleteSubTask(tx, row))) throw overtaken(before, context)
      record({ resource: 'sub-task', id: row.id, code, subject, before: row, after: null })
    },
  )
}

function knownDepartment(plan: PlanInForce, code: string | null) {
  const id = departmentOf(plan, code)
  if (code !== null && id === null)
    throw new AppError('department.not-found', { members: { department: code } })
  return id
}

type Planned = Partial<Omit<SubTaskPlan, 'startsOn' | 'dueOn' | 'outputs'>> & {
  readonly year: number
  readonly name: string
  readonly startsOn?: string | null
  readonly dueOn?: string | null
  readonly outputs?: readonly { readonly unit: string; readonly planned: number }[]
}

/** The plan of a piece of work from what was sent; what has been counted of a product stays counted. */
function plannedBy(input: Planned, known: SubTaskRow['outputs'] = []): SubTaskPlan {
  return {
    year: input.year,
    name: input.name.trim(),
    startsOn: (input.startsOn ?? null) as Day | null,
    dueOn: (input.dueOn ?? null) as Day | null,
    weight: input.weight ?? 1,
    progressFrom: input.progressFrom ?? 'typed',
    outputs: (input.outputs ?? []).map(({ unit, planned }) => ({
      unit: unit.trim(),
      planned,
      done: known.find((output) => output.unit === unit.trim())?.done ?? null,
    })),
  }
}
