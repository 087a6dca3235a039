import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from './day.ts'
import { currentMilestone, elapsedShare, expectedOn, pathPoints, segmentTo } from './path.ts'

const baseline = { on: day('2022-12-31'), value: 60 }
const first = { on: day('2025-12-31'), target: 80 }
const last = { on: day('2030-12-31'), target: 95 }
const milestones = [last, first]
const path = pathPoints(baseline, milestones)

describe('rule 7: the path', () => {
  test('runs in straight lines by days through the baseline and the milestones', () => {
    expect(path).toEqual([
      { on: '2022-12-31', value: 60 },
      { on: '2025-12-31', value: 80 },
      { on: '2030-12-31', value: 95 },
    ])
    expect(expectedOn(path, day('2024-11-30'))).toBe(60 + (20 * 700) / 1096)
    expect(expectedOn(path, day('2028-02-29'))).toBe(80 + (15 * 790) / 1826)
  })

  test('is the baseline before the baseline, and stays at the last target after the last milestone', () => {
    expect(expectedOn(path, day('2020-01-01'))).toBe(60)
    expect(expectedOn(path, day('2022-12-31'))).toBe(60)
    expect(expectedOn(path, day('2030-12-31'))).toBe(95)
    expect(expectedOn(path, day('2035-01-01'))).toBe(95)
  })

  test('does not exist without a baseline', () => {
    expect(pathPoints(null, milestones)).toEqual([])
    expect(expectedOn([], day('2024-01-01'))).toBeNull()
  })

  test('begins at the baseline: a milestone before it is no corner', () => {
    const late = pathPoints({ on: day('2026-06-15'), value: 60 }, milestones)
    expect(late.map(({ on }) => on)).toEqual(['2026-06-15', '2030-12-31'])
    const onIt = pathPoints({ on: first.on, value: 60 }, milestones)
    expect(onIt.map(({ value }) => value)).toEqual([60, 95])
  })

  test('passes through each milestone and never leaves the span between its corners', () => {
    const corners = fc.uniqueArray(
      fc.record({ days: fc.integer({ min: 1, max: 4000 }), target: fc.integer({ min: 0, max: 100 }) }),
      { selector: ({ days }) => days, minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(corners, fc.integer({ min: -100, max: 5000 }), (chosen, days) => {
        const targets = chosen.map((corner) => ({
          on: addDays(baseline.on, corner.days),
          target: corner.target,
        }))
        const points = pathPoints(baseline, targets)
        for (const { on, target } of targets) expect(expectedOn(points, on)).toBe(target)
        const value = expectedOn(points, addDays(baseline.on, days))
        const values = points.map((point) => point.value)
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      }),
    )
  })
})

describe('the current milestone', () => {
  test('is the first on or after the day, else the last one', () => {
    expect(currentMilestone(milestones, day('2024-01-01'))).toBe(first)
    expect(currentMilestone(milestones, day('2025-12-31'))).toBe(first)
    expect(currentMilestone(milestones, day('2026-01-01'))).toBe(last)
    expect(currentMilestone(milestones, day('2031-01-01'))).toBe(last)
    expect(currentMilestone([], day('2024-01-01'))).toBeNull()
  })
})

describe('the segment', () => {
  const reached = [
    { on: day('2026-11-30'), value: 84 },
    { on: day('2025-11-30'), value: 78 },
    { on: day('2024-11-30'), value: 73 },
  ]

  test('of the first milestone starts at the baseline', () => {
    expect(segmentTo(first, milestones, baseline, reached)).toEqual({ startsOn: '2022-12-31', anchor: 60 })
    expect(segmentTo(first, milestones, null, reached)).toBeNull()
  })

  test('of a later one starts at the milestone before, from the latest figure on or before it', () => {
    expect(segmentTo(last, milestones, baseline, reached)).toEqual({ startsOn: '2025-12-31', anchor: 78 })
    expect(segmentTo(last, milestones, null, reached)).toEqual({ startsOn: '2025-12-31', anchor: 78 })
    const onTheDay = { on: first.on, value: 79 }
    expect(segmentTo(last, milestones, baseline, [...reached, onTheDay])?.anchor).toBe(79)
  })

  test('of a later one starts from the target before where nothing was measured by then', () => {
    expect(segmentTo(last, milestones, baseline, [])).toEqual({ startsOn: '2025-12-31', anchor: 80 })
  })

  test('starts at a baseline that is younger than the milestone before', () => {
    const young = { on: day('2026-06-15'), value: 60 }
    expect(segmentTo(last, milestones, young, reached)).toEqual({ startsOn: '2026-06-15', anchor: 60 })
    const sameDay = { on: first.on, value: 60 }
    expect(segmentTo(last, milestones, sameDay, [])).toEqual({ startsOn: first.on, anchor: 60 })
  })

  test('has a length, or no share of it has passed', () => {
    expect(elapsedShare({ startsOn: baseline.on, anchor: 60 }, first, day('2024-11-30'))).toBe(700 / 1096)
    expect(elapsedShare({ startsOn: first.on, anchor: 60 }, first, first.on)).toBeNull()
  })
})
