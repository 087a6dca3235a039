// Lines of cells as a sheet of rows: where the header stands, which lines are none, and what its text was typed in.
import { type Columns, type Remembered, recogniseHeader } from '@tien-do/domain/import-columns'
import { findLayout, leftOutAs } from '@tien-do/domain/import-layout'
import type { Encoding } from '@tien-do/domain/import-options'
import { type RawRow, shown } from '@tien-do/domain/import-row'
import type { RawCell } from '@tien-do/domain/import-row-cells'
import type { RowFault } from '@tien-do/domain/import-row-fault'
import { type LegacyScript, readLegacyCell, recogniseLegacy } from '@tien-do/domain/legacy-text'
import { unescapeFormula } from '../../files/formula.ts'
import { headerFaults } from './header-faults.ts'
import { type Reading, type Sheet, type SheetOptions, type SheetRow, unreadable } from './sheet.ts'

export interface Line {
  readonly line: number
  readonly cells: readonly RawCell[]
}

export interface Grid {
  /** The first lines, among which the header stands. */
  readonly heads: readonly Line[]
  /** The lines below one of the heads, by its index. */
  readonly below: (at: number) => AsyncIterable<Line> | Iterable<Line>
  readonly separator: string
  readonly sheet: string | null
  /** A cell too few or too many moves every value after it under another heading: not so where cells have places. */
  readonly cellsHavePlaces: boolean
}

const MOST_LEFT_OUT = 1_000
const MOST_CONVERTED = 8

export function sheetOfGrid<Column extends string>(
  grid: Grid,
  declared: Columns<Column>,
  options: SheetOptions,
): Sheet<Column> {
  const text = textReader(grid.heads, options.encoding)
  const heads = grid.heads.map((line) => headingsOf(line, text.read))
  const remembered = options.remembered as Remembered<Column>
  const layout = findLayout(declared, heads, remembered)
  if (!layout) return unreadable([{ line: 1, column: null, code: 'header_missing', value: null }])
  const { header, headings, at } = layout
  const leftOut: Reading['leftOut'][number][] = []
  return {
    headings,
    separator: grid.separator,
    columns: () => ({
      recognized: header.recognized,
      ignored: options.unknownColumns === 'ignore' ? [...header.ignored, ...header.unknown] : header.ignored,
    }),
    reading: () => ({
      encoding: text.script ?? 'utf-8',
      converted: text.converted(),
      sheet: grid.sheet,
      leftOut,
    }),
    faults: headerFaults(header, options.unknownColumns, grid.heads[at]?.line ?? 1),
    rows: rowsOf(grid, at, declared, header.columns, text.read, (line, what, value) => {
      if (leftOut.length < MOST_LEFT_OUT) leftOut.push({ line, what, value })
    }),
  }
}

type LeaveOut = (line: number, what: NonNullable<ReturnType<typeof leftOutAs>>, value: string) => void

async function* rowsOf<Column extends string>(
  grid: Grid,
  at: number,
  declared: Columns<Column>,
  columns: readonly (Column | null)[],
  read: (cell: RawCell) => RawCell,
  leaveOut: LeaveOut,
): AsyncGenerator<SheetRow<Column>> {
  let row = 0
  let isFirst = true
  for await (const { line, cells } of grid.below(at)) {
    if (cells.every(isBlank)) continue
    const given = grid.cellsHavePlaces
      ? columns.map((_, index) => read(cells[index] ?? null))
      : cells.map((cell) => read(cell))
    const what = leftOutAs(declared, columns, given, isFirst)
    isFirst = false
    if (what) {
      leaveOut(line, what, shown(given.find((cell) => !isBlank(cell))) ?? '')
      continue
    }
    row += 1
    const faults = grid.cellsHavePlaces ? [] : raggedFaults(columns, given)
    yield { row, line, given, faults, cells: faults.length === 0 ? cellsOf(columns, given) : null }
  }
}

function cellsOf<Column extends string>(
  columns: readonly (Column | null)[],
  given: readonly RawCell[],
): RawRow<Column> {
  const cells: Partial<Record<Column, RawCell>> = {}
  columns.forEach((column, index) => {
    if (column !== null && index < given.length) cells[column] = given[index] ?? null
  })
  return cells as RawRow<Column>
}

function raggedFaults(columns: readonly unknown[], given: readonly RawCell[]): RowFault[] {
  const surplus = given.slice(columns.length).some((cell) => !isBlank(cell))
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

/** Reads text as it was meant, once it is known what it was typed in. */
function textReader(heads: readonly Line[], encoding: Encoding) {
  const script = scriptOf(heads, encoding)
  const converted = new Map<string, string>()
  const read = (cell: RawCell): RawCell => {
    if (typeof cell !== 'string') return cell
    const text = unescapeFormula(cell)
    const meant = script === null ? text : readLegacyCell(script, text)
    if (meant !== text && converted.size < MOST_CONVERTED)
      converted.set(shown(text) ?? '', shown(meant) ?? '')
    return meant
  }
  return { script, read, converted: () => [...converted].map(([from, to]) => ({ from, to })) }
}

function scriptOf(heads: readonly Line[], encoding: Encoding): LegacyScript | null {
  if (encoding === 'tcvn3' || encoding === 'vni') return encoding
  if (encoding !== 'auto') return null
  return recogniseLegacy(heads.map(({ cells }) => cells.join(' ')).join(' '))?.script ?? null
}

function headingsOf({ cells }: Line, read: (cell: RawCell) => RawCell): string[] {
  return cells.map((cell) => shown(read(cell))?.trim() ?? '')
}

/** How much of a table is known by its first lines: how many headings, and whether nothing is missing. */
export function fitOf(
  heads: readonly Line[],
  declared: Columns<string>,
  { encoding, remembered }: Pick<SheetOptions, 'encoding' | 'remembered'>,
): { readonly known: number; readonly whole: boolean } {
  const { read } = textReader(heads, encoding)
  const layout = findLayout(
    declared,
    heads.map((line) => headingsOf(line, read)),
    remembered,
  )
  const header = layout?.header ?? recogniseHeader(declared, [])
  return {
    known: header.recognized.length,
    whole: header.recognized.length > 0 && header.missing.length === 0,
  }
}

function isBlank(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}
