// A civil day in Asia/Ho_Chi_Minh, as text. No Date and no clock: arithmetic on the proleptic Gregorian calendar.

declare const dayBrand: unique symbol
/** `YYYY-MM-DD`; compares chronologically with `<` and `>`. */
export type Day = string & { readonly [dayBrand]: 'Day' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** Days in a mean Gregorian year: the length of a year in every rate. */
export const DAYS_PER_YEAR = 365.2425

/** Whether the text names a day that exists: 2024-02-29 does, 2023-02-29 does not. */
export function isDay(text: string): text is Day {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/** The same text as a Day; throws RangeError on a day that does not exist (for constants and tests). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}

/** Days since 1970-01-01. */
export function dayNumber(on: Day): number {
  return Date.UTC(yearOf(on), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / MS_PER_DAY
}

export function dayFromNumber(number: number): Day {
  return day(new Date(number * MS_PER_DAY).toISOString().slice(0, 10))
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(on: Day, days: number): Day {
  return dayFromNumber(dayNumber(on) + days)
}

/** Years of 365.2425 days from one day to another. */
export function yearsBetween(from: Day, to: Day): number {
  return daysBetween(from, to) / DAYS_PER_YEAR
}

/** The day it is in Việt Nam at an instant (milliseconds since 1970, UTC): +07:00, no daylight saving. */
export function dayAtInstant(epochMs: number): Day {
  return dayFromNumber(Math.floor((epochMs + VIETNAM_OFFSET_MS) / MS_PER_DAY))
}

/** The instant (milliseconds since 1970, UTC) at which a day begins in Việt Nam. */
export function startOfDay(on: Day): number {
  return dayNumber(on) * MS_PER_DAY - VIETNAM_OFFSET_MS
}

/** 1 Monday … 7 Sunday. */
export function weekday(on: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7 + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
