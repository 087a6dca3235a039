// Whatever is measured: laws that hold for every indicator, over made-up ones.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApprovedFigure } from './approved.ts'
import { addDays, day } from './day.ts'
import { assessIndicator } from './progress.ts'
import { INDICATOR_STATUSES, type IndicatorStatus } from './status.ts'

const from = (value: number) => ({ on: day('2022-12-31'), value, kind: 'plan' as const })

const RANK: Partial<Record<IndicatorStatus, number>> = {
  regressing: 0,
  missed: 0,
  off_track: 1,
  at_risk: 2,
  on_track: 3,
  achieved: 4,
}
const direction = fc.constantFrom('up' as const, 'down' as const)
const points = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
const someDay = fc.integer({ min: -400, max: 3600 }).map((days) => addDays(day('2022-12-31'), days))
const course = fc.record({
  direction,
  naturalMin: fc.constantFrom(null, 0),
  naturalMax: fc.constantFrom(null, 100),
  baseline: fc.option(points.map(from)),
  milestones: fc.uniqueArray(fc.record({ on: someDay, target: points }), {
    selector: ({ on }) => on,
    maxLength: 3,
  }),
  asOf: someDay,
})
const measured: fc.Arbitrary<ApprovedFigure[]> = fc.array(
  fc.oneof(
    fc.record({ on: someDay, value: points }),
    fc
      .record({
        on: someDay,
        numerator: fc.integer({ min: 0, max: 50 }),
        rest: fc.integer({ min: 0, max: 50 }),
      })
      .map(({ on, numerator, rest }) => ({ on, value: null, numerator, denominator: numerator + rest })),
  ),
  { maxLength: 14 },
)

describe('every status', () => {
  test('does not depend on the order of measurements and milestones', () => {
    fc.assert(
      fc.property(
        course,
        measured.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        (input, [all, shuffled]) => {
          const milestones = input.milestones.toReversed()
          expect(assessIndicator({ ...input, milestones, measurements: shuffled })).toEqual(
            assessIndicator({ ...input, measurements: all }),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is one of the ten, and no number beside it is infinite or undefined', () => {
    fc.assert(
      fc.property(course, measured, (input, measurements) => {
        const result = assessIndicator({ ...input, measurements })
        expect(INDICATOR_STATUSES).toContain(result.status)
        const numbers = JSON.stringify(result, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value,
        )
        expect(numbers).not.toContain('not finite')
      }),
      { numRuns: 500 },
    )
  })

  test('ignores what describes a later day', () => {
    fc.assert(
      fc.property(course, measured, (input, measurements) => {
        const known = measurements.filter(({ on }) => on <= input.asOf)
        expect(assessIndicator({ ...input, measurements })).toEqual(
          assessIndicator({ ...input, measurements: known }),
        )
      }),
    )
  })

  test("never worsens where the latest figure is better, all else equal, beside the plan's baseline", () => {
    fc.assert(
      fc.property(
        course.filter(({ baseline }) => baseline !== null),
        fc.array(fc.record({ on: someDay, value: points }), { maxLength: 8 }),
        points,
        points,
        (input, earlier, a, b) => {
          fc.pre(input.milestones.length > 0)
          const latest = (value: number) => [
            ...earlier.filter(({ on }) => on < input.asOf),
            { on: input.asOf, value },
          ]
          const [worse, better] = a < b === (input.direction === 'up') ? [a, b] : [b, a]
          const before = assessIndicator({ ...input, measurements: latest(worse) })
          const after = assessIndicator({ ...input, measurements: latest(better) })
          const [rankBefore, rankAfter] = [RANK[before.status], RANK[after.status]]
          fc.pre(rankBefore !== undefined && rankAfter !== undefined)
          expect(rankAfter).toBeGreaterThanOrEqual(rankBefore!)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('is the same mirrored: what rises towards a target is judged as what falls towards its mirror', () => {
    fc.assert(
      fc.property(
        course,
        fc.array(fc.record({ on: someDay, value: points }), { maxLength: 8 }),
        (input, measurements) => {
          const mirrored = assessIndicator({
            ...input,
            direction: input.direction === 'up' ? 'down' : 'up',
            naturalMin: input.naturalMax === null ? null : -input.naturalMax,
            naturalMax: input.naturalMin === null ? null : -input.naturalMin,
            baseline: input.baseline && { ...input.baseline, value: -input.baseline.value },
            milestones: input.milestones.map(({ on, target }) => ({ on, target: -target })),
            measurements: measurements.map(({ on, value }) => ({ on, value: -value })),
          })
          const straight = assessIndicator({ ...input, measurements })
          expect([mirrored.status, mirrored.reason]).toEqual([straight.status, straight.reason])
        },
      ),
    )
  })
})
