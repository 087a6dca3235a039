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
  several_sheets: m.fault_several_sheets,
  sheet_missing: m.fault_sheet_missing,
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
  not_whole: m.fault_not_whole,
  negative: m.fault_negative,
  not_a_year: m.fault_not_a_year,
  unknown_list: m.fault_unknown_list,
  since_missing: m.fault_since_missing,
  before_item: m.fault_before_item,
  after_item: m.fault_after_item,
  period_reversed: m.fault_period_reversed,
  area_not_in_force: m.fault_area_not_in_force,
  duplicate_name: m.fault_duplicate_name,
  duplicate_code: m.fault_duplicate_code,
  invalid_code: m.fault_invalid_code,
  names_out_of_order: m.fault_names_out_of_order,
  rename_day_missing: m.fault_rename_day_missing,
  department_not_in_force: m.fault_department_not_in_force,
  department_changes_later: m.fault_department_changes_later,
  not_an_email: m.field_email_wrong,
  administrator_by_hand: m.fault_administrator_by_hand,
  parent_of_itself: m.fault_parent_of_itself,
  dates_stay: m.fault_dates_stay,
  unknown_task: m.fault_unknown_task,
  unknown_work: m.fault_unknown_work,
  unknown_department: m.fault_unknown_department,
  unknown_code: m.fault_unknown_code,
  unknown_subject: m.fault_unknown_subject,
  unknown_source: m.fault_unknown_source,
  several_match: m.fault_several_match,
  field_stays: m.fault_field_stays,
  wrong_state: m.fault_wrong_state,
  yearly_plan_sent: m.fault_yearly_plan_sent,
  leads_already: m.fault_leads_already,
  duplicate: m.fault_duplicate,
  stated_lead_needs_reason: m.fault_stated_lead_needs_reason,
  stated_coordinating_needs_reason: m.fault_stated_coordinating_needs_reason,
  too_short: m.fault_too_short,
  blank: m.fault_blank,
  out_of_range: m.fault_out_of_range,
  before_start: m.fault_before_start,
  before_year: m.fault_before_year,
  after_year: m.fault_after_year,
  no_outputs: m.fault_no_outputs,
  outputs_wrong: m.fault_outputs_wrong,
  reserved_character: m.fault_reserved_character,
  place_missing: m.fault_place_missing,
  enterprise_missing: m.fault_enterprise_missing,
  subject_missing: m.fault_subject_missing,
  quantity_wrong: m.fault_quantity_wrong,
  not_whole_dong: m.fault_not_whole_dong,
  no_cost_said: m.fault_no_cost_said,
  unknown_choice: () => m.fault_unknown_choice({ choices: '…' }),
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
  if (code === 'unknown_choice' && Array.isArray(params?.choices))
    return m.fault_unknown_choice({ choices: params.choices.join(', ') })
  if (isFault(code)) return FAULT_SENTENCES[code]()
  const warning = IMPORT_WARNINGS.find((each) => each === code)
  return warning ? WARNING_SENTENCES[warning]() : m.fault_unknown({ code })
}

function isFault(code: string): code is ImportFaultCode {
  return Object.hasOwn(FAULT_SENTENCES, code)
}
