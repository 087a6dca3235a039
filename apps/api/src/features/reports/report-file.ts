// The report as a file, put together in the thread that makes files: .docx, .xlsx, .json. One hash in all three.

import { renderFile } from '../../files/render-file.ts'
import type { ReportFormat } from '../../files/report-job.ts'
import type { ReportSource } from './report-view.ts'

export function makeReportFile(
  { row, content, choices, charts, on }: ReportSource,
  format: ReportFormat,
): Promise<Uint8Array> {
  const pictures = charts.map(
    ({ indicator, png, width, height }) =>
      [indicator, { png: Buffer.from(png, 'base64'), width, height }] as const,
  )
  const { id, year, state, number, issuedOn, hash, document, template } = row
  return renderFile({
    kind: 'report',
    format,
    head: { report: id, year, state, number, issuedOn, sha256: hash },
    content,
    made: document ? { document } : { template, choices, on },
    pictures: new Map(format === 'docx' ? pictures : []),
  })
}

/** "05-BC-UBND-2025.docx" once it is issued; a draft says that it is one. */
export function fileName({ number, year, document }: ReportSource['row'], format: ReportFormat): string {
  if (number === null || document === null) return `du-thao-bao-cao-${year}.${format}`
  const symbol = document.numberLine.split('/').slice(1).join('-')
  const ascii = symbol.normalize('NFD').replace(/[^A-Za-z0-9-]/g, '')
  return `${String(number).padStart(2, '0')}-${ascii}-${year}.${format}`
}
