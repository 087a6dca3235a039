// Where work lies in a year, as shares of it: for bars on a line of twelve months.

import { type Day, daysBetween, isLeapYear } from './day.ts'

export interface Span {
  /** 0 at the first moment of the year, 1 at its end. */
  readonly from: number
  readonly to: number
}

/**
 * The part of the year that work takes, from its first day to the end of its last; null where it has no due day or lies
 * outside the year. Without a first day it is shown on its due day.
 */
export function spanInYear(startsOn: Day | null, dueOn: Day | null, year: number): Span | null {
  if (dueOn === null) return null
  const first = `${String(year).padStart(4, '0')}-01-01` as Day
  const days = isLeapYear(year) ? 366 : 365
  const from = daysBetween(first, startsOn ?? dueOn)
  const to = daysBetween(first, dueOn) + 1
  if (to <= 0 || from >= days) return null
  return { from: Math.max(0, from) / days, to: Math.min(days, to) / days }
}

/** Where a day lies in the year; null outside it. */
export function placeInYear(on: Day, year: number): number | null {
  return spanInYear(on, on, year)?.from ?? null
}
