// The life of a department's report: written, sent, returned or accepted, consolidated.

import type { DepartmentReportState, OwedReport } from './department-report.ts'
import type { PeriodLock } from './period.ts'
import type { Action } from './permission.ts'

export const DEPARTMENT_REPORT_STEPS = ['open', 'submitted', 'returned', 'accepted', 'consolidated'] as const
export type DepartmentReportStep = (typeof DEPARTMENT_REPORT_STEPS)[number]

/** The paragraphs of a department's report, in the order of the ward's own. */
export const NARRATIVE_SECTIONS = ['results', 'shortcomings', 'direction', 'recommendations'] as const
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number]

/** Without these a report is not complete; recommendations are made by who has some. */
export const REQUIRED_SECTIONS: readonly NarrativeSection[] = ['results', 'shortcomings', 'direction']

/** A return says where: at a figure, a task or a paragraph, or at the report as a whole. */
export const RETURN_PLACES = ['report', 'narrative', 'figure', 'task', 'obstacles', 'request'] as const
export type ReturnPlace = (typeof RETURN_PLACES)[number]

export interface ReturnNote {
  readonly place: ReturnPlace
  /** The section, or the code of the indicator or the task; null where the place says it all. */
  readonly code: string | null
  /** The area of a figure; null for the whole ward. */
  readonly area: string | null
  readonly note: string
}

interface Transition {
  readonly action: Action
  readonly from: readonly DepartmentReportStep[]
  readonly to: DepartmentReportStep
  /** The period must let the department write. */
  readonly whileWritable: boolean
  /** Every required value must be there, or be said to be missing, with the reason. */
  readonly complete: boolean
}

/** The only ways a report moves. */
export const DEPARTMENT_REPORT_ACTS = {
  write: {
    action: 'department-report.write',
    from: ['open', 'returned'],
    to: 'open',
    whileWritable: true,
    complete: false,
  },
  submit: {
    action: 'department-report.submit',
    from: ['open', 'returned'],
    to: 'submitted',
    whileWritable: true,
    complete: true,
  },
  withdraw: {
    action: 'department-report.withdraw',
    from: ['submitted'],
    to: 'open',
    whileWritable: true,
    complete: false,
  },
  accept: {
    action: 'department-report.accept',
    from: ['submitted'],
    to: 'accepted',
    whileWritable: false,
    complete: false,
  },
  return: {
    action: 'department-report.return',
    from: ['submitted', 'accepted'],
    to: 'returned',
    whileWritable: false,
    complete: false,
  },
  consolidate: {
    action: 'department-report.consolidate',
    from: ['accepted'],
    to: 'consolidated',
    whileWritable: false,
    complete: false,
  },
} as const satisfies Record<string, Transition>

export type DepartmentReportAct = keyof typeof DEPARTMENT_REPORT_ACTS

/** Whether the act is open to a report in this state. */
export function mayMoveReport(act: DepartmentReportAct, step: DepartmentReportStep): boolean {
  return (DEPARTMENT_REPORT_ACTS[act].from as readonly DepartmentReportStep[]).includes(step)
}

/** The permissions whose acts a report in this state is open to, as the period is locked now. */
export function reportActionsIn(step: DepartmentReportStep, lock: PeriodLock): Action[] {
  const writable = lock.state === 'open' || lock.state === 'exception'
  return Object.values(DEPARTMENT_REPORT_ACTS)
    .filter((act) => (act.from as readonly DepartmentReportStep[]).includes(step))
    .filter((act) => (act.whileWritable ? writable : lock.state !== 'locked'))
    .map((act) => act.action)
}

/** A returned report that is being mended stays returned until it is sent again. */
export function stepAfter(act: DepartmentReportAct, step: DepartmentReportStep): DepartmentReportStep {
  return act === 'write' ? step : DEPARTMENT_REPORT_ACTS[act].to
}

/** The times that lateness is counted from. */
export interface ReportTimes {
  /** Of the first submission with every required value. */
  readonly firstSubmittedAt: number | null
  readonly returns: number
}

/**
 * The first complete submission counts, and is kept when a report is returned and sent again. Who withdraws takes the
 * time back too, unless the report had been returned before: nobody sends early only to keep the place.
 */
export function firstTimeAfter(
  act: DepartmentReportAct,
  { firstSubmittedAt, returns }: ReportTimes,
  complete: boolean,
  now: number,
): number | null {
  if (act === 'submit') return firstSubmittedAt ?? (complete ? now : null)
  if (act === 'withdraw' && returns === 0) return null
  return firstSubmittedAt
}

/** What the counting of reports knows of a step: consolidated is accepted, and more. */
export function outcomeOf(step: DepartmentReportStep): OwedReport['outcome'] {
  if (step === 'open') return null
  return step === 'consolidated' ? 'accepted' : step
}

/** How a report is shown: a consolidated one has a word of its own. */
export type ShownReportState = DepartmentReportState | 'consolidated'
export const SHOWN_REPORT_STATES = [
  'not_open',
  'open',
  'due_soon',
  'overdue',
  'submitted',
  'returned',
  'accepted',
  'consolidated',
  'exempt',
] as const satisfies readonly ShownReportState[]
