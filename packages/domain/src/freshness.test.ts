import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { freshnessOf } from './freshness.ts'

const asOf = day('2026-11-20')
const open = { opensOn: day('2026-11-01'), closesOn: day('2026-12-01'), hasFigure: false }

describe('freshness', () => {
  test('is fresh while nothing is asked for', () => {
    expect(freshnessOf(day('2025-11-14'), asOf, 400, null)).toBe('fresh')
    expect(freshnessOf(day('2025-11-14'), day('2026-10-31'), 400, open)).toBe('fresh')
  })

  test('is due while the reporting window is open without a figure for it', () => {
    expect(freshnessOf(day('2025-11-14'), asOf, 400, open)).toBe('due')
    expect(freshnessOf(day('2025-11-14'), day('2026-11-01'), 400, open)).toBe('due')
    expect(freshnessOf(day('2026-11-14'), asOf, 400, { ...open, hasFigure: true })).toBe('fresh')
  })

  test('is overdue once the window has closed without a figure', () => {
    expect(freshnessOf(day('2025-11-14'), day('2026-11-30'), 400, open)).toBe('due')
    expect(freshnessOf(day('2025-11-14'), day('2026-12-01'), 400, open)).toBe('overdue')
    expect(freshnessOf(day('2026-11-14'), day('2026-12-01'), 400, { ...open, hasFigure: true })).toBe('fresh')
  })

  test('is stale when the figure is older than the indicator allows, one day more and not the day itself', () => {
    expect(freshnessOf(addDays(asOf, -400), asOf, 400, null)).toBe('fresh')
    expect(freshnessOf(addDays(asOf, -401), asOf, 400, null)).toBe('stale')
    expect(freshnessOf(addDays(asOf, -401), asOf, 400, open)).toBe('stale')
  })

  test('of what was never measured is due or overdue, and nothing before it is asked for', () => {
    expect(freshnessOf(null, asOf, 400, null)).toBeNull()
    expect(freshnessOf(null, asOf, 400, open)).toBe('due')
    expect(freshnessOf(null, day('2027-01-01'), 400, open)).toBe('overdue')
  })

  test('a newer figure is never stale where an older one is not', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (age, newer) => {
        const older = freshnessOf(addDays(asOf, -age - newer), asOf, 400, null)
        if (older === 'fresh') expect(freshnessOf(addDays(asOf, -age), asOf, 400, null)).toBe('fresh')
      }),
    )
  })
})
