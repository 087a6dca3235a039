// The small parts that the document is put together from: runs, lines, cells without borders.
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { halfPoints, SIZE } from './page.ts'

export interface Look extends Pick<IRunOptions, 'bold' | 'italics'> {
  readonly points?: number
}

export function run(text: string, { points = SIZE.body, ...look }: Look = {}): TextRun {
  return new TextRun({ text, size: halfPoints(points), ...look })
}

/** One line of words in the middle. */
export function centred(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' },
    ...options,
    children: [run(text, look)],
  })
}

/** A solid line of a length, centred in a space: the upper border of an empty paragraph between two indents. */
export function ruledLine(space: number, length: number, options: IParagraphOptions = {}): Paragraph {
  const indent = Math.max(0, Math.round((space - length) / 2))
  return new Paragraph({
    spacing: { before: 60, after: 0, line: 120, lineRule: 'exact' },
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    ...options,
    children: [new TextRun({ text: '', size: 4 })],
  })
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** Columns side by side that nobody sees the table of; its rows never break. */
export function sideBySide(widths: readonly number[], rows: readonly (readonly Paragraph[])[][]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
                verticalAlign: VerticalAlign.TOP,
                children: [...children],
              }),
          ),
        }),
    ),
  })
}
