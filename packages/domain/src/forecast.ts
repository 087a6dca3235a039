// Where an indicator will stand on its milestone's day if it goes on as before.

import { type Day, daysBetween, yearsBetween } from './day.ts'
import type { Direction } from './indicator.ts'
import type { PathPoint } from './path.ts'
import type { PlanThresholds } from './plan.ts'

export interface Forecast {
  /** The worse end in the indicator's direction. */
  readonly low: number
  readonly high: number
}

/** What a year ago counts, beside 1 for the latest figure. */
const WEIGHT_PER_YEAR = 0.8

/**
 * A forecast is a range: the trend of the newest points, and the step since at least half a year ago, both laid from
 * the latest figure to the milestone and kept within the natural limits. `points` are sorted by day, the latest last.
 */
export function forecastOn(
  until: Day,
  points: readonly PathPoint[],
  indicator: {
    readonly direction: Direction
    readonly naturalMin: number | null
    readonly naturalMax: number | null
  },
  thresholds: PlanThresholds,
): Forecast | null {
  const newest = points.slice(-thresholds.forecastPoints)
  const latest = newest.at(-1)
  if (!latest || latest.on >= until) return null
  const earlier = newest.findLast((point) => daysBetween(point.on, latest.on) >= thresholds.forecastMinDays)
  if (!earlier) return null
  const shortSlope = (latest.value - earlier.value) / yearsBetween(earlier.on, latest.on)
  const years = yearsBetween(latest.on, until)
  const [below, above] = [longSlope(newest, latest.on), shortSlope]
    .map((slope) => clip(latest.value + slope * years, indicator.naturalMin, indicator.naturalMax))
    .toSorted((a, b) => a - b) as [number, number]
  return indicator.direction === 'up' ? { low: below, high: above } : { low: above, high: below }
}

/** Weighted least squares of value on years before the latest figure. */
function longSlope(points: readonly PathPoint[], latestOn: Day): number {
  const weighted = points.map(({ on, value }) => {
    const age = yearsBetween(on, latestOn)
    return { x: -age, y: value, w: WEIGHT_PER_YEAR ** age }
  })
  const weight = weighted.reduce((sum, { w }) => sum + w, 0)
  const meanX = weighted.reduce((sum, { x, w }) => sum + w * x, 0) / weight
  const meanY = weighted.reduce((sum, { y, w }) => sum + w * y, 0) / weight
  const covariance = weighted.reduce((sum, { x, y, w }) => sum + w * (x - meanX) * (y - meanY), 0)
  const variance = weighted.reduce((sum, { x, w }) => sum + w * (x - meanX) ** 2, 0)
  return covariance / variance
}

function clip(value: number, min: number | null, max: number | null): number {
  return Math.min(Math.max(value, min ?? value), max ?? Number.POSITIVE_INFINITY)
}
