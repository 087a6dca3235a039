// What a figure says, in words: counts, a share, a value, a state, or that it does not apply.

import type { Schemas } from '@tien-do/api-client'
import { worthOf } from '@tien-do/domain/figure-change'
import { ABSENT, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'

export type Said = Pick<
  Schemas['Measurement'],
  'numerator' | 'denominator' | 'value' | 'qualitative' | 'notApplicable'
>

export const QUALITATIVE_WORDS: Record<NonNullable<Said['qualitative']>, () => string> = {
  not_started: m.entry_qualitative_not_started,
  in_progress: m.entry_qualitative_in_progress,
  done: m.entry_qualitative_done,
}

/** "214 / 260", "12", "Đang làm", "Không áp dụng". */
export function saidInWords(said: Said, decimals: number): string {
  if (said.notApplicable) return m.figure_not_applicable()
  if (said.qualitative) return QUALITATIVE_WORDS[said.qualitative]()
  if (said.numerator !== null || said.denominator !== null)
    return `${countOf(said.numerator)} / ${countOf(said.denominator)}`
  return said.value === null ? ABSENT : formatNumber(said.value, decimals)
}

/** "82,3%": only where there is a share. */
export function shareInWords(said: Said, decimals: number): string | null {
  if (said.numerator === null || said.denominator === null) return null
  const worth = worthOf(said)
  return worth === null ? null : `${formatNumber(worth, decimals)}%`
}

function countOf(count: number | null): string {
  return count === null ? ABSENT : formatNumber(count, 0)
}
