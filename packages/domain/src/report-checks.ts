// What stands between a draft and its signature: what a tired coordinator would overlook.

import type { ReportDocument, ReportParagraph } from './report-document.ts'
import type { ReportSnapshot } from './report-snapshot.ts'

export const REPORT_CHECKS = [
  'departments_missing',
  'departments_late',
  'indicators_without_figure',
  'tasks_without_result',
  'tasks_without_lead',
  'figures_changed',
  'paragraphs_owed',
  'signer_missing',
  'addressee_missing',
  'plan_number_missing',
] as const
export type ReportCheckCode = (typeof REPORT_CHECKS)[number]

export interface ReportCheck {
  readonly code: ReportCheckCode
  /** `owed`: the report should not be submitted like this; `open`: it may, and says so in its text. */
  readonly weight: 'owed' | 'open'
  /** Codes of departments, indicators or tasks, or keys of paragraphs. */
  readonly about: readonly string[]
}

/** All that is open, the weightier first; nothing means nothing is. */
export function checkReport(snapshot: ReportSnapshot, document: ReportDocument): ReportCheck[] {
  const paragraphs = document.blocks.filter((block): block is ReportParagraph => block.kind === 'paragraph')
  const about: Readonly<Record<ReportCheckCode, readonly string[]>> = {
    departments_missing: inState(snapshot, 'missing'),
    departments_late: inState(snapshot, 'late'),
    indicators_without_figure: snapshot.indicators
      .filter(({ measure, figure }) => measure !== 'qualitative' && figure === null)
      .map(({ code }) => code),
    tasks_without_result: snapshot.tasks.filter(({ result }) => result === null).map(({ code }) => code),
    tasks_without_lead: snapshot.tasks.filter(({ lead }) => lead === null).map(({ code }) => code),
    figures_changed: paragraphs
      .filter(({ changedFigures }) => changedFigures.length > 0)
      .map(({ key }) => key),
    paragraphs_owed: paragraphs.filter(({ owed }) => owed).map(({ key }) => key),
    signer_missing: document.signer.trim() === '' ? ['signer'] : [],
    addressee_missing: document.addressees.length === 0 ? ['addressees'] : [],
    plan_number_missing: snapshot.plan.document.number === null ? [snapshot.plan.code] : [],
  }
  const checks = REPORT_CHECKS.filter((code) => about[code].length > 0).map(
    (code): ReportCheck => ({
      code,
      weight: OWED.has(code) ? 'owed' : 'open',
      about: about[code],
    }),
  )
  return [
    ...checks.filter(({ weight }) => weight === 'owed'),
    ...checks.filter(({ weight }) => weight === 'open'),
  ]
}

const OWED: ReadonlySet<ReportCheckCode> = new Set<ReportCheckCode>([
  'paragraphs_owed',
  'figures_changed',
  'signer_missing',
  'addressee_missing',
])

function inState({ departmentReports }: ReportSnapshot, state: 'missing' | 'late'): string[] {
  return departmentReports.filter((report) => report.state === state).map(({ department }) => department)
}
