import { isReporting } from '@tien-do/domain/department'
import { workDay } from '@tien-do/domain/owed'
import { carriedForward, isCarried } from '@tien-do/domain/sub-task'
import { mayMoveYearlyPlan, YEARLY_PLAN_ACTS, type YearlyPlanAct } from '@tien-do/domain/yearly-plan'
import { authorize } from '../../core/authorize.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import { codePrefix, nextSubTaskCode } from './sub-task-code.ts'
import { refuseWhileSent } from './sub-tasks.service.ts'
import { taskOf } from './task-in-plan.ts'
import { insertSubTasks, listCodesLike, listSubTaskRows, type SubTaskRow } from './work.repo.ts'
import {
  draftOf,
  findYearlyPlan,
  listYearlyPlans as listRows,
  moveYearlyPlan,
  type YearlyPlanRow,
} from './yearly-plans.repo.ts'

export interface YearlyPlanSeen {
  readonly plan: PlanInForce
  readonly year: number
  /** Code. */
  readonly department: string
  readonly row: YearlyPlanRow
  readonly pieces: number
  readonly unclear: number
  readonly toCarry: number
}

/** Where every reporting department's plan of a year stands. */
export async function listYearlyPlans(
  context: Context,
  planCode: string,
  year: number,
): Promise<YearlyPlanSeen[]> {
  const plan = await getPlan(context, planCode)
  return yearlyPlansOf(context, plan, year)
}

export async function yearlyPlansOf(
  context: Pick<Context, 'read' | 'now'>,
  plan: PlanInForce,
  year: number,
): Promise<YearlyPlanSeen[]> {
  const { read } = context
  const on = workDay(year, today(context))
  const rows = await listRows(read, plan.id, year)
  const now = await listSubTaskRows(read, plan.id, { year })
  const before = await listSubTaskRows(read, plan.id, { year: year - 1 })
  return plan.plan.departments
    .filter(
      (each) => isReporting(plan.plan, each, on) || now.some(({ department }) => department === each.code),
    )
    .flatMap(({ code }) => {
      const id = plan.departments.get(code)
      if (!id) return []
      const row = rows.find(({ departmentId }) => departmentId === id) ?? draftOf(id)
      return [seen(plan, year, code, row, now, before)]
    })
}

function seen(
  plan: PlanInForce,
  year: number,
  department: string,
  row: YearlyPlanRow,
  now: readonly SubTaskRow[],
  before: readonly SubTaskRow[],
): YearlyPlanSeen {
  const own = now.filter((piece) => piece.department === department && piece.state !== 'cancelled')
  return {
    plan,
    year,
    department,
    row,
    pieces: own.length,
    unclear: own.filter(
      ({ state, dueOn, outputs }) => (state !== 'continuous' && dueOn === null) || outputs.length === 0,
    ).length,
    toCarry: carriable(plan, department, now, before).length,
  }
}

/** What of last year's work goes on and has not been copied yet. */
function carriable(
  plan: PlanInForce,
  department: string,
  now: readonly SubTaskRow[],
  before: readonly SubTaskRow[],
): SubTaskRow[] {
  return before.filter(
    (piece) =>
      piece.department === department &&
      isCarried(taskOf(plan, piece.task).task.kind, piece.state) &&
      !now.some(({ carriedFrom }) => carriedFrom === piece.code),
  )
}

export async function getYearlyPlan(
  context: Context,
  planCode: string,
  year: number,
  department: string,
): Promise<YearlyPlanSeen> {
  const plan = await getPlan(context, planCode)
  return oneOf(context.read, plan, year, department)
}

async function oneOf(
  read: Reader | Tx,
  plan: PlanInForce,
  year: number,
  department: string,
): Promise<YearlyPlanSeen> {
  const id = plan.departments.get(department)
  if (!id) throw new AppError('department.not-found', { members: { department } })
  const row = await findYearlyPlan(read, plan.id, year, id)
  const now = await listSubTaskRows(read, plan.id, { year })
  const before = await listSubTaskRows(read, plan.id, { year: year - 1 })
  return seen(plan, year, department, row, now, before)
}

/** Sends, withdraws, accepts or returns a department's plan of a year. */
export async function moveYearlyPlanBy(
  context: Context,
  planCode: string,
  { year, department }: { year: number; department: string },
  act: YearlyPlanAct,
  version: number | null,
  note: string | null = null,
): Promise<YearlyPlanSeen> {
  const { id: planId } = await getPlan(context, planCode)
  const { action, to } = YEARLY_PLAN_ACTS[act]
  return context.change(
    { action, plan: { id: planId, code: planCode }, reason: note ?? undefined },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await oneOf(tx, plan, year, department)
      const { row } = before
      const overtaken = () => new AppError('version.mismatch', { members: { current: { state: row.state } } })
      if (version !== null && version !== row.version) throw overtaken()
      const subject = {
        department: row.departmentId,
        ...(row.submittedBy ? { enteredBy: row.submittedBy } : {}),
      }
      authorize(context.actor, action, { plan: plan.code, ...subject })
      const isEmpty = act === 'submit' && before.pieces === 0
      if (!mayMoveYearlyPlan(act, row.state) || isEmpty)
        throw new AppError('yearly-plan.wrong-state', {
          members: { state: row.state, pieces: before.pieces },
        })
      const [by, at] = [context.actor.personId, context.now().toISOString()]
      const who = act === 'submit' ? { submittedBy: by, submittedAt: at } : { decidedBy: by, decidedAt: at }
      const moved = { departmentId: row.departmentId, state: to, note, ...who }
      if (!(await moveYearlyPlan(tx, { planId: plan.id, year }, row, moved))) throw overtaken()
      const after = await oneOf(tx, plan, year, department)
      const code = `${year}/${department}`
      record({
        resource: 'yearly-plan',
        id: after.row.id ?? code,
        code,
        subject,
        before: row,
        after: after.row,
      })
      return after
    },
  )
}

/** Copies last year's work forward: what goes on, with the same days, nothing done yet. A second time copies nothing. */
export async function copyYearlyPlan(
  context: Context,
  planCode: string,
  { year, department }: { year: number; department: string },
): Promise<YearlyPlanSeen> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'yearly-plan.copy', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { row } = await oneOf(tx, plan, year, department)
      const subject = { department: row.departmentId }
      authorize(context.actor, 'yearly-plan.copy', { plan: plan.code, ...subject })
      await refuseWhileSent(tx, plan, year, department)
      const now = await listSubTaskRows(tx, plan.id, { year })
      const before = await listSubTaskRows(tx, plan.id, { year: year - 1 })
      for (const piece of carriable(plan, department, now, before)) {
        const prefix = codePrefix(piece.task, year)
        const planned = carriedForward(piece, year)
        const copy = {
          id: newId<string>(),
          planId: plan.id,
          taskId: taskOf(plan, piece.task).id,
          code: nextSubTaskCode(prefix, await listCodesLike(tx, plan.id, prefix)),
          departmentId: piece.departmentId,
          year: planned.year,
          name: planned.name,
          startsOn: planned.startsOn,
          dueOn: planned.dueOn,
          weight: planned.weight,
          progressFrom: planned.progressFrom,
          outputs: [...planned.outputs],
          state: piece.state === 'continuous' ? ('continuous' as const) : ('not_started' as const),
          note: piece.note,
          carriedFrom: piece.code,
          updatedAt: context.now().toISOString(),
        }
        await insertSubTasks(tx, [copy])
        record({ resource: 'sub-task', id: copy.id, code: copy.code, subject, before: null, after: copy })
      }
      return oneOf(tx, plan, year, department)
    },
  )
}
