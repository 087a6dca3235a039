// Rows as a stream of bytes in each format that an import reads. A number is a number, and no text runs as a formula.
import { writeCell, writeNumber } from '@tien-do/domain/import-cells'
import { type Columns, columnsOf } from '@tien-do/domain/import-columns'
import type { RawCell } from '@tien-do/domain/import-row-cells'
import { escapeFormula } from '../../files/formula.ts'
import type { ExportedRow, Pages } from './exported.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx', 'ndjson', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  json: 'application/json; charset=utf-8',
}

export interface Writing {
  readonly columns: Columns<string>
  /** Whose headings and words a table has. */
  readonly language: 'vi' | 'en'
  readonly separator: ',' | ';' | '\t'
  readonly sheetName: string
}

type Writer = (pages: Pages, writing: Writing) => AsyncIterable<string | Uint8Array>

const BYTE_ORDER_MARK = '\ufeff'

export const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  ndjson: writeNdjson,
  json: writeJson,
}

async function* writeCsv(pages: Pages, writing: Writing) {
  const { separator } = writing
  // Where a semicolon parts the cells, the comma is free to part the decimals.
  const mark = separator === ';' ? ',' : '.'
  const line = (cells: readonly RawCell[]) =>
    `${cells.map((cell) => quoted(typeof cell === 'number' ? writeNumber(cell, mark) : safe(cell))).join(separator)}\r\n`
  yield BYTE_ORDER_MARK + line(headingsOf(writing))
  for await (const page of pages) yield page.map((row) => line(cellsOf(row, writing))).join('')
}

async function* writeXlsx(pages: Pages, writing: Writing) {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const headings = headingsOf(writing)
  const rows = async function* () {
    for await (const page of pages)
      for (const row of page)
        yield cellsOf(row, writing).map((cell) => (typeof cell === 'string' ? safe(cell) : cell))
  }
  yield* writeXlsxStream(rows(), {
    name: writing.sheetName,
    columns: headings.map((header) => ({ header, width: Math.max(12, header.length + 4) })),
    freezePane: { rows: 1 },
  })
}

async function* writeNdjson(pages: Pages, writing: Writing) {
  for await (const page of pages)
    yield page.map((row) => `${JSON.stringify(objectOf(row, writing))}\n`).join('')
}

async function* writeJson(pages: Pages, writing: Writing) {
  yield '{"rows":['
  let first = true
  for await (const page of pages) {
    const rows = page.map((row) => JSON.stringify(objectOf(row, writing)))
    if (rows.length > 0) yield `${first ? '' : ','}${rows.join(',\n')}`
    first &&= rows.length === 0
  }
  yield ']}\n'
}

function headingsOf({ columns, language }: Writing): string[] {
  return columnsOf(columns).map((column) => columns[column]!.names[language === 'vi' ? 1 : 0])
}

function cellsOf({ row }: ExportedRow, { columns, language }: Writing): RawCell[] {
  const writing = language === 'vi' ? 'people' : 'programs'
  return columnsOf(columns).map((column) => {
    const cell = writeCell(columns[column]!.cell, row[column], writing)
    // In a table an amount is a number in either language.
    return columns[column]!.cell === 'money' && cell !== null ? Number(cell) : cell
  })
}

function objectOf({ row }: ExportedRow, { columns }: Writing): Record<string, RawCell> {
  return Object.fromEntries(
    columnsOf(columns).map((column) => [column, writeCell(columns[column]!.cell, row[column], 'programs')]),
  )
}

function safe(cell: string | null): string {
  return escapeFormula(cell ?? '')
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
}
