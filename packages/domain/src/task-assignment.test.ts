import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import {
  assignmentFaults,
  leadingOn,
  statedLead,
  type TaskAssignment,
  unassignedOn,
} from './task-assignment.ts'
import { clarityOf } from './task-clarity.ts'

const SILENT = { lead: null, coordinating: [] }
const STATED = { lead: { department: 'VH-TT', stated: true }, coordinating: ['*'] }
const from = day('2026-01-12')
const decided = (more: Partial<TaskAssignment> = {}): TaskAssignment => ({
  ...{ lead: 'VP-TK', coordinating: [], from, reason: null },
  ...more,
})
const DEPARTMENTS = new Set(['VH-TT', 'VP-TK', 'CA'])

describe('who leads a task', () => {
  test('is whom the plan states, or nobody where it is silent: a proposal is never a fact', () => {
    expect(leadingOn(STATED, [], from).lead).toEqual({ department: 'VH-TT', source: 'plan' })
    expect(leadingOn({ ...SILENT }, [], from)).toMatchObject({ lead: null, assignment: null })
  })
  test('is the newest decision of the ward that has begun', () => {
    const decisions = [decided(), decided({ lead: 'CA', from: day('2026-07-01') })]
    expect(leadingOn(SILENT, decisions, day('2026-01-11')).lead).toBeNull()
    expect(leadingOn(SILENT, decisions, day('2026-06-30')).lead).toEqual({
      department: 'VP-TK',
      source: 'ward',
    })
    expect(leadingOn(SILENT, decisions, day('2026-07-01')).lead).toEqual({ department: 'CA', source: 'ward' })
  })
  test('of two decisions from one day is the later', () => {
    expect(leadingOn(SILENT, [decided(), decided({ lead: 'CA' })], from).lead?.department).toBe('CA')
  })
  test('can be taken back', () => {
    expect(leadingOn(SILENT, [decided(), decided({ lead: null })], from).lead).toBeNull()
  })
  test('tells a choice against the plan from one where the plan is silent', () => {
    const against = leadingOn(STATED, [decided({ reason: 'Nghỉ thai sản' })], from)
    expect([against.lead?.source, statedLead(STATED)]).toEqual(['ward_against_plan', 'VH-TT'])
  })
  test('does not depend on the order of decisions of different days', () => {
    const days = fc.uniqueArray(fc.nat(900), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(days, fc.nat(900), (offsets, today) => {
        const all = offsets.map((offset, index) =>
          decided({ lead: `B${index}`, from: addDays(from, offset) }),
        )
        const on = addDays(from, today)
        expect(leadingOn(SILENT, all, on)).toEqual(leadingOn(SILENT, all.toReversed(), on))
      }),
    )
  })
  test('is nobody for the tasks that are said to be unassigned', () => {
    const tasks = [
      { code: 'NV-01', ...SILENT },
      { code: 'NV-02', ...STATED },
    ]
    const unassigned = unassignedOn(tasks, () => [], from)
    expect(unassigned.map(({ code }) => code)).toEqual(['NV-01'])
  })
})

describe('a decision', () => {
  test.each([
    ['names a department that there is not', SILENT, { lead: 'XX' }, ['lead', 'unknown_department']],
    [
      'has the lead coordinate itself',
      SILENT,
      { coordinating: ['VP-TK'] },
      ['coordinating/0', 'leads_already'],
    ],
    ['names one twice', SILENT, { coordinating: ['CA', 'CA'] }, ['coordinating/1', 'duplicate']],
    [
      'leaves the stated lead in silence',
      STATED,
      { coordinating: ['*'] },
      ['reason', 'stated_lead_needs_reason'],
    ],
    [
      'drops the stated coordinating in silence',
      STATED,
      { lead: 'VH-TT' },
      ['reason', 'stated_coordinating_needs_reason'],
    ],
  ])('is refused where it %s', (_name, task, more, [field, code]) => {
    expect(assignmentFaults(task, decided(more), DEPARTMENTS)).toMatchObject([{ field, code }])
  })
  test('may leave what the plan states for a reason, and follow it without one', () => {
    expect(assignmentFaults(STATED, decided({ reason: 'Nghỉ thai sản' }), DEPARTMENTS)).toEqual([])
    expect(assignmentFaults(STATED, decided({ lead: 'VH-TT', coordinating: ['*'] }), DEPARTMENTS)).toEqual([])
  })
})

describe('the five clarities', () => {
  const piece = { code: 'a', state: 'in_progress', department: 'CA', dueOn: from, outputs: [1] } as const
  const clear = (checks: ReturnType<typeof clarityOf>) =>
    checks.filter(({ clear }) => clear).map(({ clarity }) => clarity)
  test('are all there where somebody leads and each piece has a day, a department and a product', () => {
    expect(clear(clarityOf({ lead: 'CA', pieces: [piece] }))).toHaveLength(5)
  })
  test('without any piece of work only the person can be clear', () => {
    expect(clear(clarityOf({ lead: 'CA', pieces: [] }))).toEqual(['person'])
    expect(clear(clarityOf({ lead: null, pieces: [{ ...piece, state: 'cancelled' }] }))).toEqual([])
  })
  test('name the pieces that lack something; work that goes on owes no day', () => {
    const pieces = [
      piece,
      { ...piece, code: 'b', dueOn: null, outputs: [] },
      { ...piece, code: 'c', state: 'continuous', dueOn: null, department: null } as const,
    ]
    const checks = clarityOf({ lead: 'CA', pieces })
    expect(checks.map(({ missing }) => missing)).toEqual([[], [], ['b'], ['c'], ['b']])
  })
})
