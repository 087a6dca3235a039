// What was sent under a receipt, as it was: figures, tasks, obstacles, the request for money, words. It never changes.
import type { Day } from '@tien-do/domain/day'
import type { NarrativeSection } from '@tien-do/domain/department-report-steps'
import type { Excuse } from '@tien-do/domain/owed'
import type { YearFigure } from './department-reports.repo.ts'
import type { OneReport } from './department-reports.service.ts'
import type { ReportContent } from './report-content.ts'

/** Format 1 had neither tasks, obstacles nor the request. */
export interface ReportCopy extends ReportContent {
  readonly format: 'tien-do/department-report@2'
  readonly plan: string
  readonly year: number
  readonly department: string
  readonly dataCutOff: Day
  readonly figures: readonly YearFigure[]
  /** What was said to be missing, and why. */
  readonly without: readonly Excuse[]
  readonly narrative: Readonly<Partial<Record<NarrativeSection, string>>>
}

export function copyOf(
  { plan, period, gathered, content }: OneReport,
  excuses: readonly Excuse[],
): ReportCopy {
  return {
    format: 'tien-do/department-report@2',
    plan: plan.code,
    year: period.year,
    department: gathered.department,
    dataCutOff: period.dataCutOff,
    figures: gathered.figures,
    ...content,
    without: excuses,
    narrative: gathered.report?.narrative ?? {},
  }
}
