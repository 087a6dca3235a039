// What stands in the fields of one cell, as it was typed; and what the law reads in it.

import type { CellKind } from '@tien-do/domain/cell-kind'
import type { CellNumber, CheckedFigure } from '@tien-do/domain/figure-checks'
import type { QualitativeState } from '@tien-do/domain/indicator'
import { formatCount, type ParsedNumber, parseCount, parseDecimal } from '@tien-do/domain/number-vi'
import type { CellBody, FormCell, Measurement } from './shapes.ts'

export const FIELDS = ['numerator', 'denominator', 'value'] as const
export type Field = (typeof FIELDS)[number]

export interface Typed {
  readonly numerator: string
  readonly denominator: string
  readonly value: string
  readonly notApplicable: boolean
  readonly qualitative: QualitativeState | null
  readonly note: string
  /** Why an odd figure is right, or why an approved one changes. */
  readonly reason: string
}

export const NOTHING: Typed = {
  numerator: '',
  denominator: '',
  value: '',
  notApplicable: false,
  qualitative: null,
  note: '',
  reason: '',
}

/** The fields that a cell of this kind shows, from left to right. */
export const FIELDS_OF: Readonly<Record<CellKind, readonly Field[]>> = {
  pair: ['numerator', 'denominator'],
  ward_pair: ['numerator', 'denominator'],
  yes_no: ['numerator'],
  value: ['value'],
  qualitative: [],
}

export function typedFrom(measurement: Measurement | null, kind: CellKind): Typed {
  if (!measurement) return NOTHING
  const { numerator, denominator, value, notApplicable, qualitative, note, reason, state } = measurement
  return {
    numerator: kind === 'yes_no' ? String(numerator ?? '') : written(numerator),
    denominator: kind === 'yes_no' ? '' : written(denominator),
    value: written(value),
    notApplicable,
    qualitative,
    note: note ?? '',
    // An approved figure that changes owes a reason of its own.
    reason: state === 'approved' ? '' : (reason ?? ''),
  }
}

/** What stands there before anybody typed: what is stored; else the register's denominator. */
export function startOf({ measurement, register }: FormCell, kind: CellKind): Typed {
  const known = typedFrom(measurement, kind)
  const fills = !measurement && register && (kind === 'pair' || kind === 'ward_pair')
  return fills ? { ...known, denominator: written(register.denominator) } : known
}

/** The last period's figure as it would be typed. */
export function lastTyped(
  last: NonNullable<FormCell['last']>,
  kind: CellKind,
): Pick<Typed, Field | 'qualitative'> {
  const isYesNo = kind === 'yes_no'
  return {
    numerator: isYesNo ? String(last.numerator ?? '') : written(last.numerator),
    denominator: isYesNo ? '' : written(last.denominator),
    value: written(last.value),
    qualitative: last.qualitative,
  }
}

/** The figure as the checks take it: what is no number stays the text that it is. */
export function figureOf(typed: Typed, kind: CellKind, decimals: number): CheckedFigure {
  const { notApplicable, qualitative } = typed
  if (notApplicable) return { numerator: null, denominator: null, value: null, notApplicable }
  const numerator = numberIn(typed.numerator, parseCount)
  if (kind === 'yes_no')
    return { numerator, denominator: numerator === null ? null : 1, value: null, qualitative: null }
  if (kind === 'value')
    return { numerator: null, denominator: null, value: numberIn(typed.value, readerOf(decimals)) }
  if (kind === 'qualitative') return { numerator: null, denominator: null, value: null, qualitative }
  return { numerator, denominator: numberIn(typed.denominator, parseCount), value: null }
}

/** How a value is read: whole where the indicator has no decimals; else by the comma, and by a point that is clear. */
export function readerOf(decimals: number): (text: string) => ParsedNumber {
  if (decimals === 0) return parseCount
  return (text) => {
    const byComma = parseDecimal(text, ',')
    return byComma.kind === 'fault' ? parseDecimal(text, 'auto') : byComma
  }
}

/** The cell as it is sent; null where a text stands in it that is no number: that waits here. */
export function bodyOf(
  about: Pick<CellBody, 'indicator' | 'area' | 'on' | 'source' | 'method'>,
  typed: Typed,
  figure: CheckedFigure,
): Omit<CellBody, 'etag'> | null {
  const { numerator, denominator, value, qualitative = null, notApplicable = false } = figure
  if ([numerator, denominator, value].some((number) => typeof number === 'string')) return null
  return {
    ...about,
    numerator: numerator as number | null,
    denominator: denominator as number | null,
    value: value as number | null,
    qualitative,
    notApplicable,
    note: typed.note.trim() || null,
    reason: typed.reason.trim() || null,
    state: 'draft',
  }
}

/** The same figure, however it was typed: "1234" and "1.234". */
export function isSameFigure(a: Typed, b: Typed, kind: CellKind, decimals: number): boolean {
  const [one, other] = [figureOf(a, kind, decimals), figureOf(b, kind, decimals)]
  return (
    FIELDS.every((field) => one[field] === other[field]) &&
    (one.qualitative ?? null) === (other.qualitative ?? null) &&
    Boolean(one.notApplicable) === Boolean(other.notApplicable) &&
    a.note.trim() === b.note.trim() &&
    a.reason.trim() === b.reason.trim()
  )
}

function numberIn(text: string, parse: (text: string) => ParsedNumber): CellNumber {
  const parsed = parse(text)
  if (parsed.kind === 'none') return null
  return parsed.kind === 'value' ? parsed.value : text
}

/** As people here write it, and as it is read back in either language: "1.234", "85,5". */
function written(number: number | null): string {
  if (number === null) return ''
  return Number.isInteger(number) ? formatCount(number) : String(number).replace('.', ',')
}

/** How a number that was understood is written; null where none was. */
export function heardText(text: string, kind: CellKind, decimals: number): string | null {
  const parsed = (kind === 'value' ? readerOf(decimals) : parseCount)(text)
  return parsed.kind === 'value' ? written(parsed.value) : null
}
