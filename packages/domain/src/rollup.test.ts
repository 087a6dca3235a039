import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countByStatus, rollUp, type WeighedIndicator } from './rollup.ts'
import { INDICATOR_STATUSES } from './status.ts'

const of = (weight: number, gapClosed: number | null): WeighedIndicator => ({
  weight,
  gapClosed,
  status: gapClosed === null ? 'no_data' : 'at_risk',
})
const status = fc.constantFrom(...INDICATOR_STATUSES)

describe('counts by status', () => {
  test('name every status, also those that nobody has', () => {
    const counts = countByStatus([
      { status: 'on_track', stale: false },
      { status: 'on_track', stale: false },
      { status: 'no_data', stale: false },
    ])
    expect(Object.keys(counts.byStatus)).toEqual([...INDICATOR_STATUSES])
    expect(counts).toMatchObject({ total: 3, byStatus: { on_track: 2, no_data: 1, achieved: 0 }, stale: 0 })
  })

  test('what is stale leaves the on-track count and keeps any other status', () => {
    const counts = countByStatus([
      { status: 'on_track', stale: true },
      { status: 'on_track', stale: false },
      { status: 'at_risk', stale: true },
    ])
    expect(counts).toMatchObject({ byStatus: { on_track: 1, at_risk: 1 }, staleOnTrack: 1, stale: 2 })
  })

  test('add up to the total', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ status, stale: fc.boolean() })), (indicators) => {
        const { total, byStatus, staleOnTrack } = countByStatus(indicators)
        expect(Object.values(byStatus).reduce((sum, count) => sum + count, staleOnTrack)).toBe(total)
        expect(total).toBe(indicators.length)
      }),
    )
  })
})

describe('the aggregate', () => {
  test('of weights 2, 1, 1 with 1.2, 0.5 and none is 0.833 measured, 0.75 covered, 0.625 at least, no headline', () => {
    const { measured, coverage, lowerBound, headline } = rollUp([of(2, 1.2), of(1, 0.5), of(1, null)], 0.8)
    expect(measured?.toFixed(3)).toBe('0.833')
    expect([coverage, lowerBound, headline]).toEqual([0.75, 0.625, null])
  })

  test('shows one percentage from a coverage of exactly 0.80', () => {
    expect(rollUp([of(4, 0.5), of(1, null)], 0.8).headline).toBe(0.5)
    expect(rollUp([of(0.1, 0.5), of(0.7, 0.5), of(0.2, null)], 0.8).headline).toBeCloseTo(0.5, 12)
    expect(rollUp([of(3.99, 0.5), of(1.01, null)], 0.8).headline).toBeNull()
  })

  test('counts no indicator below 0 or above 1', () => {
    expect(rollUp([of(1, -0.5), of(1, 1.5)], 0.8)).toEqual({
      measured: 0.5,
      coverage: 1,
      lowerBound: 0.5,
      headline: 0.5,
    })
  })

  test('of nothing is null, not 0 and not 100', () => {
    const nothing = { measured: null, coverage: null, lowerBound: null, headline: null }
    expect(rollUp([], 0.8)).toEqual(nothing)
    expect(rollUp([{ ...of(1, null), status: 'not_applicable' }], 0.8)).toEqual(nothing)
  })

  test('of indicators without any figure has a coverage of 0 and no measure', () => {
    expect(rollUp([of(1, null)], 0.8)).toEqual({ measured: null, coverage: 0, lowerBound: 0, headline: null })
  })

  test('does not ask for what is not applicable', () => {
    expect(rollUp([of(1, 0.5), { ...of(9, null), status: 'not_applicable' }], 0.8).coverage).toBe(1)
  })

  test('lies between 0 and 1, never below its lower bound, in whatever order the indicators come', () => {
    const indicator = fc.record({
      weight: fc.integer({ min: 1, max: 50 }),
      gapClosed: fc.option(fc.double({ min: -3, max: 3, noNaN: true })),
      status,
    })
    fc.assert(
      fc.property(fc.array(indicator), (indicators) => {
        const result = rollUp(indicators, 0.8)
        expect(rollUp(indicators.toReversed(), 0.8)).toEqual(result)
        if (result.measured === null || result.lowerBound === null) return
        expect(result.measured).toBeGreaterThanOrEqual(result.lowerBound - 1e-12)
        expect(result.lowerBound).toBeGreaterThanOrEqual(0)
        expect(result.measured).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})
