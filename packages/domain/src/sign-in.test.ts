import { describe, expect, it } from 'vitest'
import type { Grant } from './permission.ts'
import { delayAfter, owesSecondFactor, withoutSecondFactor } from './sign-in.ts'

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

describe('a second factor', () => {
  const grant = (role: Grant['role']): Grant => ({ role, plan: 'x', departments: [] })
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
