// What to do about each fault of a file: no code without words, and the compiler knows when one is missing.

import {
  IMPORT_WARNINGS,
  type ImportFaultCode,
  type ImportWarningCode,
} from '@tien-do/domain/import-row-fault'
import { m } from '../../paraglide/messages.js'

const JSON_EXAMPLE = '{"indicator": "…", "on": "…"}'

const FAULT_SENTENCES: Record<ImportFaultCode, () => string> = {
  header_missing: m.fault_header_missing,
  column_missing: m.fault_column_missing,
  duplicate_column: m.fault_duplicate_column,
  unclosed_quote: m.fault_unclosed_quote,
  stray_quote: m.fault_stray_quote,
  no_rows: m.fault_no_rows,
  unknown_column: m.fault_unknown_column,
  ragged_row: m.fault_ragged_row,
  not_json: m.fault_not_json,
  not_an_object: () => m.fault_not_an_object({ example: JSON_EXAMPLE }),
  line_too_long: m.fault_line_too_long,
  wrong_type: m.fault_wrong_type,
  required: m.fault_required,
  invalid_text: m.fault_invalid_text,
  too_long: m.fault_too_long,
  not_a_day: m.fault_not_a_day,
  not_a_number: m.fault_not_a_number,
  ambiguous_number: m.fault_ambiguous_number,
  too_large: m.fault_too_large,
  duplicate_key: m.fault_duplicate_key,
  forbidden_department: m.fault_forbidden_department,
  already_exists: m.fault_already_exists,
  does_not_exist: m.fault_does_not_exist,
  unknown_indicator: m.fault_unknown_indicator,
  unknown_area: m.fault_unknown_area,
  unknown_method: m.fault_unknown_method,
  source_missing: m.fault_source_missing,
  reason_missing: m.fault_reason_missing,
  one_expected: m.fault_one_expected,
  numerator_not_whole: m.fault_numerator_not_whole,
  denominator_not_whole: m.fault_denominator_not_whole,
  numerator_negative: m.fault_numerator_negative,
  denominator_negative: m.fault_denominator_negative,
  numerator_above_denominator: m.fault_numerator_above_denominator,
  figure_missing: m.fault_figure_missing,
  pair_expected: m.fault_pair_expected,
  value_expected: m.fault_value_expected,
  no_figures: m.fault_no_figures,
  area_not_expected: m.fault_area_not_expected,
  future_day: m.fault_future_day,
  period_locked: m.fault_period_locked,
  below_minimum: m.fault_below_minimum,
  above_maximum: m.fault_above_maximum,
}

const WARNING_SENTENCES: Record<ImportWarningCode, () => string> = {
  denominator_zero: m.warning_denominator_zero,
  whole_ward: m.warning_whole_ward,
}

/** The sentence for a remark of the service; a code that this screen has not learnt yet is named. */
export function todoFor({ code, params }: { code: string; params?: Record<string, unknown> }): string {
  const firstLine = params?.firstLine
  if (code === 'duplicate_key' && typeof firstLine === 'number') {
    return m.fault_duplicate_key_of({ line: firstLine })
  }
  if (isFault(code)) return FAULT_SENTENCES[code]()
  const warning = IMPORT_WARNINGS.find((each) => each === code)
  return warning ? WARNING_SENTENCES[warning]() : m.fault_unknown({ code })
}

function isFault(code: string): code is ImportFaultCode {
  return Object.hasOwn(FAULT_SENTENCES, code)
}
