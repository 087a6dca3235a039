// Every row of a sheet, judged by the domain: the figures that may be written, and in the book all the others.
import { setImmediate as breathe } from 'node:timers/promises'
import type { MeasurementColumn } from '@tien-do/domain/import-columns'
import type { ImportState, ImportStrategy } from '@tien-do/domain/import-options'
import {
  type FigureKey,
  type ImportedFigure,
  type JudgedRow,
  type RowRules,
  readMeasurementRow,
  shown,
} from '@tien-do/domain/import-row'
import type { DateFormat, RawCell } from '@tien-do/domain/import-row-cells'
import type { RowFault } from '@tien-do/domain/import-row-fault'
import type { DecimalMark } from '@tien-do/domain/number-vi'
import { maySubmitUnder } from '@tien-do/domain/period'
import { can } from '@tien-do/domain/permission'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { periodLocks } from '../periods/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import type { FaultBook, Place } from './fault-book.ts'
import { type Sheet, SheetBroken, type SheetRow } from './sheet.ts'

const MOST_ROWS = 1_000_000
const ROWS_BETWEEN_BREATHS = 2_000

export interface SoundRow {
  readonly place: Place
  readonly figure: ImportedFigure
  /** Kept only where the row may still be refused. */
  readonly given: readonly RawCell[]
}

export interface Judging {
  readonly state: ImportState
  readonly strategy: ImportStrategy
  readonly decimal: DecimalMark
  readonly dateFormat: DateFormat
}

/** Reads and judges all rows; nothing is written. Of two rows with one key, the first counts. */
export async function judgeFigures(
  context: Context,
  plan: PlanInForce,
  sheet: Sheet<MeasurementColumn>,
  options: Judging,
  book: FaultBook,
) {
  for (const fault of sheet.faults) book.refuseFile(fault)
  const sound: SoundRow[] = []
  let read = 0
  if (sheet.faults.some((fault) => fault.code !== 'unknown_column')) return { read, sound }
  const rules = rulesOf(context, plan, options, await periodLocks(context.read, plan.id, context.now()))
  const mayBeRefused = options.strategy !== 'upsert' || options.state === 'submitted'
  const firstPlaces = new Map<string, Place>()
  try {
    for await (const row of sheet.rows) {
      read += 1
      if (read > MOST_ROWS) throw new AppError('import.too-many-rows', { members: { limit: MOST_ROWS } })
      if (read % ROWS_BETWEEN_BREATHS === 0) await breathe()
      const judged = row.cells ? readMeasurementRow(row.cells, rules) : null
      const place = placeOf(row, judged)
      const unread = new Set(row.faults.map((fault) => fault.column))
      const faults = [
        ...row.faults,
        ...(judged?.faults ?? []).filter(({ column }) => column === null || !unread.has(column)),
        ...duplicateFaults(firstPlaces, judged?.key ?? null, place),
      ]
      if (judged?.figure && faults.length === 0) {
        sound.push({ place, figure: judged.figure, given: mayBeRefused ? row.given : [] })
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

function rulesOf(
  context: Context,
  plan: PlanInForce,
  options: Judging,
  lockOf: Awaited<ReturnType<typeof periodLocks>>,
): RowRules {
  const departmentOf = (code: string | null) => (code === null ? null : (plan.departments.get(code) ?? null))
  const ownerOf = new Map(plan.plan.indicators.map(({ code, owner }) => [code, owner]))
  const mayNot = plan.plan.indicators.filter(
    ({ owner }) =>
      !can(context.actor, 'measurement.import', { plan: plan.code, department: departmentOf(owner) }).allowed,
  )
  return {
    indicators: new Map(plan.plan.indicators.map((indicator) => [indicator.code, indicator])),
    areas: new Set(plan.areas.keys()),
    forbidden: new Set(mayNot.map((indicator) => indicator.code)),
    today: today(context),
    isLocked: (indicator, on) => !maySubmitUnder(lockOf(departmentOf(ownerOf.get(indicator) ?? null), on)),
    decimal: options.decimal,
    dateFormat: options.dateFormat,
    vouched: options.state === 'approved',
  }
}

function placeOf({ row, line, cells }: SheetRow<MeasurementColumn>, judged: JudgedRow | null): Place {
  if (judged?.key) return { row, line, key: judged.key }
  return {
    row,
    line,
    key: cells && { indicator: shown(cells.indicator), area: shown(cells.area), on: shown(cells.on) },
  }
}

function duplicateFaults(firstPlaces: Map<string, Place>, key: FigureKey | null, place: Place): RowFault[] {
  if (!key) return []
  const id = `${key.indicator}\0${key.area ?? ''}\0${key.on}`
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
