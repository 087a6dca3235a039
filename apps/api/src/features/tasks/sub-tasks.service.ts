// What the acts on a piece of work share: finding it as it was seen, its lead, its department's yearly plan.
import type { Day } from '@tien-do/domain/day'
import { isWithDepartment } from '@tien-do/domain/yearly-plan'
import type { Context, Reader, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { subTaskToWire } from './sub-tasks.schema.ts'
import { departmentOf, taskOf } from './task-in-plan.ts'
import { findSubTask, listSubTaskRows } from './work.repo.ts'
import { leadingOf, type PieceOfWork } from './work-of-plan.ts'
import { findYearlyPlan } from './yearly-plans.repo.ts'

export async function leadOf(
  read: Reader | Tx,
  plan: PlanInForce,
  task: string,
  on: Day,
): Promise<string | null> {
  return (await leadingOf(read, plan, on)).get(task)?.lead?.department ?? null
}

/** A piece of work, or `sub-task.not-found`. */
export async function getSubTask(context: Context, planCode: string, code: string): Promise<PieceOfWork> {
  const plan = await getPlan(context, planCode)
  return pieceOf(context.read, plan, code, today(context))
}

async function pieceOf(read: Reader | Tx, plan: PlanInForce, code: string, on: Day): Promise<PieceOfWork> {
  const row = await findSubTask(read, plan.id, code)
  if (!row) throw new AppError('sub-task.not-found')
  return { plan, row, lead: await leadOf(read, plan, row.task, on) }
}

/** The same inside a change, if it is still the version that was seen. */
export async function seenSubTask(
  tx: Tx,
  plan: PlanInForce,
  code: string,
  seen: number | null,
  context: Context,
): Promise<PieceOfWork> {
  const piece = await pieceOf(tx, plan, code, today(context))
  if (seen !== null && piece.row.version !== seen) throw overtaken(piece, context)
  return piece
}

/** Says what is stored now, so that whoever was too late can compare. */
export function overtaken(piece: PieceOfWork, context: Context): AppError {
  return new AppError('version.mismatch', { members: { current: subTaskToWire(piece, context) } })
}

/** Throws `yearly-plan.sent` while the department's plan of the year lies with those who judge it, or has been accepted. */
export async function refuseWhileSent(
  tx: Tx,
  plan: PlanInForce,
  year: number,
  department: string | null,
): Promise<void> {
  const id = departmentOf(plan, department)
  if (id === null) return
  const { state } = await findYearlyPlan(tx, plan.id, year, id)
  if (!isWithDepartment(state))
    throw new AppError('yearly-plan.sent', { members: { state, department, year } })
}

/** Records what became of it and returns it as it is now. */
export async function recordedSubTask(
  tx: Tx,
  before: PieceOfWork | null,
  after: PieceOfWork,
  subject: Parameters<RecordChange>[0]['subject'],
  record: RecordChange,
): Promise<PieceOfWork> {
  const row = await findSubTask(tx, after.plan.id, after.row.code)
  if (!row) throw new Error(`sub-task ${after.row.code} vanished`)
  record({
    resource: 'sub-task',
    id: row.id,
    code: row.code,
    ...(subject ? { subject } : {}),
    before: before?.row ?? null,
    after: row,
  })
  return { ...after, row }
}

export interface SubTaskFilters {
  readonly year?: number
  readonly task?: string
  readonly department?: string
}

/** The pieces of work that pass, in the order of the plan's tasks, each with who leads its task. */
export async function listSubTasks(
  context: Context,
  planCode: string,
  filters: SubTaskFilters,
): Promise<PieceOfWork[]> {
  const plan = await getPlan(context, planCode)
  const departmentId = departmentOf(plan, filters.department ?? null)
  if (filters.department && !departmentId) throw new AppError('department.not-found')
  const rows = await listSubTaskRows(context.read, plan.id, {
    ...(filters.year ? { year: filters.year } : {}),
    ...(filters.task ? { taskId: taskOf(plan, filters.task).id } : {}),
    ...(departmentId ? { departmentId } : {}),
  })
  const leading = await leadingOf(context.read, plan, today(context))
  return rows.map((row) => ({ plan, row, lead: leading.get(row.task)?.lead?.department ?? null }))
}
