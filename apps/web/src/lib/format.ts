// Numbers and days as people here write them. Days and counts come ready from the server; nothing is computed here.

import { type Day, dayNumber } from '@tien-do/domain/day'
import { exact, roundExact } from '@tien-do/domain/exact'
import { formatDecimal } from '@tien-do/domain/number-vi'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const MS_PER_DAY = 86_400_000
const IS_VIETNAMESE = getLocale() === 'vi'
const LOCALE = IS_VIETNAMESE ? 'vi-VN' : 'en-GB'

/** Stands where there is no figure; never 0. */
export const ABSENT = '–'

const weekdayName = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', timeZone: 'UTC' })
const instant = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** 1.234,5 here, 1,234.5 in English: the domain rounds and groups, the language has its own marks. */
export function formatNumber(value: number, decimals: number): string {
  const vietnamese = formatDecimal(value, Number.isInteger(value) ? 0 : decimals)
  return IS_VIETNAMESE ? vietnamese : vietnamese.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
}

/** Rounded as it will be shown: 59.98 is 60, and is then written without a mark. */
export function roundForShow(value: number, decimals: number): number {
  return Number(roundExact(exact(value), decimals)) / 10 ** decimals
}

/** 30/11/2026, whatever the browser's language. */
export function formatDay(on: string): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** 30/11 */
function formatDayAndMonth(on: string): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}`
}

/** "đến hết Thứ Hai 30/11": the last day on which it is still on time. */
export function formatLastDay(on: string): string {
  const weekday = weekdayName.format(dayNumber(on as Day) * MS_PER_DAY)
  return m.day_until_end_of({ weekday, day: formatDayAndMonth(on) })
}

/** "còn 8 ngày", from the number that the server gives; negative when the day is over. */
export function formatDaysLeft(days: number): string {
  if (days === 0) return m.days_left_none()
  return days > 0 ? m.days_left({ days }) : m.days_over({ days: -days })
}

/** 14/11/2026 09:10, in Việt Nam. */
export function formatInstant(at: string): string {
  return instant.format(new Date(at)).replace(',', '')
}

/** 09:10, in Việt Nam. */
export function formatTime(at: string): string {
  return formatInstant(at).slice(-5)
}

/** 14:31 if it was today, else 14/11/2026 14:31. */
export function formatTimeOrDay(at: string): string {
  const said = formatInstant(at)
  return said.slice(0, 10) === formatInstant(new Date().toISOString()).slice(0, 10) ? said.slice(-5) : said
}

/** The year that it is in Việt Nam. */
export function yearNow(): string {
  return formatInstant(new Date().toISOString()).slice(6, 10)
}

/** The last day of something that ends at this instant: at midnight, the day before. */
export function formatDayBefore(at: string): string {
  return formatInstant(new Date(new Date(at).getTime() - 1).toISOString()).slice(0, 10)
}
