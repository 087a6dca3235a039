// How old what is known is: a second axis beside the status.

import { type Day, daysBetween } from './day.ts'

export const FRESHNESSES = ['fresh', 'due', 'overdue', 'stale'] as const
export type Freshness = (typeof FRESHNESSES)[number]

/** A period in which a figure is asked for. */
export interface ReportingWindow {
  readonly opensOn: Day
  /** Exclusive: the first day that is too late. */
  readonly closesOn: Day
  readonly hasFigure: boolean
}

/**
 * A figure is stale once it is older than its indicator allows; else overdue where its reporting window closed without
 * it, due while the window is open, and fresh. What was never measured and is not yet asked for is none of these.
 */
export function freshnessOf(
  measuredOn: Day | null,
  asOf: Day,
  staleAfterDays: number,
  window: ReportingWindow | null,
): Freshness | null {
  if (measuredOn !== null && daysBetween(measuredOn, asOf) > staleAfterDays) return 'stale'
  if (window && !window.hasFigure && asOf >= window.closesOn) return 'overdue'
  if (window && !window.hasFigure && asOf >= window.opensOn) return 'due'
  return measuredOn === null ? null : 'fresh'
}
