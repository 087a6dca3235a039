// CSV as people and programs write it: comma, semicolon or tab, with or without a byte order mark.

import { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Columns } from '@tien-do/domain/import-columns'
import type { ImportFaultCode } from '@tien-do/domain/import-row-fault'
import { CsvError, type Info, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { lineCounter } from './lines.ts'
import { fitOf, type Line, sheetOfGrid } from './read-grid.ts'
import { SheetBroken, type SheetOptions, type SheetReader } from './sheet.ts'

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

/** How many lines are looked at to find the header among them. */
const HEADS = 25

export const readCsv: SheetReader = (body, declared, options) => {
  const separator = separatorOf(body, declared, options)
  return sheetOfGrid(
    {
      heads: headsOf(body, separator),
      below: (at) => linesBelow(body, separator, at),
      separator,
      sheet: null,
      cellsHavePlaces: false,
    },
    declared,
    options,
  )
}

async function* linesBelow(body: Buffer, separator: string, at: number): AsyncGenerator<Line> {
  const lineAt = lineCounter(body)
  let line = lineAt(0)
  const records = Readable.from(chunksOf(body)).pipe(parse({ ...PARSING, delimiter: separator, info: true }))
  try {
    for await (const { record, info } of records as AsyncIterable<Parsed>) {
      const begins = line
      line = lineAt(info.bytes)
      if (info.records > at + 1) yield { line: begins, cells: record }
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

/** The separator under which most headings are known columns. */
function separatorOf(body: Buffer, declared: Columns<string>, options: SheetOptions): string {
  const { delimiter } = options
  if (delimiter !== 'auto') return delimiter === 'tab' ? '\t' : delimiter
  const known = SEPARATORS.map((separator) => fitOf(headsOf(body, separator), declared, options).known)
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ','
}

/** The first lines, as far as they can be read. */
function headsOf(body: Buffer, separator: string): Line[] {
  const start = body.subarray(0, CHUNK)
  const lineAt = lineCounter(body)
  const heads: Line[] = []
  let line = lineAt(0)
  const keep = ({ record, info }: Parsed) => {
    heads.push({ line, cells: record })
    line = lineAt(info.bytes)
    return null
  }
  try {
    parseAtOnce(start, {
      ...PARSING,
      delimiter: separator,
      info: true,
      to: HEADS,
      on_record: (parsed) => keep(parsed as unknown as Parsed),
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return heads
}
