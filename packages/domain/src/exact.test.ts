import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareExact, exact, exactPercent, roundExact } from './exact.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 })

describe('an exact number', () => {
  test('is what its decimal writing says', () => {
    expect(compareExact(exact(0.1), { over: 1n, under: 10n })).toBe(0)
    expect(compareExact(exact(-12.5), { over: -25n, under: 2n })).toBe(0)
    expect(exact(1e21)).toEqual({ over: 10n ** 21n, under: 1n })
    expect(compareExact(exact(1.5e-7), { over: 15n, under: 10n ** 8n })).toBe(0)
  })

  test('compares as the numbers do', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => Math.sign(compareExact(exact(a), exact(b))) === Math.sign(a - b)),
    )
  })

  test('a percentage is exact where the quotient is not', () => {
    expect(compareExact(exactPercent(1, 3), { over: 100n, under: 3n })).toBe(0)
    expect(compareExact(exactPercent(7996, 10_000), exact(79.96))).toBe(0)
  })

  test('halves are rounded away from zero', () => {
    expect(roundExact(exact(1.005), 2)).toBe(101n)
    expect(roundExact(exact(-2.5), 0)).toBe(-3n)
    expect(roundExact(exact(79.94), 1)).toBe(799n)
  })
})
