// Aggregates of a group, a department or the plan: first how many stand where, then how much of the way is covered.

import { INDICATOR_STATUSES, type IndicatorStatus } from './status.ts'

export interface CountedIndicator {
  readonly status: IndicatorStatus
  readonly stale: boolean
}

export interface StatusCounts {
  readonly total: number
  /** By status; a stale indicator that was on track is in `staleOnTrack` instead. They add up to the total. */
  readonly byStatus: Readonly<Record<IndicatorStatus, number>>
  readonly staleOnTrack: number
  /** Stale ones of any status. */
  readonly stale: number
}

/** The headline: counts by status. What is stale keeps its status, greyed, and leaves the on-track count. */
export function countByStatus(indicators: readonly CountedIndicator[]): StatusCounts {
  const byStatus = Object.fromEntries(INDICATOR_STATUSES.map((status) => [status, 0])) as Record<
    IndicatorStatus,
    number
  >
  let stale = 0
  let staleOnTrack = 0
  for (const indicator of indicators) {
    if (indicator.stale) stale += 1
    if (indicator.stale && indicator.status === 'on_track') staleOnTrack += 1
    else byStatus[indicator.status] += 1
  }
  return { total: indicators.length, byStatus, staleOnTrack, stale }
}

/** The error of a division is no missing coverage. */
const TOLERANCE = 1e-9

/** A quantitative indicator in an aggregate. */
export interface WeighedIndicator {
  readonly weight: number
  readonly gapClosed: number | null
  readonly status: IndicatorStatus
}

export interface RollUp {
  /** Share of the way, over those that have one. */
  readonly measured: number | null
  /** Weight of those that have one, over the weight of all. */
  readonly coverage: number | null
  /** The same share with the missing as 0. */
  readonly lowerBound: number | null
  /** The one percentage that may be shown; null below the coverage that it needs. */
  readonly headline: number | null
}

/**
 * How much of the way a group has covered, weighed; here, and only here, no indicator counts below 0 or above 100 %.
 * What is not applicable is not part of the way; what is judged in words is never passed in.
 */
export function rollUp(indicators: readonly WeighedIndicator[], coverageForPercent: number): RollUp {
  const applicable = indicators.filter(({ status }) => status !== 'not_applicable')
  const known = applicable.flatMap(({ weight, gapClosed }) =>
    gapClosed === null ? [] : [{ weight, gapClosed }],
  )
  const total = sum(applicable.map(({ weight }) => weight))
  const knownWeight = sum(known.map(({ weight }) => weight))
  const covered = sum(known.map(({ weight, gapClosed }) => weight * Math.min(Math.max(gapClosed, 0), 1)))
  const measured = knownWeight > 0 ? covered / knownWeight : null
  const coverage = total > 0 ? knownWeight / total : null
  return {
    measured,
    coverage,
    lowerBound: total > 0 ? covered / total : null,
    headline: coverage !== null && coverage >= coverageForPercent - TOLERANCE ? measured : null,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b).reduce((total, number) => total + number, 0)
}
