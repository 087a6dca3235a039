// "Trước ngày 01/12": when something is due, and how a department's report stands against it.

import { addDays, type Day, day, dayAtInstant, daysBetween, isDay, startOfDay } from './day.ts'

/** The first day that is too late: "trước ngày 01/12" of 2026 is 2026-12-01; 29 February in a common year is 1 March. */
export function deadlineDay(before: string, year: number): Day {
  const text = `${String(year).padStart(4, '0')}-${before}`
  return isDay(text) || before !== '02-29' ? day(text) : day(`${text.slice(0, 4)}-03-01`)
}

/** The instant (exclusive, milliseconds since 1970) at which a yearly deadline falls: 00:00 in Việt Nam of its day. */
export function dueAt(before: string, year: number): number {
  return startOfDay(deadlineDay(before, year))
}

/** "Đến hết 30/11": the last day that is on time. */
export function lastDayBefore(due: number): Day {
  return addDays(dayAtInstant(due), -1)
}

/** On time is a first submission before the deadline's instant; the instant itself is late. */
export function isOnTime(firstSubmittedAt: number, due: number): boolean {
  return firstSubmittedAt < due
}

/** Days left until the last day that is on time: 0 on that day, below 0 once it has passed. */
export function daysLeft(now: number, due: number): number {
  return daysBetween(dayAtInstant(now), lastDayBefore(due))
}
