import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountFault,
  answerFault,
  answerOf,
  areLinesOpen,
  BUDGET_ACT_NAMES,
  BUDGET_ACTS,
  BUDGET_LINE_KINDS,
  BUDGET_STATES,
  type BudgetAct,
  type BudgetLine,
  type BudgetState,
  duplicatesOf,
  isAboveRequest,
  isFieldOpen,
  lineFaults,
  linesWanting,
  mayMoveBudget,
  PIVOTS,
  pivotOf,
  proposedOf,
  requestActsIn,
  totalsOf,
  yearActsIn,
  yearToRequest,
} from './budget.ts'
import { day } from './day.ts'
import type { DepartmentId, PersonId } from './ids.ts'
import { sumOf, sumOfKnown } from './money.ts'
import { can, ROLES, type Role } from './permission.ts'

const LINE: BudgetLine = {
  department: 'TP-HT',
  line: 1,
  name: 'Máy quét',
  kind: 'equipment',
  task: 'NV-08',
  subTask: null,
  source: 'NSNN',
  quantity: '2',
  unit: 'cái',
  unitPrice: 8_500_000n,
  adjusted: null,
  allocated: null,
  spent: null,
}
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
const lines = fc.array(
  fc.record({
    department: fc.constantFrom('VH-TT', 'TP-HT', 'CA'),
    line: fc.integer({ min: 1, max: 99 }),
    name: fc.constantFrom('Máy quét', 'may quet', 'Tập huấn'),
    kind: fc.constantFrom(...BUDGET_LINE_KINDS),
    task: fc.constantFrom('NV-01', 'NV-08', null),
    subTask: fc.constant(null),
    source: fc.constantFrom('NSNN', 'LG'),
    quantity: fc.integer({ min: 1, max: 999 }).map(String),
    unit: fc.constant('cái'),
    unitPrice: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    adjusted: fc.option(amount),
    allocated: fc.option(amount),
    spent: fc.option(amount),
  }),
)

describe('a request moves', () => {
  const TABLE: Record<BudgetState, BudgetAct[]> = {
    draft: ['request'],
    requested: ['withdraw', 'return', 'accept'],
    returned: ['request'],
    accepted: ['return', 'consolidate'],
    consolidated: ['unfreeze', 'submit'],
    submitted: ['allocate'],
    allocated: ['settle'],
    settled: [],
  }
  test.each(BUDGET_STATES)('from %s only as the table says', (state) => {
    expect(BUDGET_ACT_NAMES.filter((act) => mayMoveBudget(act, state))).toEqual(TABLE[state])
  })
  test('by acts on one request, or on the whole year', () => {
    expect(requestActsIn('accepted')).toEqual(['return'])
    expect(yearActsIn(['accepted', 'submitted'])).toEqual(['consolidate', 'allocate'])
    expect(yearActsIn(['draft'])).toEqual([])
  })
  test('and is frozen from the consolidation on: only what the authority gives and what is spent is written', () => {
    for (const state of BUDGET_STATES)
      expect([state, areLinesOpen(state)]).toEqual([state, ['draft', 'returned'].includes(state)])
    expect(BUDGET_STATES.filter((state) => isFieldOpen('adjusted', state))).toEqual(['requested', 'accepted'])
    expect(BUDGET_STATES.filter((state) => isFieldOpen('allocated', state))).toEqual([
      'submitted',
      'allocated',
    ])
    expect(BUDGET_STATES.filter((state) => isFieldOpen('spent', state))).toEqual(['allocated'])
  })
})

describe('who may do it', () => {
  const [own, other] = ['own', 'other'] as DepartmentId[]
  const may = (role: Role, act: BudgetAct, department: DepartmentId) =>
    can(
      {
        personId: 'me' as PersonId,
        name: '',
        grants: [{ role, plan: null, departments: [own!] }],
        scopes: null,
      },
      BUDGET_ACTS[act].action,
      { plan: 'p', department },
    ).allowed
  const asks: BudgetAct[] = ['request', 'withdraw']
  const judges: BudgetAct[] = ['return', 'accept', 'consolidate', 'unfreeze', 'submit', 'allocate', 'settle']
  const BY_ROLE: Record<Role, { own: BudgetAct[]; other: BudgetAct[] }> = {
    viewer: { own: [], other: [] },
    officer: { own: asks, other: [] },
    coordinator: { own: asks, other: asks },
    finance: { own: [...asks, ...judges], other: judges },
    leader: { own: [], other: [] },
    admin: { own: [], other: [] },
  }
  test.each(ROLES)('%s', (role) => {
    expect(BUDGET_ACT_NAMES.filter((act) => may(role, act, own!))).toEqual(BY_ROLE[role].own)
    expect(BUDGET_ACT_NAMES.filter((act) => may(role, act, other!))).toEqual(BY_ROLE[role].other)
  })
})

describe('totals', () => {
  test.each(PIVOTS)('split by %s add up to the whole, to the đồng', (by) => {
    fc.assert(
      fc.property(lines, (all) => {
        const rows = pivotOf(all, by).map(({ totals }) => totals)
        const whole = totalsOf(all)
        expect(sumOf(rows.map(({ requested }) => requested))).toBe(whole.requested)
        expect(sumOf(rows.map(({ proposed }) => proposed))).toBe(whole.proposed)
        expect(sumOfKnown(rows.map(({ allocated }) => allocated))).toBe(whole.allocated)
        expect(sumOfKnown(rows.map(({ spent }) => spent))).toBe(whole.spent)
        expect(rows.reduce((sum, { lines: count }) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
  test('are of what Finance adjusted, where it did', () => {
    expect(proposedOf(LINE)).toBe(17_000_000n)
    expect(proposedOf({ ...LINE, adjusted: 0n })).toBe(0n)
    expect(totalsOf([LINE, { ...LINE, adjusted: 5n, allocated: 3n }])).toEqual({
      lines: 2,
      requested: 34_000_000n,
      proposed: 17_000_005n,
      allocated: 3n,
      spent: null,
    })
  })
})

describe('what is pointed at', () => {
  test('the same words for the same task, whatever the marks and spaces', () => {
    const again = { ...LINE, department: 'CA', name: 'MAY  QUET ' }
    expect(duplicatesOf([LINE, again, { ...again, task: null }, { ...LINE, name: 'Máy in' }])).toEqual([
      [LINE, again],
    ])
  })
  test('an allocation above what was asked for', () => {
    expect(isAboveRequest({ ...LINE, allocated: 17_000_000n })).toBe(false)
    expect(isAboveRequest({ ...LINE, allocated: 17_000_001n })).toBe(true)
  })
})

describe('what is refused', () => {
  const plan = { tasks: [{ code: 'NV-08' }], fundingSources: [{ code: 'NSNN' }] }
  test('a line of an unknown task or source, or that does not multiply to whole đồng', () => {
    expect(lineFaults(LINE, plan, [])).toEqual([])
    expect(lineFaults({ ...LINE, task: null }, plan, [])).toEqual([])
    const wrong = { ...LINE, task: 'NV-99', source: 'X', quantity: '0.5', unitPrice: 1n }
    expect(lineFaults(wrong, plan, []).map(({ code }) => code)).toEqual([
      'not_whole_dong',
      'unknown_task',
      'unknown_source',
    ])
  })
  test('a piece of work of another task or year', () => {
    const works = [{ code: 'NV-08-2027-01', task: 'NV-08' }]
    const of = (line: Partial<BudgetLine>) => lineFaults({ ...LINE, ...line }, plan, works)
    expect(of({ subTask: 'NV-08-2027-01' })).toEqual([])
    const fault = [{ field: 'subTask', code: 'unknown_work' }]
    expect(of({ subTask: 'NV-08-2026-01' })).toEqual(fault)
    expect(of({ task: null, subTask: 'NV-08-2027-01' })).toEqual(fault)
  })
  test('an answer that says nothing, or two things at once', () => {
    expect(answerFault({ noCost: false, lines: 0 })).toBe('nothing_said')
    expect(answerFault({ noCost: true, lines: 1 })).toBe('lines_with_no_cost')
    expect(answerFault({ noCost: true, lines: 0 })).toBeNull()
    expect(answerFault({ noCost: false, lines: 1 })).toBeNull()
  })
  test('spending more than was allocated, or before anything was', () => {
    expect(amountFault({ allocated: 5n, spent: 5n })).toBeNull()
    expect(amountFault({ allocated: 5n, spent: 6n })).toBe('above_allocation')
    expect(amountFault({ allocated: null, spent: 1n })).toBe('above_allocation')
    expect(amountFault({ allocated: null, spent: 0n })).toBeNull()
  })
  test('to close a year in which a line has no allocation, or no outturn', () => {
    expect(linesWanting('allocate', [LINE, { ...LINE, allocated: 0n }])).toEqual([LINE])
    expect(linesWanting('settle', [LINE, { ...LINE, spent: 0n }])).toEqual([LINE])
    expect(linesWanting('submit', [LINE])).toEqual([])
  })
})

test('“no cost” is an answer, and a draft is none yet', () => {
  expect(answerOf(null)).toBe('none')
  expect(answerOf({ noCost: true, state: 'draft' })).toBe('none')
  expect(answerOf({ noCost: true, state: 'requested' })).toBe('no_cost')
  expect(answerOf({ noCost: false, state: 'accepted' })).toBe('asks')
})

test('departments ask for the year after this one', () => {
  expect(yearToRequest(day('2026-11-22'))).toBe(2027)
})
