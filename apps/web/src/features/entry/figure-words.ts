// A figure in a few words, wherever it is spoken of rather than typed.

import type { CellKind } from '@tien-do/domain/cell-kind'
import { ratioValue } from '@tien-do/domain/value'
import { ABSENT, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { qualitativeInWords } from './qualitative-words.ts'
import type { FormCell, FormIndicator, Measurement } from './shapes.ts'
import { figureOf, type Typed, typedFrom } from './typed.ts'

/** "214 / 260", "có", "5": as it was typed; a dash where nothing was. */
export function figureInWords(typed: Typed, kind: CellKind): string {
  if (typed.notApplicable) return m.entry_not_applicable_short()
  if (kind === 'qualitative') return typed.qualitative ? qualitativeInWords(typed.qualitative) : ABSENT
  if (kind === 'yes_no')
    return typed.numerator === '' ? ABSENT : typed.numerator === '1' ? m.entry_yes() : m.entry_no()
  if (kind === 'value') return typed.value || ABSENT
  return `${typed.numerator || ABSENT} / ${typed.denominator || ABSENT}`
}

export function measurementInWords(measurement: Measurement, kind: CellKind): string {
  return figureInWords(typedFrom(measurement, kind), kind)
}

/** The share of a row as it stands: "82,3%"; a dash while it is none. */
export function shareInWords(typed: Typed, { kind, decimals }: FormIndicator): string {
  const { numerator, denominator } = figureOf(typed, kind, decimals)
  if (typeof numerator !== 'number' || typeof denominator !== 'number' || numerator > denominator)
    return ABSENT
  const share = ratioValue(numerator, denominator)
  return share.kind === 'value' ? percent(share.value) : ABSENT
}

/** What stood there the last time: "78,1%", "có", "5". */
export function lastInWords(last: FormCell['last'], kind: CellKind): string {
  if (!last) return ABSENT
  if (last.notApplicable) return m.entry_not_applicable_short()
  if (kind === 'qualitative') return last.qualitative ? qualitativeInWords(last.qualitative) : ABSENT
  if (kind === 'value') return last.value === null ? ABSENT : formatNumber(last.value, SHOWN_DECIMALS)
  if (kind === 'yes_no') return last.numerator === 1 ? m.entry_yes() : m.entry_no()
  const share = ratioValue(last.numerator, last.denominator)
  return share.kind === 'value' ? percent(share.value) : ABSENT
}

const SHOWN_DECIMALS = 1

export const percent = (value: number): string => `${formatNumber(value, SHOWN_DECIMALS)}%`
