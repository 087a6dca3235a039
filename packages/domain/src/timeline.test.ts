import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { placeInYear, spanInYear } from './timeline.ts'

const first = day('2026-01-01')

test('work lies between its first day and the end of its last', () => {
  expect(spanInYear(first, day('2026-12-31'), 2026)).toEqual({ from: 0, to: 1 })
  expect(spanInYear(null, day('2026-01-01'), 2026)).toEqual({ from: 0, to: 1 / 365 })
  expect(placeInYear(day('2024-07-01'), 2024)).toBeCloseTo(182 / 366)
})

test('work without a due day, or of another year, has no place', () => {
  expect(spanInYear(first, null, 2026)).toBeNull()
  expect(spanInYear(day('2025-01-01'), day('2025-12-31'), 2026)).toBeNull()
  expect(spanInYear(day('2027-01-01'), day('2027-02-01'), 2026)).toBeNull()
})

test('a bar never leaves the year, and is never empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800, max: 800 }), fc.nat(900), (from, length) => {
      const startsOn = addDays(first, from)
      const span = spanInYear(startsOn, addDays(startsOn, length), 2026)
      if (span) expect(span.from >= 0 && span.from < span.to && span.to <= 1).toBe(true)
    }),
  )
})
