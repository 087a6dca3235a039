// What is said of a cell: what is wrong with it and what to do, what is odd about it, and how saving stands.

import type { CellKind } from '@tien-do/domain/cell-kind'
import type { CheckCode, FigureCheck } from '@tien-do/domain/figure-checks'
import { type NumberFault, parseCount } from '@tien-do/domain/number-vi'
import { formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Mark } from './cell-store.ts'
import type { FormIndicator, SaveFault } from './shapes.ts'
import { readerOf } from './typed.ts'

type Params = Readonly<Record<string, unknown>>

const MARK_WORDS: Record<Mark, () => string> = {
  empty: m.entry_mark_empty,
  editing: m.entry_mark_editing,
  saving: m.entry_mark_saving,
  saved: m.entry_mark_saved,
  waiting: m.entry_mark_waiting,
  faulty: m.entry_mark_faulty,
  conflict: m.entry_mark_conflict,
}

export const markInWords = (mark: Mark): string => MARK_WORDS[mark]()

const NUMBER_SENTENCES: Record<NumberFault, () => string> = {
  not_a_number: m.entry_fault_not_a_number,
  not_whole: m.entry_fault_not_whole,
  negative: m.entry_fault_negative,
  above_100: m.entry_fault_above_maximum,
  too_large: m.entry_fault_too_large,
  ambiguous_number: m.entry_fault_ambiguous,
}

const SENTENCES: Record<CheckCode, (params: Params) => string> = {
  numerator_not_whole: m.entry_fault_not_whole,
  denominator_not_whole: m.entry_fault_not_whole,
  numerator_negative: m.entry_fault_negative,
  denominator_negative: m.entry_fault_negative,
  numerator_above_denominator: m.entry_fault_n_above_d,
  figure_missing: m.entry_fault_figure_missing,
  pair_expected: m.entry_fault_shape,
  value_expected: m.entry_fault_shape,
  no_figures: m.entry_fault_shape,
  area_not_expected: m.entry_fault_shape,
  one_expected: m.entry_fault_shape,
  not_applicable_with_figures: m.entry_fault_shape,
  future_day: m.entry_fault_future_day,
  below_minimum: m.entry_fault_below_minimum,
  above_maximum: m.entry_fault_above_maximum,
  not_a_number: m.entry_fault_not_a_number,
  reason_missing: m.entry_fault_reason_missing,
  jump_points: (params) =>
    isBelowZero(params.change)
      ? m.entry_warn_fell_points({ points: decimal(params.change) })
      : m.entry_warn_rose_points({ points: decimal(params.change) }),
  jump_percent: (params) =>
    isBelowZero(params.change)
      ? m.entry_warn_fell_percent({ percent: decimal(params.change) })
      : m.entry_warn_rose_percent({ percent: decimal(params.change) }),
  same_as_last: m.entry_warn_same_as_last,
  differs_from_register: (params) =>
    m.entry_warn_register({ register: count(params.register), day: formatDay(String(params.on)) }),
  areas_against_register: (params) =>
    m.entry_warn_total({ sum: count(params.sum), register: count(params.register) }),
  corrects_approved: m.entry_warn_corrects,
  declared_not_applicable: m.entry_warn_not_applicable,
  denominator_zero: m.entry_hint_denominator_zero,
  denominator_changed: (params) => m.entry_hint_denominator_changed({ last: count(params.last) }),
}

/** What is said of a figure on leaving its cell. */
export function checkSentence(
  { code, params }: FigureCheck,
  { kind, decimals }: Pick<FormIndicator, 'kind' | 'decimals'>,
): string {
  if (code === 'not_a_number' && typeof params.text === 'string')
    return unreadSentence(params.text, kind, decimals)
  return SENTENCES[code](params)
}

/** Why no number could be read in a text. */
export function unreadSentence(text: string, kind: CellKind, decimals: number): string {
  const parsed = kind === 'value' ? readerOf(decimals)(text) : parseCount(text)
  return NUMBER_SENTENCES[parsed.kind === 'fault' ? parsed.fault : 'not_a_number']()
}

const SERVICE_SENTENCES: Readonly<Record<string, () => string>> = {
  forbidden_department: m.entry_fault_forbidden,
  approved_in_force: m.entry_fault_approved,
  'period.locked': m.entry_fault_locked,
}

/** What the service refused; a code that this screen has not learnt yet is named. */
export function faultSentence({ code, params = {} }: SaveFault): string {
  const own = SERVICE_SENTENCES[code]
  if (own) return own()
  return isCheckCode(code) ? SENTENCES[code](params) : m.entry_fault_unknown({ code })
}

function isCheckCode(code: string): code is CheckCode {
  return code in SENTENCES
}

const isBelowZero = (value: unknown) => typeof value === 'number' && value < 0
const decimal = (value: unknown) => formatNumber(Math.abs(Number(value)), 1)
const count = (value: unknown) => formatNumber(Number(value), 0)

/** What was odd when a figure was entered, from its code and its numbers; a code that this screen has not learnt is named. */
export function warningSentence(code: string, params: Params): string {
  return isCheckCode(code) ? SENTENCES[code](params) : m.entry_fault_unknown({ code })
}
