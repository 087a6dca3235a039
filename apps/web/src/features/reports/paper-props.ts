// What the paper and its parts are given.
import type { Report } from './queries.ts'
import type { useReportEdit } from './use-report-acts.ts'

export interface PaperProps {
  plan: string
  report: Report
  shownFigure: string | null
  onFigure: (key: string) => void
  /** Null: it is only read. */
  edit: ReturnType<typeof useReportEdit> | null
}
