// A figure that waits, beside the one of the period before.

import type { Day } from '@tien-do/domain/day'
import { changeSince } from '@tien-do/domain/figure-change'
import { formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { saidInWords, shareInWords } from '../indicators/said-figure.ts'
import type { Waiting } from './queries.ts'

/** "78,1% (30/11/2025)". */
export function lastInWords({ last, indicator }: Waiting): string {
  if (!last) return m.approval_no_last()
  const words = shareInWords(last, indicator.decimals) ?? saidInWords(last, indicator.decimals)
  return `${words} (${formatDay(last.on)})`
}

/** "+4,2 điểm": null where the two cannot be compared. */
export function changeInWords({ measurement, last, indicator }: Waiting): string | null {
  const since = changeSince(measurement, last && { ...last, on: last.on as Day })
  if (!since) return null
  const sign = since.change > 0 ? '+' : since.change < 0 ? '−' : ''
  const amount = `${sign}${formatNumber(Math.abs(since.change), indicator.decimals)}`
  return measurement.numerator === null ? amount : m.approval_points({ amount })
}
