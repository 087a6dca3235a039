// The appendices of a document as sheets of a workbook.
import type { ReportDocument } from '@tien-do/domain/report-document'
import type { SheetPage } from './report-job.ts'

export function sheetsOf({ agencyLines, attachedTo, appendices }: ReportDocument): SheetPage[] {
  return appendices.map(({ label, title, columns, rows, note }) => ({
    name: label,
    heading: [agencyLines.join(' '), `${label}. ${title}`, attachedTo],
    columns,
    rows,
    note,
  }))
}
