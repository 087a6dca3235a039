// How a department's report of one period stands, and how many came in on time.

import { daysLeft, isOnTime } from './deadline.ts'

export const DEPARTMENT_REPORT_STATES = [
  'not_open',
  'open',
  'due_soon',
  'overdue',
  'submitted',
  'returned',
  'accepted',
  'exempt',
] as const
export type DepartmentReportState = (typeof DEPARTMENT_REPORT_STATES)[number]

export interface OwedReport {
  /** Why the department owes none; null when it does. */
  readonly exemptBecause: string | null
  /** What became of it so far; null before the first submission. */
  readonly outcome: 'submitted' | 'returned' | 'accepted' | null
  /** Kept when a report is returned and sent again. */
  readonly firstSubmittedAt: number | null
  /** Every required value is present. */
  readonly complete: boolean
  /** Its own deadline, where it was given a later one. */
  readonly dueAt?: number
}

/** Instants, stored when the period opens: a later change of the rule does not move them. */
export interface ReportWindow {
  readonly opensAt: number
  /** Exclusive. */
  readonly dueAt: number
}

export interface ReportingRates {
  readonly expected: number
  readonly received: number
  readonly onTime: number
  /** Null where nobody is expected. */
  readonly reportingRate: number | null
  readonly onTimeRate: number | null
}

/** What was sent stands as it was judged; what was not is open, due soon within seven days, or overdue. */
export function departmentReportState(
  report: OwedReport,
  { opensAt, dueAt }: ReportWindow,
  now: number,
  dueSoonDays: number,
): DepartmentReportState {
  if (report.exemptBecause !== null) return 'exempt'
  if (report.outcome !== null) return report.outcome
  if (now < opensAt) return 'not_open'
  if (!isOnTime(now, dueAt)) return 'overdue'
  return daysLeft(now, dueAt) <= dueSoonDays ? 'due_soon' : 'open'
}

/** Whether it came late or is late now: by its first time; null while there is still time, or nothing is owed. */
export function isReportLate(report: OwedReport, dueAt: number, now: number): boolean | null {
  if (report.exemptBecause !== null) return null
  const due = report.dueAt ?? dueAt
  if (report.complete && report.firstSubmittedAt !== null) return !isOnTime(report.firstSubmittedAt, due)
  return isOnTime(now, due) ? null : true
}

/** A report is received when it was submitted with every required value; the exempt are not expected. */
export function reportingRates(reports: readonly OwedReport[], dueAt: number): ReportingRates {
  const owed = reports.filter((report) => report.exemptBecause === null)
  const received = owed.filter((report) => report.complete && report.firstSubmittedAt !== null)
  const onTime = received.filter((report) =>
    isOnTime(report.firstSubmittedAt ?? Number.POSITIVE_INFINITY, report.dueAt ?? dueAt),
  )
  const expected = owed.length
  return {
    expected,
    received: received.length,
    onTime: onTime.length,
    reportingRate: expected === 0 ? null : received.length / expected,
    onTimeRate: expected === 0 ? null : onTime.length / expected,
  }
}
