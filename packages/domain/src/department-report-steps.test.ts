import { describe, expect, test } from 'vitest'
import {
  DEPARTMENT_REPORT_ACTS,
  DEPARTMENT_REPORT_STEPS,
  type DepartmentReportAct,
  type DepartmentReportStep,
  firstTimeAfter,
  mayMoveReport,
  outcomeOf,
  reportActionsIn,
  stepAfter,
} from './department-report-steps.ts'
import type { DepartmentId, PersonId } from './ids.ts'
import { type Actor, can, ROLES, type Role } from './permission.ts'

const ACTS = Object.keys(DEPARTMENT_REPORT_ACTS) as DepartmentReportAct[]
const open = { state: 'open' } as const
const closed = { state: 'closed' } as const
const locked = { state: 'locked' } as const
const excepted = { state: 'exception', until: 1, reason: 'x' } as const

describe("a department's report moves", () => {
  const table: Record<DepartmentReportStep, readonly DepartmentReportAct[]> = {
    open: ['write', 'submit'],
    submitted: ['withdraw', 'accept', 'return'],
    returned: ['write', 'submit'],
    accepted: ['return', 'consolidate'],
    consolidated: [],
  }
  test.each(DEPARTMENT_REPORT_STEPS)('from %s only where the declaration says so', (step) => {
    expect(ACTS.filter((act) => mayMoveReport(act, step))).toEqual(table[step])
    expect(reportActionsIn(step, open)).toEqual(table[step].map((act) => DEPARTMENT_REPORT_ACTS[act].action))
  })
  test('by its department only while the period lets it write; it is judged until the period is locked', () => {
    expect(reportActionsIn('open', closed)).toEqual([])
    expect(reportActionsIn('returned', excepted)).toEqual([
      'department-report.write',
      'department-report.submit',
    ])
    expect(reportActionsIn('submitted', closed)).toEqual([
      'department-report.accept',
      'department-report.return',
    ])
    expect(reportActionsIn('submitted', locked)).toEqual([])
  })
  test('stays returned while it is mended, and keeps its name until it is sent', () => {
    expect(stepAfter('write', 'returned')).toBe('returned')
    expect(stepAfter('write', 'open')).toBe('open')
    expect(stepAfter('submit', 'returned')).toBe('submitted')
  })
  test('keeps the time of its first complete submission; a withdrawal takes it back, a return never does', () => {
    const after = (act: DepartmentReportAct, first: number | null, returns: number, complete = true) =>
      firstTimeAfter(act, { firstSubmittedAt: first, returns }, complete, 9)
    expect(after('submit', null, 0)).toBe(9)
    expect(after('submit', null, 0, false)).toBeNull()
    expect(after('submit', 3, 1)).toBe(3)
    expect(after('withdraw', 3, 0)).toBeNull()
    expect(after('withdraw', 3, 1)).toBe(3)
    expect(after('return', 3, 0)).toBe(3)
    expect(after('accept', 3, 0)).toBe(3)
  })
  test('counts as accepted once it is consolidated', () => {
    expect(DEPARTMENT_REPORT_STEPS.map(outcomeOf)).toEqual([
      null,
      'submitted',
      'returned',
      'accepted',
      'accepted',
    ])
  })
})

describe('who may', () => {
  const [own, other] = ['own', 'other'] as DepartmentId[]
  const me = 'me' as PersonId
  const holding = (role: Role): Actor => ({
    personId: me,
    name: '',
    grants: [{ role, plan: null, departments: [own!] }],
    scopes: null,
  })
  const may = (role: Role, act: DepartmentReportAct, department: DepartmentId, enteredBy = 'another') =>
    can(holding(role), DEPARTMENT_REPORT_ACTS[act].action, {
      plan: 'p',
      department,
      enteredBy: enteredBy as PersonId,
    }).allowed
  const writers: readonly Role[] = ['officer', 'coordinator', 'finance']
  const judges: readonly Role[] = ['coordinator', 'leader']

  test.each(ROLES)('%s', (role) => {
    for (const act of ['write', 'submit', 'withdraw'] as const) {
      expect([act, may(role, act, own!)]).toEqual([act, writers.includes(role)])
      expect([act, may(role, act, other!)]).toEqual([act, role === 'coordinator'])
    }
    for (const act of ['accept', 'return'] as const) {
      expect([act, may(role, act, other!)]).toEqual([act, judges.includes(role)])
      expect([act, may(role, act, other!, me)]).toEqual([act, false])
    }
    expect(may(role, 'consolidate', other!)).toBe(role === 'coordinator')
  })
})
