// Rows as objects: one per line (NDJSON), or {"rows": […]}.
import { type Columns, columnsOf, type Header, recogniseHeader } from '@tien-do/domain/import-columns'
import type { RawRow } from '@tien-do/domain/import-row'
import { shown } from '@tien-do/domain/import-row'
import type { RawCell } from '@tien-do/domain/import-row-cells'
import type { ImportFaultCode, RowFault } from '@tien-do/domain/import-row-fault'
import { AppError } from '../../core/errors.ts'
import { lineCounter } from './lines.ts'
import { AS_IT_STANDS, type Sheet, type SheetOptions, type SheetReader, type SheetRow } from './sheet.ts'

const LF = 0x0a
const LONGEST_LINE = 64 * 1024
/** Rows made by one program have the same keys; a file whose rows all differ is not remembered for ever. */
const MOST_HEADERS = 1_000
const BYTE_ORDER_MARK = '\ufeff'

export const readNdjson: SheetReader = (body, declared, options) =>
  sheetOf(declared, options, function* (toRow) {
    const lineAt = lineCounter(body)
    let row = 0
    for (let from = 0, to = 0; from < body.length; from = to + 1) {
      to = body.indexOf(LF, from)
      if (to === -1) to = body.length
      const line = body.subarray(from, to)
      const text = line.length > LONGEST_LINE ? null : withoutMark(line.toString()).trim()
      if (text === '') continue
      row += 1
      yield toRow(text === null ? new Unread('line_too_long') : parsed(text), row, lineAt(from))
    }
  })

export const readJson: SheetReader = (body, declared, options) => {
  const json = parsed(withoutMark(body.toString()))
  if (json instanceof Unread) throw new AppError('malformed-body')
  const { rows, ...others } = isObject(json) ? json : {}
  if (!Array.isArray(rows) || Object.keys(others).length > 0) {
    throw new AppError('validation-failed', {
      faults: [{ pointer: '', in: 'body', code: 'rows_expected', message: '{"rows": [{…}]}' }],
    })
  }
  return sheetOf(declared, options, function* (toRow) {
    for (const [index, value] of rows.entries()) yield toRow(value, index + 1, null)
  })
}

class Unread {
  readonly code: ImportFaultCode
  constructor(code: ImportFaultCode) {
    this.code = code
  }
}

type ToRow<Column extends string> = (value: unknown, row: number, line: number | null) => SheetRow<Column>

function sheetOf<Column extends string>(
  declared: Columns<Column>,
  options: SheetOptions,
  read: (toRow: ToRow<Column>) => Iterable<SheetRow<Column>>,
): Sheet<Column> {
  const headings = columnsOf(declared)
  const headers = new Map<string, Header<Column>>()
  const headerOf = (keys: readonly string[]) => {
    const id = keys.join('\0')
    const header = headers.get(id) ?? recogniseHeader(declared, keys)
    if (headers.size < MOST_HEADERS) headers.set(id, header)
    return header
  }
  const toRow: ToRow<Column> = (value, row, line) => {
    if (!isObject(value)) {
      const code = value instanceof Unread ? value.code : 'not_an_object'
      return { row, line, cells: null, given: [], faults: [{ column: null, code, value: null }] }
    }
    const { cells, faults } = readObject(value, headerOf(Object.keys(value)), options)
    return { row, line, cells, faults, given: headings.map((column) => cells[column] ?? null) }
  }
  return {
    headings,
    separator: ',',
    faults: [],
    reading: () => AS_IT_STANDS,
    rows: read(toRow),
    columns: () => {
      const seen = [...headers.values()]
      const left = seen.flatMap((header) => [
        ...header.ignored,
        ...(options.unknownColumns === 'ignore' ? header.unknown : []),
      ])
      return {
        recognized: headings.filter((column) => seen.some((header) => header.recognized.includes(column))),
        ignored: [...new Set(left.map((key) => shown(key) ?? ''))],
      }
    },
  }
}

function readObject<Column extends string>(
  value: Readonly<Record<string, unknown>>,
  header: Header<Column>,
  { unknownColumns }: SheetOptions,
) {
  const cells: Partial<Record<Column, RawCell>> = {}
  const faults: RowFault[] = header.duplicates.map(({ column, heading }) => ({
    column,
    code: 'duplicate_column',
    value: heading,
  }))
  Object.values(value).forEach((cell, index) => {
    const column = header.columns[index]
    if (column === null || column === undefined) return
    if (cell === null || typeof cell === 'string' || typeof cell === 'number') cells[column] = cell
    else faults.push({ column, code: 'wrong_type', value: shown(JSON.stringify(cell)) })
  })
  if (unknownColumns === 'error') {
    for (const key of header.unknown) faults.push({ column: null, code: 'unknown_column', value: shown(key) })
  }
  return { cells: cells as RawRow<Column>, faults }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return new Unread('not_json')
  }
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unread)
}
