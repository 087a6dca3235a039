// What Finance does with a whole year: its figures on the lines, and the acts that move all requests together.
import {
  amountFault,
  BUDGET_ACTS,
  type FinanceField,
  isFieldOpen,
  linesWanting,
  mayMoveBudget,
  type YearAct,
} from '@tien-do/domain/budget'
import { parseAmount } from '@tien-do/domain/money'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import { changeLine, changeRequest, listRequests, type NewLine, type RequestRow } from './budget.repo.ts'
import { type BudgetFigures, budgetToWire, domainLines, requestToWire, yearEtag } from './budget.schema.ts'

interface Year {
  readonly tx: Tx
  readonly plan: PlanInForce
  readonly rows: readonly RequestRow[]
}

/** Moves all requests of a year that stand where the act begins. */
export function moveBudgetYear(
  context: Context,
  planCode: string,
  year: number,
  seen: string | null,
  act: YearAct,
) {
  const { action, to } = BUDGET_ACTS[act]
  return changeYear(context, planCode, year, seen, action, async ({ rows, tx }) => {
    const moving = rows.filter(({ state }) => mayMoveBudget(act, state))
    const undecided = act === 'consolidate' ? rows.filter(({ state }) => state === 'requested') : []
    if (moving.length === 0 || undecided.length > 0)
      throw new AppError('budget.wrong-state', {
        members: { departments: undecided.map(({ departmentCode }) => departmentCode) },
      })
    const wanting = linesWanting(act, domainLines(moving))
    if (wanting.length > 0)
      throw new AppError('budget.faulty', {
        members: { lines: wanting.map(({ department, line }) => ({ department, line })) },
      })
    for (const row of moving)
      if (!(await changeRequest(tx, row, { state: to }))) throw new AppError('version.mismatch')
    return moving
  })
}

/** Writes what Finance says on lines: an adjustment, a note, an allocation, an outturn; all of it or nothing. */
export function saveBudgetFigures(
  context: Context,
  planCode: string,
  year: number,
  seen: string | null,
  { lines }: BudgetFigures,
) {
  return changeYear(context, planCode, year, seen, 'budget.adjust', async ({ rows, tx }) => {
    const faults: Fault[] = []
    const touched = new Set<RequestRow>()
    for (const [index, { department, line, ...said }] of lines.entries()) {
      const row = rows.find(({ departmentCode }) => departmentCode === department)
      const stored = row?.lines.find((each) => each.line === line)
      if (!row || !stored) throw new AppError('budget.not-found', { members: { department, line } })
      const change: Partial<NewLine> = {}
      for (const [field, value] of Object.entries(said) as [
        FinanceField,
        { amount: string } | string | null,
      ][]) {
        if (!isFieldOpen(field, row.state))
          throw new AppError('budget.wrong-state', { members: { state: row.state, field } })
        if (field === 'financeNote') change.financeNote = value as string | null
        else change[field] = value === null ? null : parseAmount((value as { amount: string }).amount)
      }
      const code = amountFault({ ...stored, ...change } as Parameters<typeof amountFault>[0])
      if (code) faults.push({ pointer: `/lines/${index}/spent`, in: 'body', code })
      else await changeLine(tx, stored.id, change)
      touched.add(row)
    }
    if (faults.length > 0) throw new AppError('budget.faulty', { faults })
    for (const row of touched) if (!(await changeRequest(tx, row, {}))) throw new AppError('version.mismatch')
    return [...touched]
  })
}

async function changeYear(
  context: Context,
  planCode: string,
  year: number,
  seen: string | null,
  action: 'budget.adjust' | (typeof BUDGET_ACTS)[YearAct]['action'],
  work: (of: Year) => Promise<readonly RequestRow[]>,
) {
  const { id: planId } = await getPlan(context, planCode)
  return context.change({ action, plan: { id: planId, code: planCode } }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const rows = await listRequests(tx, planId, year)
    const shown = (all: readonly RequestRow[]) => budgetToWire(plan, year, all, context.actor, today(context))
    if (seen !== null && yearEtag(rows) !== seen)
      throw new AppError('version.mismatch', { members: { current: shown(await listRequests(tx, planId)) } })
    const changed = await work({ tx, plan, rows })
    const all = await listRequests(tx, planId)
    for (const before of changed) recordRequest(context, plan, record, before, all)
    return shown(all)
  })
}

function recordRequest(
  context: Context,
  plan: PlanInForce,
  record: RecordChange,
  before: RequestRow,
  all: readonly RequestRow[],
): void {
  const department = { code: before.departmentCode, id: before.departmentId }
  const shown = (row: RequestRow | undefined) =>
    requestToWire(plan, department, row, before.year, context.actor, today(context))
  record({
    ...{ resource: 'budget-request', id: before.id, code: `${before.year}/${department.code}` },
    subject: { department: department.id },
    before: shown(before),
    after: shown(all.find(({ id }) => id === before.id)),
  })
}
