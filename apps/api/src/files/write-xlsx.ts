// Tables as .xlsx: numbers are numbers in Vietnamese formats, the header stays in sight, no text runs as a formula.
import type { AppendixCell, AppendixColumn } from '@tien-do/domain/report-document'
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre'
import { writeXlsx as write } from 'hucre/xlsx'
import { escapeFormula } from './formula.ts'
import type { SheetPage, XlsxJob } from './report-job.ts'

const FONT = { name: 'Times New Roman', size: 12 }
const THIN = { style: 'thin', color: { rgb: '808080' } } as const
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN }
const HORIZONTAL = { start: 'left', center: 'center', end: 'right' } as const
const CHARACTERS_ACROSS = 140
const LONGEST_NAME = 31

export function writeXlsx({ book }: XlsxJob): Promise<Uint8Array> {
  return write({
    sheets: book.sheets.map(sheetOf),
    properties: { title: book.title, custom: { ...book.properties } },
    defaultFont: FONT,
  })
}

function sheetOf({ name, heading, columns, rows, note, sums = [] }: SheetPage): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const values: CellValue[][] = []
  const put = (line: readonly CellValue[], styleOf: (column: number) => CellStyle) => {
    const row = values.push([...line]) - 1
    line.forEach((value, column) => {
      cells.set(`${row},${column}`, { value, style: { font: FONT, ...styleOf(column) } })
    })
  }
  for (const text of heading) put([escapeFormula(text)], () => ({ font: { ...FONT, bold: true } }))
  put(
    columns.map(({ title }) => title),
    () => HEADER,
  )
  const headerRows = values.length
  for (const row of rows) {
    if (row.group)
      put([escapeFormula(row.cells[0]?.text ?? ''), ...columns.slice(1).map(() => null)], () => GROUP)
    else
      put(row.cells.map(cellValue), (column) => ({
        ...styleOf(row.cells[column], columns[column]),
        ...(row.total ? { font: { ...FONT, bold: true } } : {}),
      }))
  }
  for (const column of sums) {
    const cell = cells.get(`${values.length - 1},${column}`)
    if (typeof cell?.value !== 'number' || rows.length < 2) continue
    const letter = columnLetter(column)
    cell.formula = `SUM(${letter}${headerRows + 1}:${letter}${values.length - 1})`
    cell.formulaResult = cell.value
  }
  if (note !== null) put([escapeFormula(note)], () => ({ font: { ...FONT, italic: true } }))
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  return {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME),
    rows: values,
    cells,
    columns: columns.map(({ width }) => ({
      width: Math.max(6, Math.round((width / total) * CHARACTERS_ACROSS)),
    })),
    freezePane: { rows: headerRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRows}:$${headerRows}`,
    },
  }
}

/** 0 is A; no table of ours has more than 26 columns. */
function columnLetter(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column)
}

const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const GROUP: CellStyle = { font: { ...FONT, bold: true }, border: BORDER }

function cellValue(cell: AppendixCell): CellValue {
  if (cell.number !== null) return cell.number
  return cell.text === '' ? null : escapeFormula(cell.text)
}

/** Excel writes the marks of its own language: with Vietnamese settings "#,##0.0" shows 1.234,5. */
function styleOf(cell: AppendixCell | undefined, column: AppendixColumn | undefined): CellStyle {
  const format = cell?.format ?? 'text'
  const decimals = format.startsWith('decimal:') ? Number(format.slice('decimal:'.length)) : 0
  return {
    border: BORDER,
    alignment: { horizontal: HORIZONTAL[column?.align ?? 'start'], vertical: 'center', wrapText: true },
    ...(format === 'text' ? {} : { numFmt: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' }),
  }
}
