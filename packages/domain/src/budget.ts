// A year's money: each department's request, its lines, and the only way they move (part IV.2 of the plan:
// departments → Finance, which consolidates → the competent authority, which allocates).

import type { Day } from './day.ts'
import { type Dong, lineAmount, sumOf, sumOfKnown } from './money.ts'
import type { Action } from './permission.ts'
import { fold } from './search-fold.ts'

export const BUDGET_STATES = [
  'draft',
  'requested',
  'returned',
  'accepted',
  'consolidated',
  'submitted',
  'allocated',
  'settled',
] as const
export type BudgetState = (typeof BUDGET_STATES)[number]

export const BUDGET_LINE_KINDS = [
  'equipment',
  'service',
  'training',
  'communication',
  'construction',
  'other',
] as const
export type BudgetLineKind = (typeof BUDGET_LINE_KINDS)[number]

interface Transition {
  readonly action: Action
  readonly from: readonly BudgetState[]
  readonly to: BudgetState
  /** One department's request, or all that stand there in the year. */
  readonly of: 'request' | 'year'
}

/** The only ways a request moves. */
export const BUDGET_ACTS = {
  request: { action: 'budget.request', from: ['draft', 'returned'], to: 'requested', of: 'request' },
  withdraw: { action: 'budget.withdraw', from: ['requested'], to: 'draft', of: 'request' },
  return: { action: 'budget.return', from: ['requested', 'accepted'], to: 'returned', of: 'request' },
  accept: { action: 'budget.accept', from: ['requested'], to: 'accepted', of: 'request' },
  consolidate: { action: 'budget.consolidate', from: ['accepted'], to: 'consolidated', of: 'year' },
  unfreeze: { action: 'budget.unfreeze', from: ['consolidated'], to: 'accepted', of: 'year' },
  submit: { action: 'budget.submit', from: ['consolidated'], to: 'submitted', of: 'year' },
  allocate: { action: 'budget.allocate', from: ['submitted'], to: 'allocated', of: 'year' },
  settle: { action: 'budget.settle', from: ['allocated'], to: 'settled', of: 'year' },
} as const satisfies Record<string, Transition>

export type BudgetAct = keyof typeof BUDGET_ACTS
export const BUDGET_ACT_NAMES = Object.keys(BUDGET_ACTS) as BudgetAct[]
export type RequestAct = 'request' | 'withdraw' | 'return' | 'accept'
export type YearAct = Exclude<BudgetAct, RequestAct>
export const YEAR_ACTS = BUDGET_ACT_NAMES.filter((act): act is YearAct => BUDGET_ACTS[act].of === 'year')

export function mayMoveBudget(act: BudgetAct, state: BudgetState): boolean {
  return (BUDGET_ACTS[act].from as readonly BudgetState[]).includes(state)
}

/** The acts on one department's request that this state is open to. */
export function requestActsIn(state: BudgetState): RequestAct[] {
  return BUDGET_ACT_NAMES.filter(
    (act): act is RequestAct => BUDGET_ACTS[act].of === 'request' && mayMoveBudget(act, state),
  )
}

/** The acts on the whole year that there is something for. */
export function yearActsIn(states: readonly BudgetState[]): YearAct[] {
  return YEAR_ACTS.filter((act) => states.some((state) => mayMoveBudget(act, state)))
}

/** A department writes its lines while they are its own: before it has sent them, and after they came back. */
export function areLinesOpen(state: BudgetState): boolean {
  return state === 'draft' || state === 'returned'
}

/** What Finance may write on a line, by the state of its request. */
export const FINANCE_FIELDS = {
  draft: [],
  requested: ['adjusted', 'financeNote'],
  returned: [],
  accepted: ['adjusted', 'financeNote'],
  consolidated: [],
  submitted: ['allocated'],
  allocated: ['allocated', 'spent'],
  settled: [],
} as const satisfies Record<BudgetState, readonly string[]>
export type FinanceField = 'adjusted' | 'financeNote' | 'allocated' | 'spent'

export function isFieldOpen(field: FinanceField, state: BudgetState): boolean {
  return (FINANCE_FIELDS[state] as readonly FinanceField[]).includes(field)
}

export interface BudgetLine {
  readonly department: string
  /** Its number in the request; it stays with the line. */
  readonly line: number
  readonly name: string
  readonly kind: BudgetLineKind
  /** Null: for the plan as a whole. */
  readonly task: string | null
  /** The piece of work that it pays for; null: for the task as a whole. */
  readonly subTask: string | null
  readonly source: string
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: Dong
  readonly adjusted: Dong | null
  readonly allocated: Dong | null
  readonly spent: Dong | null
}

/** What was asked for: quantity × unit price. A stored line has been judged, so it multiplies. */
export function requestedOf(line: Pick<BudgetLine, 'quantity' | 'unitPrice'>): Dong {
  const product = lineAmount(line.quantity, line.unitPrice)
  return product.ok ? product.amount : 0n
}

/** What goes to the authority: as Finance adjusted it, or as it was asked for. */
export function proposedOf(line: Pick<BudgetLine, 'quantity' | 'unitPrice' | 'adjusted'>): Dong {
  return line.adjusted ?? requestedOf(line)
}

export interface BudgetTotals {
  readonly lines: number
  readonly requested: Dong
  readonly proposed: Dong
  /** Null while nothing was allocated, or spent, yet. */
  readonly allocated: Dong | null
  readonly spent: Dong | null
}

export function totalsOf(lines: readonly BudgetLine[]): BudgetTotals {
  return {
    lines: lines.length,
    requested: sumOf(lines.map(requestedOf)),
    proposed: sumOf(lines.map(proposedOf)),
    allocated: sumOfKnown(lines.map((line) => line.allocated)),
    spent: sumOfKnown(lines.map((line) => line.spent)),
  }
}

export const PIVOTS = ['source', 'task', 'department', 'kind'] as const
export type PivotBy = (typeof PIVOTS)[number]
export interface PivotRow {
  /** Null: for the plan as a whole. */
  readonly key: string | null
  readonly totals: BudgetTotals
}

/** Every line once, under its key: the rows add up to the whole, whatever it is split by. */
export function pivotOf(lines: readonly BudgetLine[], by: PivotBy): PivotRow[] {
  const groups = new Map<string | null, BudgetLine[]>()
  for (const line of lines) groups.set(line[by], [...(groups.get(line[by]) ?? []), line])
  return [...groups]
    .map(([key, group]) => ({ key, totals: totalsOf(group) }))
    .sort((a, b) => compareKeys(a.key, b.key))
}

function compareKeys(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/**
 * Lines that may ask for the same thing twice: the same words (whatever the marks, capitals and spaces) for the same
 * task. They are shown to Finance, never merged by themselves.
 */
export function duplicatesOf(lines: readonly BudgetLine[]): BudgetLine[][] {
  const groups = new Map<string, BudgetLine[]>()
  for (const line of lines) {
    const key = `${line.task ?? ''}\n${fold(line.name).replace(/\s+/g, ' ').trim()}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

export type BudgetFaultCode =
  | 'quantity_wrong'
  | 'not_whole_dong'
  | 'too_large'
  | 'unknown_task'
  | 'unknown_source'
  | 'unknown_work'
  | 'duplicate_line'
export interface BudgetLineFault {
  readonly field: 'line' | 'quantity' | 'unitPrice' | 'task' | 'subTask' | 'source'
  readonly code: BudgetFaultCode
}

/** All that is wrong with a line that a department writes; `works`: the pieces of work of its year. */
export function lineFaults(
  line: Pick<BudgetLine, 'quantity' | 'unitPrice' | 'task' | 'subTask' | 'source'>,
  plan: { readonly tasks: readonly { code: string }[]; readonly fundingSources: readonly { code: string }[] },
  works: readonly { readonly code: string; readonly task: string }[],
): BudgetLineFault[] {
  const faults: BudgetLineFault[] = []
  const product = lineAmount(line.quantity, line.unitPrice)
  if (!product.ok)
    faults.push({ field: product.fault === 'quantity_wrong' ? 'quantity' : 'unitPrice', code: product.fault })
  if (line.task !== null && !plan.tasks.some(({ code }) => code === line.task))
    faults.push({ field: 'task', code: 'unknown_task' })
  if (line.subTask !== null && !works.some(({ code, task }) => code === line.subTask && task === line.task))
    faults.push({ field: 'subTask', code: 'unknown_work' })
  if (!plan.fundingSources.some(({ code }) => code === line.source))
    faults.push({ field: 'source', code: 'unknown_source' })
  return faults
}

/** Why a department's answer cannot be sent: it says neither what it needs nor that it needs nothing, or both. */
export function answerFault(answer: {
  readonly noCost: boolean
  readonly lines: number
}): 'nothing_said' | 'lines_with_no_cost' | null {
  if (answer.noCost && answer.lines > 0) return 'lines_with_no_cost'
  return !answer.noCost && answer.lines === 0 ? 'nothing_said' : null
}

/**
 * Nothing is spent without an allocation that covers it (the first condition of every budget expenditure): more is
 * refused. An allocation above what was asked for is the authority's affair: it is written down and pointed at.
 */
export function amountFault(line: Pick<BudgetLine, 'allocated' | 'spent'>): 'above_allocation' | null {
  return line.spent !== null && line.spent > (line.allocated ?? 0n) ? 'above_allocation' : null
}

export function isAboveRequest(line: BudgetLine): boolean {
  return line.allocated !== null && line.allocated > proposedOf(line)
}

/** Lines that keep a year's act from happening: without an allocation, or without an outturn. */
export function linesWanting(act: YearAct, lines: readonly BudgetLine[]): BudgetLine[] {
  if (act === 'allocate') return lines.filter((line) => line.allocated === null)
  return act === 'settle' ? lines.filter((line) => line.spent === null) : []
}

/** How a department stands in a year: it has not answered, needs nothing, or asks. */
export type BudgetAnswer = 'none' | 'no_cost' | 'asks'

export function answerOf(request: { noCost: boolean; state: BudgetState } | null): BudgetAnswer {
  if (request === null || request.state === 'draft') return 'none'
  return request.noCost ? 'no_cost' : 'asks'
}

/** The year that departments ask for at this day: the next one. */
export function yearToRequest(today: Day): number {
  return Number(today.slice(0, 4)) + 1
}
