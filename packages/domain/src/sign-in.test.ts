import { describe, expect, it } from 'vitest'
import type { Grant } from './permission.ts'
import { delayAfter, isIdle, owesProof, owesSecondFactor, withoutSecondFactor } from './sign-in.ts'

describe('delayAfter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [6, 10],
    [9, 80],
    [12, 640],
    [13, 900],
    [1_000_000, 900],
  ])('%i failures: %i seconds', (failures, seconds) => {
    expect(delayAfter(failures)).toBe(seconds)
  })
})

const grant = (role: Grant['role']): Grant => ({ role, plan: 'x', departments: [] })
const MINUTE = 60_000

describe('a session', () => {
  it('of an administrator is idle after half an hour, of anybody else never', () => {
    expect(isIdle([grant('officer'), grant('admin')], 0, 30 * MINUTE)).toBe(false)
    expect(isIdle([grant('officer'), grant('admin')], 0, 30 * MINUTE + 1)).toBe(true)
    expect(isIdle([grant('leader')], 0, 700 * MINUTE)).toBe(false)
  })
  it('owes its password again after ten minutes, for what makes a way in', () => {
    expect(owesProof('api-key.issue', 0, 10 * MINUTE)).toBe(false)
    expect(owesProof('api-key.issue', 0, 10 * MINUTE + 1)).toBe(true)
    expect(owesProof('api-key.revoke', 0, 700 * MINUTE)).toBe(false)
  })
})

describe('a second factor', () => {
  it('is owed by whoever runs the house or signs for it', () => {
    expect(owesSecondFactor([grant('officer'), grant('leader')])).toBe(true)
    expect(owesSecondFactor([grant('admin')])).toBe(true)
    expect(owesSecondFactor([grant('coordinator'), grant('finance')])).toBe(false)
  })
  it('leaves, while it is missing, the right to read and the lesser roles', () => {
    expect(withoutSecondFactor([grant('admin'), grant('coordinator')])).toEqual([
      grant('viewer'),
      grant('coordinator'),
    ])
  })
})
