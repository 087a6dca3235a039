// Numbers and days as people here write them. Days and counts come ready from the server; nothing is computed here.

import { type Day, dayNumber } from '@tien-do/domain/day'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const MS_PER_DAY = 86_400_000
const LOCALE = getLocale() === 'vi' ? 'vi-VN' : 'en-GB'

const weekdayName = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', timeZone: 'UTC' })
const instant = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** 30/11/2026, whatever the browser's language. */
export function formatDay(on: Day): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** 30/11 */
export function formatDayAndMonth(on: Day): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}`
}

/** "đến hết Thứ Hai 30/11": the last day on which it is still on time. */
export function formatLastDay(on: Day): string {
  const weekday = weekdayName.format(dayNumber(on) * MS_PER_DAY)
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
