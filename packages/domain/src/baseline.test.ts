import { describe, expect, test } from 'vitest'
import { resolveBaseline } from './baseline.ts'
import { day } from './day.ts'

const startsOn = day('2023-01-01')
const points = [
  { on: day('2024-11-30'), value: 73 },
  { on: day('2022-11-30'), value: 50 },
  { on: day('2023-11-30'), value: 67 },
]

describe('rule 6: the baseline', () => {
  test("is the plan's where the plan states one", () => {
    const stated = { on: day('2022-12-31'), value: 0 }
    expect(resolveBaseline(stated, points, startsOn)).toEqual({ ...stated, kind: 'plan' })
  })

  test("is else the earliest approved figure on or after the plan's start, shown as such", () => {
    expect(resolveBaseline(null, points, startsOn)).toEqual({
      on: '2023-11-30',
      value: 67,
      kind: 'first_measurement',
    })
    expect(resolveBaseline(null, points, day('2023-11-30'))?.on).toBe('2023-11-30')
    expect(resolveBaseline(null, points, day('2023-12-01'))?.on).toBe('2024-11-30')
  })

  test('is none where nothing was measured since, never 0', () => {
    expect(resolveBaseline(null, [], startsOn)).toBeNull()
    expect(resolveBaseline(null, points, day('2025-01-01'))).toBeNull()
  })

  test('is never a figure without a value, and may be 0 where 0 was measured', () => {
    const nothingToCount = { on: day('2023-05-01'), value: null }
    const zero = { on: day('2023-06-01'), value: 0 }
    expect(resolveBaseline(null, [...points, nothingToCount, zero], startsOn)).toMatchObject({
      on: '2023-06-01',
      value: 0,
    })
  })
})
