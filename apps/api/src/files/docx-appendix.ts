// An appendix: a page that lies, its own page numbers, a table whose header stands on every page.
import type {
  AppendixCell,
  AppendixColumn,
  AppendixRow,
  ReportAppendix,
  ReportDocument,
} from '@tien-do/domain/report-document'
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { centred, ruledLine, run } from './docx-parts.ts'
import { SIZE, WIDE_TEXT_WIDTH } from './page.ts'
import { boldWidth } from './text-width.ts'

const ALIGN = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const
const CELL_MARGIN = 57
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

export function appendixOf(appendix: ReportAppendix, { attachedTo }: ReportDocument): (Paragraph | Table)[] {
  return [
    centred(appendix.label, { bold: true }),
    centred(appendix.title.toUpperCase(), { bold: true }),
    centred(attachedTo, { italics: true }),
    ruledLine(WIDE_TEXT_WIDTH, boldWidth(attachedTo, SIZE.body) * 0.4, {
      spacing: { before: 60, after: 160, line: 120, lineRule: 'exact' },
    }),
    tableOf(appendix),
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

function tableOf({ columns, rows }: ReportAppendix): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width / total) * WIDE_TEXT_WIDTH))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: { marginUnitType: WidthType.DXA, left: CELL_MARGIN, right: CELL_MARGIN, top: 20, bottom: 20 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) =>
          cell(title, widths[at] ?? 0, AlignmentType.CENTER, { bold: true }),
        ),
      }),
      // The last row stays with the note under the table.
      ...rows.map((row, at) => rowOf(row, columns, widths, at === rows.length - 1)),
    ],
  })
}

function rowOf(
  row: AppendixRow,
  columns: readonly AppendixColumn[],
  widths: readonly number[],
  last: boolean,
): TableRow {
  const children = row.group
    ? [
        cell(
          row.cells[0]?.text ?? '',
          widths.reduce((sum, width) => sum + width, 0),
          AlignmentType.LEFT,
          { bold: true, keepNext: true, columnSpan: columns.length },
        ),
      ]
    : row.cells.map((each: AppendixCell, at) =>
        cell(each.text, widths[at] ?? 0, ALIGN[columns[at]?.align ?? 'start'], { keepNext: last }),
      )
  return new TableRow({ cantSplit: true, children })
}

function cell(
  text: string,
  width: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  { bold = false, keepNext = false, columnSpan = 1 } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    children: [
      new Paragraph({
        alignment,
        spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
        keepNext,
        children: [run(text, { points: SIZE.table, bold })],
      }),
    ],
  })
}
