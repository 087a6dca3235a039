import { answerFault, areLinesOpen, BUDGET_ACTS, lineFaults, type RequestAct } from '@tien-do/domain/budget'
import { type Dong, parseAmount, parseQuantity } from '@tien-do/domain/money'
import type { Context, Tx } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import { listPieces } from '../tasks/index.ts'
import {
  changeRequest,
  findRequest,
  insertRequest,
  type NewLine,
  type NewRequest,
  type RequestRow,
  replaceLines,
} from './budget.repo.ts'
import { type BudgetAnswer, requestToWire } from './budget.schema.ts'
import { departmentIn } from './budget.service.ts'

/** Writes a department's answer for a year: its lines, or that it needs nothing. */
export async function saveBudgetRequest(
  context: Context,
  planCode: string,
  year: number,
  code: string,
  seen: number | null,
  answer: BudgetAnswer,
) {
  const { id: planId } = await getPlan(context, planCode)
  const plan = { id: planId, code: planCode }
  return context.change({ action: 'budget.save', plan }, async (tx, record) => {
    const inForce = await getPlanForChange(tx, planCode)
    const department = departmentIn(inForce, code)
    const before = await findRequest(tx, planId, year, code)
    const shown = (row: RequestRow | undefined) =>
      requestToWire(inForce, department, row, year, context.actor, today(context))
    if (seen !== null && (before?.version ?? 0) !== seen)
      throw new AppError('version.mismatch', { members: { current: shown(before) } })
    if (before && !areLinesOpen(before.state))
      throw new AppError('budget.wrong-state', { members: { state: before.state } })
    const id = before?.id ?? newId<string>()
    const works = await listPieces(tx, inForce.id, { year })
    const lines = judged(inForce, works, answer, before, id)
    const written = before
      ? await changeRequest(tx, before, { noCost: answer.noCost })
      : await insertRequest(tx, {
          ...{ id, planId, year, departmentId: department.id },
          ...{ state: 'draft', noCost: answer.noCost },
        })
    if (!written) throw new AppError('version.mismatch')
    await replaceLines(tx, id, lines)
    const after = shown(await findRequest(tx, planId, year, code))
    const subject = { department: department.id }
    record({
      ...{ resource: 'budget-request', id, code: `${year}/${code}`, subject },
      ...{ before: before ? shown(before) : null, after },
    })
    return after
  })
}

/** The lines as they are stored; what Finance wrote on a line stays with its number. */
function judged(
  { plan }: PlanInForce,
  works: readonly { readonly code: string; readonly task: string }[],
  answer: BudgetAnswer,
  before: RequestRow | undefined,
  requestId: string,
): NewLine[] {
  const faults: Fault[] = []
  const at = (pointer: string, code: string) => faults.push({ pointer, in: 'body', code })
  const numbers = new Set<number>()
  const known = Math.max(
    0,
    ...(before?.lines ?? []).map(({ line }) => line),
    ...answer.lines.map(({ line }) => line ?? 0),
  )
  let next = known
  const lines = answer.lines.map((given, index): NewLine => {
    const line = given.line ?? ++next
    if (numbers.has(line)) at(`/lines/${index}/line`, 'duplicate_line')
    numbers.add(line)
    const unitPrice: Dong | null = parseAmount(given.unitPrice.amount)
    if (unitPrice === null) at(`/lines/${index}/unitPrice/amount`, 'too_large')
    const candidate = { ...given, subTask: given.subTask ?? null, unitPrice: unitPrice ?? 0n }
    for (const fault of lineFaults(candidate, plan, works)) at(`/lines/${index}/${fault.field}`, fault.code)
    const old = before?.lines.find((each) => each.line === line)
    return {
      ...{ id: newId<string>(), requestId, line },
      ...{ name: given.name, kind: given.kind, task: given.task, source: given.source, unit: given.unit },
      subTask: candidate.subTask,
      quantity: parseQuantity(given.quantity) ?? given.quantity,
      unitPrice: candidate.unitPrice,
      note: given.note ?? null,
      financeNote: old?.financeNote ?? null,
    }
  })
  if (answer.noCost && answer.lines.length > 0) at('/noCost', 'lines_with_no_cost')
  if (faults.length > 0) throw new AppError('budget.faulty', { faults })
  return lines
}

/** Sends it, takes it back, accepts it, or sends it back with the reason. */
export async function moveBudgetRequest(
  context: Context,
  planCode: string,
  year: number,
  code: string,
  seen: number | null,
  act: RequestAct,
  reason: string | null = null,
) {
  const { id: planId } = await getPlan(context, planCode)
  const { action, from, to } = BUDGET_ACTS[act]
  const doing = { action, plan: { id: planId, code: planCode }, ...(reason ? { reason } : {}) }
  return context.change(doing, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const department = departmentIn(plan, code)
    const before = await findRequest(tx, planId, year, code)
    if (!before) throw new AppError('budget.not-found', { members: { year, department: code } })
    const shown = (row: RequestRow | undefined) =>
      requestToWire(plan, department, row, year, context.actor, today(context))
    if (seen !== null && before.version !== seen)
      throw new AppError('version.mismatch', { members: { current: shown(before) } })
    if (!(from as readonly string[]).includes(before.state))
      throw new AppError('budget.wrong-state', { members: { state: before.state } })
    if (act === 'request') refuseEmpty(before)
    await changeOrFail(tx, before, { state: to, ...signed(context, act, reason) })
    const after = shown(await findRequest(tx, planId, year, code))
    const subject = { department: department.id }
    const id = { id: before.id, code: `${year}/${code}` }
    record({ resource: 'budget-request', ...id, subject, before: shown(before), after })
    return after
  })
}

async function changeOrFail(tx: Tx, before: RequestRow, change: Partial<NewRequest>): Promise<void> {
  if (!(await changeRequest(tx, before, change))) throw new AppError('version.mismatch')
}

function signed(context: Context, act: RequestAct, reason: string | null): Partial<NewRequest> {
  const [at, by] = [context.now().toISOString(), context.actor.personId]
  if (act === 'request') return { requestedBy: by, requestedAt: at, reason: null }
  return act === 'withdraw' ? {} : { decidedBy: by, decidedAt: at, reason }
}

function refuseEmpty({ noCost, lines }: RequestRow): void {
  const code = answerFault({ noCost, lines: lines.length })
  if (code) throw new AppError('budget.faulty', { faults: [{ pointer: '/lines', in: 'body', code }] })
}
