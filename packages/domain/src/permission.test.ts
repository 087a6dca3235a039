import { describe, expect, test } from 'vitest'
import type { DepartmentId, PersonId } from './ids.ts'
import {
  ACTIONS,
  type Actor,
  allowedAmong,
  can,
  type Grant,
  isOpenToAnyone,
  ROLES,
  SCOPES,
} from './permission.ts'

const [own, other] = ['own', 'other'] as DepartmentId[]
const me = 'me' as PersonId
const holding = (role: Grant['role'], more: Partial<Actor> & Partial<Grant> = {}): Actor => ({
  personId: me,
  name: '',
  grants: [{ role, plan: more.plan ?? null, departments: more.departments ?? [own!] }],
  scopes: more.scopes ?? null,
  ...(more.narrowedTo ? { narrowedTo: more.narrowedTo } : {}),
})
const because = (
  actor: Actor,
  action: Parameters<typeof can>[1],
  subject: Partial<Parameters<typeof can>[2]> = {},
) => {
  const decision = can(actor, action, { plan: 'p', ...subject })
  return decision.allowed ? 'allowed' : decision.because
}

describe('a role', () => {
  test('counts in its own plan only, unless it is held in all of them', () => {
    expect(because(holding('viewer', { plan: 'p' }), 'plan.read')).toBe('allowed')
    expect(because(holding('viewer', { plan: 'q' }), 'plan.read')).toBe('role')
    expect(because(holding('viewer'), 'plan.read')).toBe('allowed')
  })
  test('of an officer reaches the departments it is held for, and not what belongs to nobody', () => {
    const officer = holding('officer')
    expect(because(officer, 'measurement.record', { department: own! })).toBe('allowed')
    expect(because(officer, 'measurement.record', { department: other! })).toBe('department')
    expect(because(officer, 'measurement.record', { department: null })).toBe('department')
    expect(because(officer, 'measurement.record')).toBe('allowed')
  })
  test('of a coordinator reaches all of them', () => {
    for (const department of [own!, other!, null])
      expect(because(holding('coordinator'), 'measurement.record', { department })).toBe('allowed')
  })
  test('lets nobody judge what they entered themselves', () => {
    for (const role of ['coordinator', 'leader'] as const)
      for (const action of ['measurement.approve', 'measurement.return'] as const) {
        expect(because(holding(role), action, { enteredBy: me })).toBe('own_entry')
        expect(because(holding(role), action, { enteredBy: 'another' as PersonId })).toBe('allowed')
      }
  })
  test('may read, whichever it is', () => {
    for (const role of ROLES) expect(because(holding(role), 'measurement.read')).toBe('allowed')
  })
})

describe('nobody', () => {
  test('may do what is open to anyone, and nothing else', () => {
    const nobody: Actor = { personId: '' as PersonId, name: '', grants: [], scopes: null }
    for (const action of ACTIONS)
      expect(because(nobody, action)).toBe(isOpenToAnyone(action) ? 'allowed' : 'role')
  })
})

describe('a key', () => {
  test('does only what its scopes name, and never more than its maker', () => {
    expect(because(holding('coordinator', { scopes: ['plan:read'] }), 'measurement.record')).toBe('scope')
    expect(because(holding('viewer', { scopes: ['measurements:write'] }), 'measurement.record')).toBe('role')
    for (const role of ROLES)
      for (const scope of SCOPES) {
        const key = allowedAmong(holding(role, { scopes: [scope] }), ACTIONS, { plan: 'p' })
        expect(allowedAmong(holding(role), ACTIONS, { plan: 'p' })).toEqual(expect.arrayContaining(key))
      }
  })
  test('without a scope does nothing that one must be asked for', () => {
    for (const action of ACTIONS.filter((each) => !isOpenToAnyone(each)))
      expect(because(holding('admin', { scopes: [] }), action)).toBe('scope')
  })
  test('that was made for a department stays in it, however far its maker reaches', () => {
    const key = holding('coordinator', { scopes: ['measurements:write', 'plan:write'], narrowedTo: [own!] })
    expect(because(key, 'measurement.record', { department: own! })).toBe('allowed')
    expect(because(key, 'measurement.record', { department: other! })).toBe('department')
    expect(because(key, 'plan.replace', { department: null })).toBe('department')
  })
  test('that was made for a department of others reaches nothing at all', () => {
    const key = holding('officer', { scopes: ['measurements:write'], narrowedTo: [other!] })
    for (const department of [own!, other!])
      expect(because(key, 'measurement.record', { department })).toBe('department')
  })
})
