// The words of a report's states, checks and changes.
import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import type { ReportBrief } from './queries.ts'

export const STATE: Record<ReportBrief['state'], { tone: Tone; name: () => string }> = {
  draft: { tone: 'none', name: m.ward_report_state_draft },
  submitted: { tone: 'risk', name: m.ward_report_state_submitted },
  returned: { tone: 'block', name: m.ward_report_state_returned },
  approved: { tone: 'track', name: m.ward_report_state_approved },
  issued: { tone: 'ok', name: m.ward_report_state_issued },
  sent: { tone: 'ok', name: m.ward_report_state_sent },
}

type Check = Schemas['WardReport']['checks'][number]

export const CHECK: Record<Check['code'], (count: number) => string> = {
  departments_missing: (count) => m.ward_report_check_departments_missing({ count }),
  departments_late: (count) => m.ward_report_check_departments_late({ count }),
  indicators_without_figure: (count) => m.ward_report_check_indicators_without_figure({ count }),
  tasks_without_result: (count) => m.ward_report_check_tasks_without_result({ count }),
  tasks_without_lead: (count) => m.ward_report_check_tasks_without_lead({ count }),
  figures_changed: (count) => m.ward_report_check_figures_changed({ count }),
  paragraphs_owed: (count) => m.ward_report_check_paragraphs_owed({ count }),
  signer_missing: () => m.ward_report_check_signer_missing(),
  addressee_missing: () => m.ward_report_check_addressee_missing(),
  plan_number_missing: () => m.ward_report_check_plan_number_missing(),
}

const FIELDS: Readonly<Record<string, () => string>> = {
  value: m.ward_report_field_value,
  numerator: m.ward_report_field_numerator,
  denominator: m.ward_report_field_denominator,
  coverage: m.ward_report_field_coverage,
  status: m.ward_report_field_status,
  result: m.ward_report_field_result,
  progress: m.ward_report_field_progress,
  lead: m.ward_report_field_lead,
  state: m.ward_report_field_state,
  remaining: m.ward_report_field_remaining,
  outputs: m.ward_report_field_outputs,
  late: m.ward_report_field_late,
  proposal: m.ward_report_field_proposal,
  decision: m.ward_report_field_decision,
  requested: m.ward_report_field_requested,
  allocated: m.ward_report_field_allocated,
  spent: m.ward_report_field_spent,
}

export const fieldName = (field: string) => FIELDS[field]?.() ?? m.ward_report_field_other()

/** "Số 47/BC-UBND ngày 04/12/2026" stands in the document itself; here the short form. */
export function numberOf({ number }: ReportBrief): string | null {
  return number === null ? null : m.ward_report_number({ number: String(number).padStart(2, '0') })
}
