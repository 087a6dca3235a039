// An appendix: a page that lies, its own page numbers, a table whose header stands on every page.
import type { ReportAppendix, ReportDocument } from '@tien-do/domain/report-document'
import type { FileChild } from 'docx'
import { centred, ruledLine } from './docx-parts.ts'
import { SIZE, WIDE_TEXT_WIDTH } from './page.ts'
import type { PlacedXml } from './placed-xml.ts'
import { tableXml } from './table-xml.ts'
import { boldWidth } from './text-width.ts'
import { type ParagraphLook, paragraphXml } from './word-xml.ts'

export function appendixOf(
  appendix: ReportAppendix,
  { attachedTo }: ReportDocument,
  place: PlacedXml['place'],
): FileChild[] {
  return [
    centred(appendix.label, { bold: true }),
    centred(appendix.title.toUpperCase(), { bold: true }),
    centred(attachedTo, { italics: true }),
    ruledLine(WIDE_TEXT_WIDTH, boldWidth(attachedTo, SIZE.body) * 0.4, {
      spacing: { before: 80, after: 120, line: 120, lineRule: 'exact' },
    }),
    ...(appendix.note === null ? [] : [place(paragraphXml(`Ghi chú: ${appendix.note}`, NOTE))]),
    place(tableXml(appendix, WIDE_TEXT_WIDTH)),
    place(paragraphXml('./.', { align: 'left', points: 12, before: 60 })),
  ]
}

/** Above its table, so that it never stands alone on a page behind it. */
const NOTE: ParagraphLook = { align: 'both', points: 12, italics: true, after: 60, keepNext: true }
