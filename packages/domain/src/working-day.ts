// Working days, by the ward's table of holidays.

import { addDays, type Day, weekday } from './day.ts'
import type { PlanHoliday } from './plan.ts'

/** The longest chain of days off that a table may hold: Tết is nine. */
const LONGEST_BREAK_DAYS = 60

/** Saturday, Sunday, holidays and days off in lieu are not worked; a worked Saturday is. */
export function isWorkingDay(on: Day, holidays: readonly PlanHoliday[]): boolean {
  const entries = holidays.filter((holiday) => holiday.on === on)
  if (entries.some(({ kind }) => kind === 'worked_saturday')) return true
  return entries.length === 0 && weekday(on) <= 5
}

/** The last working day on or before a day: an internal deadline moves earlier, never later. */
export function lastWorkingDay(onOrBefore: Day, holidays: readonly PlanHoliday[]): Day {
  let on = onOrBefore
  for (let back = 0; back < LONGEST_BREAK_DAYS && !isWorkingDay(on, holidays); back += 1) on = addDays(on, -1)
  return on
}
