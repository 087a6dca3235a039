// A day as people type it here.

import { type Day, isDay } from './day.ts'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** 14/11/2026, 14-11-2026, 14.11.2026 and 2026-11-14 are the same day, never the American order; null where it is none. */
export function parseDay(text: string): Day | null {
  const typed = text.trim()
  const [, date = '', month = '', year = ''] = DAY_FIRST.exec(typed) ?? []
  const written = year === '' ? typed : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(written) ? written : null
}
