import { describe, expect, test } from 'vitest'
import type { DepartmentId, PersonId } from './ids.ts'
import {
  actionsIn,
  MEASUREMENT_ACTS,
  MEASUREMENT_STATES,
  type MeasurementAct,
  mayMove,
} from './measurement.ts'
import { type Actor, can, ROLES, type Role } from './permission.ts'

/** From which states an act is open, and to what it leads. */
const TABLE: Record<MeasurementAct, [from: string[], to: string, reason: boolean]> = {
  submit: [['draft', 'returned'], 'submitted', false],
  withdraw: [['submitted'], 'draft', false],
  approve: [['submitted'], 'approved', false],
  return: [['submitted'], 'returned', true],
  correct: [['draft', 'submitted', 'returned', 'approved'], 'submitted', true],
}
const WRITERS: Role[] = ['officer', 'coordinator', 'finance']
const JUDGES: Role[] = ['coordinator', 'leader']
const OWN = 'own' as DepartmentId
const person = (role: Role): Actor => ({
  personId: 'me' as PersonId,
  name: '',
  grants: [{ role, plan: 'p', departments: [OWN] }],
  scopes: null,
})
const allowed = (role: Role, act: MeasurementAct, more: object = {}) =>
  can(person(role), MEASUREMENT_ACTS[act].action, { plan: 'p', department: OWN, ...more }).allowed

describe.each(Object.keys(TABLE) as MeasurementAct[])('%s', (act) => {
  const [from, to, reason] = TABLE[act]
  test.each(MEASUREMENT_STATES)('of what is %s', (state) => {
    expect(mayMove(act, state)).toBe(from.includes(state))
    expect(actionsIn(state).includes(MEASUREMENT_ACTS[act].action)).toBe(from.includes(state))
  })
  test('leads to one state, and owes a reason or not', () => {
    expect([MEASUREMENT_ACTS[act].to, MEASUREMENT_ACTS[act].reason]).toEqual([to, reason])
  })
  const judging = act === 'approve' || act === 'return'
  test.each(ROLES)('by %s', (role) => {
    const may = judging ? JUDGES : WRITERS
    expect(allowed(role, act)).toBe(may.includes(role))
    const another = { department: 'another' as DepartmentId }
    const everywhere: Role[] = judging ? JUDGES : ['coordinator']
    expect(allowed(role, act, another)).toBe(everywhere.includes(role))
    const ownEntry = { enteredBy: 'me' as PersonId }
    expect(allowed(role, act, ownEntry)).toBe(may.includes(role) && !judging)
  })
})

test('what is superseded never moves again', () => {
  expect(actionsIn('superseded')).toEqual([])
})

describe.each(MEASUREMENT_STATES)('in a period, what is %s', (state) => {
  const all = actionsIn(state)
  const judging = all.filter((action) => action.endsWith('.approve') || action.endsWith('.return'))
  test('is only judged once the period is closed, and stands still once it is locked', () => {
    expect(actionsIn(state, { write: true, decide: true })).toEqual(all)
    expect(actionsIn(state, { write: false, decide: true })).toEqual(judging)
    expect(actionsIn(state, { write: false, decide: false })).toEqual([])
  })
  test('is written again under an exception, even where nothing may be decided', () => {
    const written = all.filter((action) => !judging.includes(action))
    expect(actionsIn(state, { write: true, decide: false })).toEqual(written)
  })
})
