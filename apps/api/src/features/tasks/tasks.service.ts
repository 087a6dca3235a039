import { yearOf } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, today } from '../plans/index.ts'
import { taskOf } from './task-in-plan.ts'
import { listAssignments, listUpdates } from './work.repo.ts'
import { workOfPlan } from './work-of-plan.ts'

const UPDATES_SHOWN = 200

/** Every task with its work of a year (this one where none is named). */
export async function listTasks(context: Context, planCode: string, year?: number) {
  const plan = await getPlan(context, planCode)
  const on = today(context)
  return { plan, works: await workOfPlan(context.read, plan, year ?? yearOf(on), on) }
}

export async function getTask(context: Context, planCode: string, code: string, year?: number) {
  const { plan, works } = await listTasks(context, planCode, year)
  const work = works.find(({ task }) => task.code === code)
  if (!work) throw new AppError('task.not-found')
  return { plan, work }
}

/** The ward's decisions on who leads a task, newest first. */
export async function listTaskAssignments(context: Context, planCode: string, code: string) {
  const plan = await getPlan(context, planCode)
  const rows = await listAssignments(context.read, plan.id, taskOf(plan, code).id)
  return { plan, rows: rows.toReversed() }
}

/** The log of a task, newest first. */
export async function listTaskUpdates(context: Context, planCode: string, code: string) {
  const plan = await getPlan(context, planCode)
  return listUpdates(context.read, taskOf(plan, code).id, UPDATES_SHOWN)
}
