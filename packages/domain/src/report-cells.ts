// The cells of a report's tables: printed text, and beside it the number where it is one.

import { formatCount, formatDecimal, formatMoney } from './number-vi.ts'
import type { AppendixCell, AppendixColumn } from './report-document.ts'

export function column(
  key: string,
  title: string,
  width: number,
  align: AppendixColumn['align'] = 'start',
): AppendixColumn {
  return { key, title, width, align }
}

export const words = (text: string): AppendixCell => ({ text, number: null, format: 'text' })

export const BLANK = words('')

export const count = (number: number | null): AppendixCell =>
  number === null ? BLANK : { text: formatCount(number), number, format: 'count' }

/** A whole number has no decimals. */
export function decimal(number: number | null, decimals: number): AppendixCell {
  if (number === null) return BLANK
  const shown = Number.isInteger(number) ? 0 : decimals
  return { text: formatDecimal(number, shown), number, format: `decimal:${shown}` }
}

/** Whole đồng, given as text. */
export const money = (amount: string | null): AppendixCell =>
  amount === null ? BLANK : { text: formatMoney(amount), number: Number(amount), format: 'money' }
