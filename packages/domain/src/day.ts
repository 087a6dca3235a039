// A civil day in Asia/Ho_Chi_Minh, as text. No Date and no clock: arithmetic on the proleptic Gregorian calendar.

declare const dayBrand: unique symbol
/** `YYYY-MM-DD`; compares chronologically with `<` and `>`. */
export type Day = string & { readonly [dayBrand]: 'Day' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000
const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAYS_PER_ERA = 146_097
const ERA_TO_1970 = 719_468

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

/** Days since 1970-01-01: counted in 400-year eras whose years begin in March, so that 29 February comes last. */
export function dayNumber(on: Day): number {
  const month = Number(on.slice(5, 7))
  const year = yearOf(on) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(on.slice(8, 10)) - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - ERA_TO_1970
}

export function dayFromNumber(number: number): Day {
  const shifted = number + ERA_TO_1970
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1))
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return day(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`)
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
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
  return (((((dayNumber(on) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
