// The vocabulary of periods and reports, in the words of the screen.

import type { NarrativeSection } from '@tien-do/domain/department-report-steps'
import type { ReportPart } from '@tien-do/domain/owed'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'
import type { Period, PeriodAllowance, ReportBrief } from './queries.ts'

export const PERIOD_STATE: Record<Period['state'], () => string> = {
  open: m.period_state_open,
  closed: m.period_state_closed,
  locked: m.period_state_locked,
}
export const PERIOD_TONE: Record<Period['state'], Tone> = { open: 'track', closed: 'risk', locked: 'none' }

export const REPORT_STATE: Record<ReportBrief['state'], () => string> = {
  not_open: m.report_state_not_open,
  open: m.report_state_open,
  due_soon: m.report_state_due_soon,
  overdue: m.report_state_overdue,
  submitted: m.report_state_submitted,
  returned: m.report_state_returned,
  accepted: m.report_state_accepted,
  consolidated: m.report_state_consolidated,
  exempt: m.report_state_exempt,
}
export const REPORT_TONE: Record<ReportBrief['state'], Tone> = {
  not_open: 'none',
  open: 'none',
  due_soon: 'risk',
  overdue: 'late',
  submitted: 'track',
  returned: 'block',
  accepted: 'ok',
  consolidated: 'ok',
  exempt: 'none',
}

export const PART: Record<ReportPart, () => string> = {
  figures: m.part_figures,
  tasks: m.part_tasks,
  obstacles: m.part_obstacles,
  request: m.part_request,
  narrative: m.part_narrative,
}

export const SECTION: Record<NarrativeSection, () => string> = {
  results: m.section_results,
  shortcomings: m.section_shortcomings,
  direction: m.section_direction,
  recommendations: m.section_recommendations,
}

export const ALLOWANCE: Record<PeriodAllowance['kind'], () => string> = {
  exception: m.allowance_exception,
  extension: m.allowance_extension,
  exemption: m.allowance_exemption,
}

/** Next year's money: asked for, or not yet. */
export function requestWords(done: number): string {
  return done > 0 ? m.request_sent() : m.request_not_sent()
}
