// The plan's year: which deadline comes next, and which day is the last that is on time.

import { type Day, dayAtInstant, yearOf } from './day.ts'
import { daysLeft, deadlineDay, dueAt, lastDayBefore } from './deadline.ts'
import type { PlanDeadline, PlanHoliday } from './plan.ts'
import { lastWorkingDay } from './working-day.ts'

export interface DeadlineOccurrence {
  readonly year: number
  /** The first day that is too late ("trước ngày 01/12"). */
  readonly before: Day
  /** "Đến hết 30/11". */
  readonly lastDay: Day
  /** The last working day on or before it. */
  readonly lastWorkingDay: Day
  readonly daysLeft: number
}

/** The next time a yearly deadline falls, from now on: this year's while its last day has not passed, else next year's. */
export function nextOccurrence(
  deadline: Pick<PlanDeadline, 'rule' | 'before'>,
  holidays: readonly PlanHoliday[],
  now: number,
): DeadlineOccurrence | null {
  const { before, rule } = deadline
  if (rule !== 'yearly' || before === null) return null
  const thisYear = yearOf(dayAtInstant(now))
  const year = now < dueAt(before, thisYear) ? thisYear : thisYear + 1
  const due = dueAt(before, year)
  const lastDay = lastDayBefore(due)
  return {
    year,
    before: deadlineDay(before, year),
    lastDay,
    lastWorkingDay: lastWorkingDay(lastDay, holidays),
    daysLeft: daysLeft(now, due),
  }
}
