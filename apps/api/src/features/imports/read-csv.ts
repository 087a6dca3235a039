// CSV as people and programs write it: comma, semicolon or tab, with or without a byte order mark.

import { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { type Columns, recogniseHeader } from '@tien-do/domain/import-columns'
import type { Delimiter } from '@tien-do/domain/import-options'
import { type RawRow, shown } from '@tien-do/domain/import-row'
import type { ImportFaultCode, RowFault } from '@tien-do/domain/import-row-fault'
import { CsvError, type Info, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { unescapeFormula } from '../../files/formula.ts'
import { headerFaults } from './header-faults.ts'
import { lineCounter } from './lines.ts'
import { SheetBroken, type SheetReader, type SheetRow, unreadable } from './sheet.ts'

const CHUNK = 64 * 1024
const LONGEST_ROW = 256 * 1024
const SEPARATORS = [',', ';', '\t'] as const
const PARSING: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_ROW,
}

const BROKEN: Readonly<Record<string, ImportFaultCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'unclosed_quote',
  // A row of such a length is a quote that was never closed.
  CSV_MAX_RECORD_SIZE: 'unclosed_quote',
  CSV_INVALID_CLOSING_QUOTE: 'stray_quote',
  INVALID_OPENING_QUOTE: 'stray_quote',
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: Info
}

export const readCsv: SheetReader = (body, declared, options) => {
  const separator = separatorOf(body, declared, options.delimiter)
  const headings = headingsOf(body, separator)
  if (headings.length === 0)
    return unreadable([{ line: 1, column: null, code: 'header_missing', value: null }])
  const header = recogniseHeader(declared, headings)
  return {
    headings,
    separator,
    columns: () => ({
      recognized: header.recognized,
      ignored: options.unknownColumns === 'ignore' ? [...header.ignored, ...header.unknown] : header.ignored,
    }),
    faults: headerFaults(header, options.unknownColumns, 1),
    rows: rowsOf(body, separator, header.columns),
  }
}

async function* rowsOf<Column extends string>(
  body: Buffer,
  separator: string,
  columns: readonly (Column | null)[],
): AsyncGenerator<SheetRow<Column>> {
  const lineAt = lineCounter(body)
  let row = 0
  let line = lineAt(0)
  const records = Readable.from(chunksOf(body)).pipe(parse({ ...PARSING, delimiter: separator, info: true }))
  try {
    for await (const { record, info } of records as AsyncIterable<Parsed>) {
      const begins = line
      line = lineAt(info.bytes)
      if (info.records === 1 || record.every((cell) => cell.trim() === '')) continue
      row += 1
      const given = record.map(unescapeFormula)
      const faults = raggedFaults(columns, given)
      yield { row, line: begins, given, faults, cells: faults.length === 0 ? cellsOf(columns, given) : null }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new SheetBroken({ line, column: null, code: BROKEN[error.code] ?? 'stray_quote', value: null })
  }
}

/** The parser takes a chunk in one go: between two, other requests have their turn. */
async function* chunksOf(body: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < body.length; from += CHUNK) {
    yield body.subarray(from, from + CHUNK)
    await breathe()
  }
}

function cellsOf<Column extends string>(
  columns: readonly (Column | null)[],
  given: readonly string[],
): RawRow<Column> {
  const cells: Partial<Record<Column, string>> = {}
  columns.forEach((column, index) => {
    const cell = given[index]
    if (column !== null && cell !== undefined) cells[column] = cell
  })
  return cells
}

/** A cell too few or too many moves every value after it under another heading. */
function raggedFaults(columns: readonly unknown[], given: readonly string[]): RowFault[] {
  const surplus = given.slice(columns.length).some((cell) => cell.trim() !== '')
  if (!surplus && given.length >= columns.length) return []
  return [
    {
      column: null,
      code: 'ragged_row',
      value: null,
      params: { expected: columns.length, found: given.length },
    },
  ]
}

/** The separator under which most headings are known columns. */
function separatorOf(body: Buffer, declared: Columns<string>, delimiter: Delimiter): string {
  if (delimiter !== 'auto') return delimiter === 'tab' ? '\t' : delimiter
  const known = SEPARATORS.map(
    (separator) => recogniseHeader(declared, headingsOf(body, separator)).recognized.length,
  )
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ','
}

function headingsOf(body: Buffer, separator: string): string[] {
  try {
    const [headings = []] = parseAtOnce(body.subarray(0, CHUNK), {
      ...PARSING,
      delimiter: separator,
      to: 1,
    }) as string[][]
    return headings.map((heading) => shown(unescapeFormula(heading)) ?? '')
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}
