// Which day a figure describes when it is entered for a year.

import { addDays, type Day, day, yearOf } from './day.ts'
import { deadlineDay } from './deadline.ts'
import type { MeasurementState } from './measurement.ts'

/** The days of which a figure speaks for a year's end: from as long before it as a milestone's verdict looks back. */
export function reportingDays(
  year: number,
  verdictDaysBefore: number,
): { readonly from: Day; readonly to: Day } {
  const to = day(`${String(year).padStart(4, '0')}-12-31`)
  return { from: addDays(to, -verdictDaysBefore), to }
}

/** What bears on the day: a figure that still counts. */
interface Living {
  readonly on: Day
  readonly state: MeasurementState
}

/**
 * The figure that a year's cell shows: the newest one under way in that year, else the newest in force that speaks for
 * the year's end. An earlier count of the same year is another figure, and stands beside the cell as the last one.
 */
export function livingDay(living: readonly Living[], year: number, verdictDaysBefore: number): Day | null {
  const { from, to } = reportingDays(year, verdictDaysBefore)
  const underWay = living.filter(({ on, state }) => yearOf(on) === year && isUnderWay(state))
  const inForce = living.filter(({ on, state }) => state === 'approved' && on >= from && on <= to)
  return newest(underWay) ?? newest(inForce)
}

/** A new figure describes the year's data cut-off, or today while that has not come. */
export function newEntryDay(dataCutOff: string, year: number, today: Day): Day {
  const cutOff = deadlineDay(dataCutOff, year)
  return today < cutOff ? today : cutOff
}

function isUnderWay(state: MeasurementState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'returned'
}

function newest(living: readonly Living[]): Day | null {
  return living.reduce<Day | null>((last, { on }) => (last === null || on > last ? on : last), null)
}
