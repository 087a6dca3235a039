// What can be wrong with a file of rows: one vocabulary for the reader, the judge and the words shown to people.

import type { FigureFaultCode } from './figure.ts'
import type { NumberFault } from './number-vi.ts'

/** Wrong with the file itself: none of its rows can be trusted. */
export const FILE_FAULTS = [
  'header_missing',
  'column_missing',
  'duplicate_column',
  'unclosed_quote',
  'stray_quote',
  'no_rows',
  'several_sheets',
  'sheet_missing',
] as const

/** Wrong with one row, whatever it is a row of. */
export const ROW_FAULTS = [
  'unknown_column',
  'ragged_row',
  'not_json',
  'not_an_object',
  'line_too_long',
  'wrong_type',
  'required',
  'invalid_text',
  'too_long',
  'not_a_day',
  'not_a_number',
  'ambiguous_number',
  'too_large',
  'not_whole',
  'negative',
  'not_a_year',
  'unknown_choice',
  'duplicate_key',
  'forbidden_department',
  'already_exists',
  'does_not_exist',
] as const

/** Wrong with the figure that the row holds. */
export const MEASUREMENT_ROW_FAULTS = [
  'unknown_indicator',
  'unknown_area',
  'unknown_method',
  'source_missing',
  'reason_missing',
  'numerator_not_whole',
  'denominator_not_whole',
  'numerator_negative',
  'denominator_negative',
  'numerator_above_denominator',
  'figure_missing',
  'pair_expected',
  'value_expected',
  'no_figures',
  'one_expected',
  'area_not_expected',
  'future_day',
  'period_locked',
  'below_minimum',
  'above_maximum',
] as const satisfies readonly (FigureFaultCode | MeasurementRowFault)[]

type MeasurementRowFault =
  | 'unknown_indicator'
  | 'unknown_area'
  | 'unknown_method'
  | 'source_missing'
  | 'reason_missing'
  | 'period_locked'

/** Wrong with a row of a register: checklists, areas, denominators. */
export const REGISTER_ROW_FAULTS = [
  'unknown_list',
  'since_missing',
  'before_item',
  'after_item',
  'period_reversed',
  'area_not_in_force',
  'duplicate_name',
  'duplicate_code',
  'invalid_code',
  'names_out_of_order',
  'rename_day_missing',
  'department_not_in_force',
  'department_changes_later',
  'parent_of_itself',
  'not_an_email',
  'administrator_by_hand',
  'dates_stay',
] as const

/** Wrong with a row of the ward's work: tasks, obstacles, money. */
export const WORK_ROW_FAULTS = [
  'unknown_task',
  'unknown_work',
  'unknown_department',
  'unknown_code',
  'unknown_subject',
  'unknown_source',
  'several_match',
  'field_stays',
  'wrong_state',
  'yearly_plan_sent',
  'leads_already',
  'duplicate',
  'stated_lead_needs_reason',
  'stated_coordinating_needs_reason',
  'too_short',
  'blank',
  'out_of_range',
  'before_start',
  'before_year',
  'after_year',
  'no_outputs',
  'outputs_wrong',
  'reserved_character',
  'place_missing',
  'enterprise_missing',
  'subject_missing',
  'quantity_wrong',
  'not_whole_dong',
  'no_cost_said',
] as const

export const IMPORT_FAULTS = [
  ...FILE_FAULTS,
  ...ROW_FAULTS,
  ...MEASUREMENT_ROW_FAULTS,
  ...REGISTER_ROW_FAULTS,
  ...WORK_ROW_FAULTS,
] as const
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number] | FigureFaultCode

/** The faults of `number-vi` that a number in a file can have. */
export type FileNumberFault = Extract<NumberFault, ImportFaultCode>

/** Odd, but no reason to refuse the row. */
export const IMPORT_WARNINGS = ['denominator_zero', 'whole_ward'] as const
export type ImportWarningCode = (typeof IMPORT_WARNINGS)[number]

export interface RowRemark<Code> {
  /** Canonical name of the column; null where it is the row as a whole. */
  readonly column: string | null
  readonly code: Code
  /** What stood there. */
  readonly value: string | null
  readonly params?: Readonly<Record<string, unknown>>
}
export type RowFault = RowRemark<ImportFaultCode>
export type RowWarning = RowRemark<ImportWarningCode>

/** A fault of a row before it is known what stood in the cell. */
export type BatchFault = Omit<RowFault, 'value'>

/** Faults that the rules name by their fields, under the columns of the same names; "outputs/0/unit" is of `outputs`. */
export function asRowFaults(
  faults: readonly {
    readonly field: string
    readonly code: string
    readonly params?: Readonly<Record<string, unknown>> | undefined
  }[],
): BatchFault[] {
  return faults.map(({ field, code, params }) => {
    const known = IMPORT_FAULTS.find((each) => each === code)
    if (!known) throw new RangeError(`no words for the fault ${code}`)
    return { column: field.split('/')[0] ?? field, code: known, ...(params ? { params } : {}) }
  })
}
