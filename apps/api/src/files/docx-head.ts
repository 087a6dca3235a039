// The head of the document: who issues it, the national name and motto, number, place and day, title, "Kính gửi".
import type { ReportDocument } from '@tien-do/domain/report-document'
import { AlignmentType, Paragraph, type Table } from 'docx'
import { centred, ruledLine, run, sideBySide } from './docx-parts.ts'
import { BETWEEN, SIZE, TEXT_WIDTH } from './page.ts'
import { boldWidth } from './text-width.ts'

const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
/** Quốc hiệu 12, tiêu ngữ 13, the agency 12 (annex I allows 12–13 and 13–14). */
const AGENCY_POINTS = 12
const LEFT = 3_700
/** Of the words above: between a third and a half. */
const SHORT_LINE = 0.4

export function headOf(document: ReportDocument): (Paragraph | Table)[] {
  const right = TEXT_WIDTH - LEFT
  const lastLine = document.agencyLines.at(-1) ?? ''
  const left = [
    ...document.superiorLines.map((line) => centred(line, { points: AGENCY_POINTS })),
    ...document.agencyLines.map((line) => centred(line, { points: AGENCY_POINTS, bold: true })),
    ruledLine(LEFT, boldWidth(lastLine, AGENCY_POINTS) * SHORT_LINE),
  ]
  const nation = [
    centred(COUNTRY, { points: AGENCY_POINTS, bold: true }),
    centred(MOTTO, { points: SIZE.motto, bold: true }),
    ruledLine(right, boldWidth(MOTTO, SIZE.motto)),
  ]
  const number = [
    centred(
      document.numberLine,
      { points: SIZE.motto },
      { spacing: { before: 60, after: 0, line: 240, lineRule: 'auto' } },
    ),
  ]
  const day = [
    centred(
      document.placeAndDay,
      { points: SIZE.motto, italics: true },
      { spacing: { before: 60, after: 0, line: 240, lineRule: 'auto' } },
    ),
  ]
  return [
    sideBySide(
      [LEFT, right],
      [
        [left, nation],
        [number, day],
      ],
    ),
    ...titleOf(document),
    ...addressed(document),
  ]
}

function titleOf({ title, abstract }: ReportDocument): Paragraph[] {
  const width = Math.min(boldWidth(abstract, SIZE.body), TEXT_WIDTH)
  return [
    centred(title, { bold: true }, { spacing: { before: 360, after: 60, line: 240, lineRule: 'auto' } }),
    centred(abstract, { bold: true }),
    ruledLine(TEXT_WIDTH, width * SHORT_LINE, {
      spacing: { before: 100, after: 120, line: 120, lineRule: 'exact' },
    }),
  ]
}

const TO = 'Kính gửi:'

/** One addressee stands on the line of "Kính gửi"; several stand below each other, aligned under its colon. */
function addressed({ addressees }: ReportDocument): Paragraph[] {
  if (addressees.length === 0) return []
  const spacing = { before: BETWEEN, after: BETWEEN }
  if (addressees.length === 1)
    return [
      centred(
        `${TO} ${addressees[0]}.`,
        {},
        { spacing: { before: 120, after: 240, line: 240, lineRule: 'auto' } },
      ),
    ]
  const left = 1_985
  const under = left + Math.round(boldWidth(TO, SIZE.body) * 0.93)
  return [
    new Paragraph({
      alignment: AlignmentType.LEFT,
      indent: { left },
      spacing: { before: 120, after: 0, line: 240, lineRule: 'auto' },
      children: [run(TO)],
    }),
    ...addressees.map(
      (name, index) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          indent: { left: under, hanging: 0 },
          spacing:
            index === addressees.length - 1
              ? { before: 0, after: spacing.after * 2 }
              : { before: 0, after: 0 },
          children: [run(`- ${name}${index === addressees.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ]
}
