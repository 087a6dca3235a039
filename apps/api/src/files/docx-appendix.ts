// An appendix: a page that lies, its own page numbers, a table whose header stands on every page.
import type { ReportAppendix, ReportDocument } from '@tien-do/domain/report-document'
import { AlignmentType, type FileChild, Paragraph } from 'docx'
import { centred, ruledLine, run } from './docx-parts.ts'
import { SIZE, WIDE_TEXT_WIDTH } from './page.ts'
import type { PlacedXml } from './placed-xml.ts'
import { tableXml } from './table-xml.ts'
import { boldWidth } from './text-width.ts'

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
      spacing: { before: 60, after: 160, line: 120, lineRule: 'exact' },
    }),
    place(tableXml(appendix, WIDE_TEXT_WIDTH)),
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: { before: 120, after: 0, line: 240, lineRule: 'auto' },
      children: [
        run(`${appendix.note === null ? '' : `Ghi chú: ${appendix.note.replace(/\.$/, '')}`}./.`, {
          points: 12,
        }),
      ],
    }),
  ]
}
