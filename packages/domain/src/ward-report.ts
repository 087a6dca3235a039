// The life of the ward's report. From `issued` on nothing in it changes: a correction is a new report.

import type { Action } from './permission.ts'

export const WARD_REPORT_STATES = ['draft', 'submitted', 'returned', 'approved', 'issued', 'sent'] as const
export type WardReportState = (typeof WARD_REPORT_STATES)[number]

interface Transition {
  readonly action: Action
  readonly from: readonly WardReportState[]
  /** Null: the report stays in its state. */
  readonly to: WardReportState | null
  /** The act owes a reason that stays beside the report. */
  readonly reason: boolean
}

/** The only ways a report moves. */
export const WARD_REPORT_ACTS = {
  edit: { action: 'ward-report.edit', from: ['draft', 'returned'], to: null, reason: false },
  refresh: { action: 'ward-report.refresh', from: ['draft', 'returned'], to: null, reason: false },
  submit: { action: 'ward-report.submit', from: ['draft', 'returned'], to: 'submitted', reason: false },
  return: { action: 'ward-report.return', from: ['submitted', 'approved'], to: 'returned', reason: true },
  approve: { action: 'ward-report.approve', from: ['submitted'], to: 'approved', reason: false },
  issue: { action: 'ward-report.issue', from: ['approved'], to: 'issued', reason: false },
  send: { action: 'ward-report.send', from: ['issued'], to: 'sent', reason: false },
} as const satisfies Record<string, Transition>

export type WardReportAct = keyof typeof WARD_REPORT_ACTS

/** Whether the act is open to a report in this state. */
export function reportMayMove(act: WardReportAct, state: WardReportState): boolean {
  return (WARD_REPORT_ACTS[act].from as readonly WardReportState[]).includes(state)
}

/** The permissions whose acts a report in this state is open to; what is issued may be corrected by a new one. */
export function reportActionsIn(state: WardReportState): Action[] {
  const acts = Object.values(WARD_REPORT_ACTS)
    .filter((act) => (act.from as readonly WardReportState[]).includes(state))
    .map((act): Action => act.action)
  return isIssued(state) ? [...acts, 'ward-report.draft'] : acts
}

/** An issued report is what the outside may see, and what no act changes any more. */
export function isIssued(state: WardReportState): boolean {
  return state === 'issued' || state === 'sent'
}
