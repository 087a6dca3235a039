// What can be wrong with a plan file: stable codes, the place as a JSON pointer, and the values concerned.

export const PLAN_FAULT_CODES = [
  'wrong_type',
  'missing',
  'unknown_field',
  'unknown_format',
  'empty_text',
  'control_character',
  'not_a_code',
  'not_a_day',
  'not_a_month_day',
  'not_one_of',
  'not_an_integer',
  'out_of_range',
  'empty_list',
  'duplicate_code',
  'duplicate_entry',
  'unknown_milestone',
  'unknown_group',
  'unknown_indicator',
  'unknown_task',
  'unknown_department',
  'unknown_area',
  'names_out_of_order',
  'unknown_deadline',
  'milestone_on_baseline_day',
  'milestones_on_one_day',
  'target_outside_limits',
  'baseline_outside_limits',
  'limits_reversed',
  'limits_of_a_share',
  'qualitative_with_target',
  'successor_of_itself',
  'successors_in_a_circle',
  'period_reversed',
  'periods_overlap',
  'parent_of_itself',
  'yearly_without_date',
  'deadlines_out_of_order',
  'empty_section',
  'unknown_placeholder',
] as const
export type PlanFaultCode = (typeof PLAN_FAULT_CODES)[number]

export const PLAN_WARNING_CODES = [
  'targets_fall_back',
  'milestone_before_baseline',
  'department_ended',
] as const
export type PlanWarningCode = (typeof PLAN_WARNING_CODES)[number]

export type PlanFaultParams = Readonly<Record<string, string | number | readonly string[] | null>>

export interface PlanFault {
  /** RFC 6901: `/indicators/3/targets/0/milestone`; empty for the file itself. */
  readonly pointer: string
  readonly code: PlanFaultCode
  readonly params: PlanFaultParams
}

export interface PlanWarning {
  readonly pointer: string
  readonly code: PlanWarningCode
  readonly params: PlanFaultParams
}

/** Where faults are put while a file is read. */
export type Report = (pointer: string, code: PlanFaultCode, params?: PlanFaultParams) => void
export type Warn = (pointer: string, code: PlanWarningCode, params?: PlanFaultParams) => void

/** One step of a JSON pointer, with `~` and `/` escaped. */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
