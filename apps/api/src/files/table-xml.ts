// A table of an appendix: ruled, its header on every page, no row broken between two.
import type { AppendixColumn, AppendixRow, ReportAppendix } from '@tien-do/domain/report-document'
import { SIZE } from './page.ts'
import { type ParagraphLook, paragraphXml } from './word-xml.ts'

const ALIGN = { start: 'left', center: 'center', end: 'right' } as const
const CELL_MARGIN = 57
const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const BORDERS = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join(
  '',
)
const PADDING = Object.entries({ top: 20, left: CELL_MARGIN, bottom: 20, right: CELL_MARGIN })
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')

/** The table at a width in twips. */
export function tableXml({ columns, rows }: Pick<ReportAppendix, 'columns' | 'rows'>, space: number): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width / total) * space))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const header = columns.map(({ title }, at) => cell(title, widths[at] ?? 0, { align: 'center', bold: true }))
  const body = rows.map((row, at) => rowOf(row, columns, { widths, whole }, at === rows.length - 1))
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${PADDING}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    tableRow(header, '<w:tblHeader/>'),
    ...body,
    '</w:tbl>',
  ].join('')
}

/** The last row stays with the end mark under the table. */
function rowOf(
  { group, cells, total = false }: AppendixRow,
  columns: readonly AppendixColumn[],
  { widths, whole }: { widths: readonly number[]; whole: number },
  last: boolean,
): string {
  if (group)
    return tableRow([
      cell(cells[0]?.text ?? '', whole, { align: 'left', bold: true, keepNext: true }, columns.length),
    ])
  return tableRow(
    cells.map(({ text }, at) =>
      cell(text, widths[at] ?? 0, {
        align: ALIGN[columns[at]?.align ?? 'start'],
        keepNext: last,
        bold: total,
      }),
    ),
  )
}

function tableRow(cells: readonly string[], more = ''): string {
  return `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.join('')}</w:tr>`
}

function cell(text: string, width: number, look: ParagraphLook, span = 1): string {
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}<w:vAlign w:val="center"/></w:tcPr>${paragraphXml(text, { ...look, points: SIZE.table })}</w:tc>`
}
