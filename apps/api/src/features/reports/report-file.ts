// The report as a file: .docx and .xlsx made in a thread of their own, .json as it is stored. One hash in all three.

import { renderFile } from '../../files/render-file.ts'
import type { SheetPage } from '../../files/report-job.ts'
import type { ReportView } from './report-view.ts'

export const REPORT_FORMATS = ['docx', 'xlsx', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** The name of the property that carries the hash, in the .docx and in the .xlsx. */
const HASH_PROPERTY = 'tien-do.sha256'

export async function makeReportFile(view: ReportView, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(jsonOf(view))
  const { document, row, charts, snapshot } = view
  const properties = {
    [HASH_PROPERTY]: row.hash,
    'tien-do.report': row.id,
    'tien-do.plan': snapshot.plan.code,
    'tien-do.state': row.state,
    'tien-do.audit-head': snapshot.auditHead ?? '',
  }
  if (format === 'docx') {
    const pictures = charts.map(
      ({ indicator, png, width, height }) =>
        [indicator, { png: Buffer.from(png, 'base64'), width, height }] as const,
    )
    return renderFile({ kind: 'docx', document, pictures: new Map(pictures), properties })
  }
  const sheets = document.appendices.map(
    (appendix): SheetPage => ({
      name: appendix.label,
      heading: [document.agencyLines.join(' '), `${appendix.label}. ${appendix.title}`, document.attachedTo],
      columns: appendix.columns,
      rows: appendix.rows,
      note: appendix.note,
    }),
  )
  return renderFile({ kind: 'xlsx', book: { title: document.abstract, properties, sheets } })
}

/** The snapshot stands in it to the letter: whoever hashes it finds the same hash. */
function jsonOf({ row, content, document }: ReportView): string {
  const head = {
    format: 'tien-do/report@1',
    report: row.id,
    year: row.year,
    state: row.state,
    number: row.number,
    issuedOn: row.issuedOn,
    sha256: row.hash,
    document,
  }
  return `${JSON.stringify(head).slice(0, -1)},"snapshot":${content}}`
}

/** "05-BC-UBND-2025.docx" once it is issued; a draft says that it is one. */
export function fileName({ row, document }: ReportView, format: ReportFormat): string {
  if (row.number === null) return `du-thao-bao-cao-${row.year}.${format}`
  const symbol = document.numberLine.split('/').slice(1).join('-')
  const ascii = symbol.normalize('NFD').replace(/[^A-Za-z0-9-]/g, '')
  return `${String(row.number).padStart(2, '0')}-${ascii}-${row.year}.${format}`
}
