// Every row of a sheet, judged by its resource: the rows that may be written, and in the book all the others.
import { setImmediate as breathe } from 'node:timers/promises'
import { columnsOf } from '@tien-do/domain/import-columns'
import { markWatch } from '@tien-do/domain/import-marks'
import type { ReadRow, ResourceDeclaration, RowKey } from '@tien-do/domain/import-resource'
import { type RawRow, shown } from '@tien-do/domain/import-row'
import type { RowFault } from '@tien-do/domain/import-row-fault'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { FaultBook, Place } from './fault-book.ts'
import type { Judging, Resource, SoundRow } from './resource.ts'
import { type Sheet, SheetBroken, type SheetRow } from './sheet.ts'

const NUMBERS: ReadonlySet<unknown> = new Set(['number', 'quantity'])
const MOST_ROWS = 1_000_000
const ROWS_BETWEEN_BREATHS = 2_000

/** Reads and judges all rows; nothing is written. Of two rows with one key, the first counts. */
export async function judgeRows<Row>(
  context: Context,
  plan: PlanInForce,
  resource: Resource<Row>,
  sheet: Sheet<string>,
  options: Judging,
  book: FaultBook,
) {
  for (const fault of sheet.faults) book.refuseFile(fault)
  const sound: SoundRow<Row>[] = []
  let read = 0
  if (sheet.faults.some((fault) => fault.code !== 'unknown_column')) return { read, sound }
  const judge = await resource.judge(context, plan, options)
  const against = options.decimal === 'auto' ? marksOf(resource.declaration) : () => []
  const firstPlaces = new Map<string, Place>()
  try {
    for await (const row of sheet.rows) {
      read += 1
      if (read > MOST_ROWS) throw new AppError('import.too-many-rows', { members: { limit: MOST_ROWS } })
      if (read % ROWS_BETWEEN_BREATHS === 0) await breathe()
      const judged = row.cells ? judge.read(row.cells) : null
      const place = placeOf(row, judged, resource)
      const unread = new Set(row.faults.map((fault) => fault.column))
      const faults = [
        ...row.faults,
        ...against(row.cells),
        ...(judged?.faults ?? []).filter(({ column }) => column === null || !unread.has(column)),
        ...duplicateFaults(firstPlaces, judged?.key ?? null, place),
      ]
      if (judged?.row && faults.length === 0) {
        const kept = judge.mayBeRefused(judged.row)
        sound.push({ place, row: judged.row, given: kept ? row.given : [], raw: kept ? row.cells : null })
        book.warn(place, judged.warnings)
      } else book.refuseRow(place, faults, row.given)
    }
  } catch (error) {
    if (!(error instanceof SheetBroken)) throw error
    book.refuseFile(error.fault)
  }
  if (read === 0 && book.counted.file === 0)
    book.refuseFile({ line: null, column: null, code: 'no_rows', value: null })
  return { read, sound }
}

function placeOf<Row>(
  { row, line, cells }: SheetRow<string>,
  judged: ReadRow<Row> | null,
  { declaration }: Resource<Row>,
): Place {
  if (judged?.key) return { row, line, key: judged.key }
  const [names = []] = declaration.keys
  const key = cells && Object.fromEntries(names.map((name) => [name, shown(cells[name])]))
  return { row, line, key }
}

function duplicateFaults(firstPlaces: Map<string, Place>, key: RowKey | null, place: Place): RowFault[] {
  if (!key) return []
  const id = Object.entries(key)
    .map(([name, value]) => `${name}=${value ?? ''}`)
    .join('\0')
  const first = firstPlaces.get(id)
  if (!first) firstPlaces.set(id, place)
  return first
    ? [
        {
          column: null,
          code: 'duplicate_key',
          value: null,
          params: { firstRow: first.row, firstLine: first.line },
        },
      ]
    : []
}

/** Numbers that are written with another decimal mark than those above them: a question, never a guess. */
function marksOf({ columns }: ResourceDeclaration): (cells: RawRow<string> | null) => RowFault[] {
  const numbers = columnsOf(columns).filter((column) => NUMBERS.has(columns[column]?.cell ?? ''))
  const isAgainst = markWatch()
  return (cells) =>
    numbers
      .filter((column) => cells && isAgainst(column, cells[column] ?? null))
      .map((column) => ({ column, code: 'ambiguous_number', value: shown(cells?.[column]) }))
}
