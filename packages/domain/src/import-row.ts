// One raw row in; a clean row, or a list of faults, out.

import type { Day } from './day.ts'
import { type FigureRules, figureFaults } from './figure.ts'
import type { MeasurementColumn } from './import-columns.ts'
import {
  type Cell,
  type DateFormat,
  type RawCell,
  readDay,
  readMethod,
  readNumber,
  readText,
} from './import-row-cells.ts'
import type { ImportFaultCode, RowFault, RowWarning } from './import-row-fault.ts'
import type { Method } from './indicator.ts'
import type { DecimalMark } from './number-vi.ts'

export type RawRow<Column extends string> = Readonly<Partial<Record<Column, RawCell>>>

export interface ImportedFigure {
  readonly indicator: string
  /** Null: the whole ward. */
  readonly area: string | null
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly source: string | null
  readonly method: Method
  readonly note: string | null
  /** Why it is right, where it is odd. */
  readonly reason: string | null
}

/** What names a figure: no file has it twice. */
export type FigureKey = Pick<ImportedFigure, 'indicator' | 'area' | 'on'>

/** What a row is judged by. */
export interface RowRules {
  readonly indicators: ReadonlyMap<string, FigureRules>
  readonly areas: ReadonlySet<string>
  /** Indicators of departments that the caller may not write for. */
  readonly forbidden: ReadonlySet<string>
  readonly today: Day
  readonly decimal: DecimalMark
  readonly dateFormat: DateFormat
  /** The figures are loaded as approved: who loads them vouches for a named source. */
  readonly vouched: boolean
}

export interface JudgedRow {
  /** Null when the row has a fault. */
  readonly figure: ImportedFigure | null
  /** Null when the row does not say which figure it is. */
  readonly key: FigureKey | null
  readonly faults: readonly RowFault[]
  readonly warnings: readonly RowWarning[]
}

const LONGEST_CODE = 60
const LONGEST_TEXT = 4_000
const LONGEST_SHOWN = 200
const NO_RULES: FigureRules = { measure: 'qualitative', perArea: false, naturalMin: null, naturalMax: null }

/**
 * A row becomes a figure when its codes are known, its numbers and its day can be read in one way only, the indicator's
 * rules allow the figure, and the caller may write for the department that owns it. All that is wrong is said at once.
 */
export function readMeasurementRow(raw: RawRow<MeasurementColumn>, rules: RowRules): JudgedRow {
  const faults: RowFault[] = []
  const refuse = (
    column: MeasurementColumn,
    code: ImportFaultCode,
    params?: Readonly<Record<string, unknown>>,
  ) => {
    faults.push({ column, code, value: shown(raw[column]), ...(params ? { params } : {}) })
  }
  const take = <Value>(column: MeasurementColumn, cell: Cell<Value>): Value | null => {
    if (cell.ok) return cell.value
    refuse(column, cell.code)
    return null
  }
  const indicator = take('indicator', readText(raw.indicator, LONGEST_CODE))
  const area = take('area', readText(raw.area, LONGEST_CODE))
  const on = take('on', readDay(raw.on, rules.dateFormat))
  const numbers = {
    numerator: take('numerator', readNumber(raw.numerator, rules.decimal)),
    denominator: take('denominator', readNumber(raw.denominator, rules.decimal)),
    value: take('value', readNumber(raw.value, rules.decimal)),
  }
  const source = take('source', readText(raw.source, LONGEST_TEXT))
  const method = take('method', readMethod(raw.method)) ?? 'counted'
  const note = take('note', readText(raw.note, LONGEST_TEXT))
  const reason = take('reason', readText(raw.reason, LONGEST_TEXT))
  const unreadable = new Set(faults.map((fault) => fault.column))

  const figureRules = indicator === null ? undefined : rules.indicators.get(indicator)
  if (indicator === null) refuseBlank('indicator')
  else if (!figureRules) refuse('indicator', 'unknown_indicator')
  else if (rules.forbidden.has(indicator)) refuse('indicator', 'forbidden_department')
  if (on === null) refuseBlank('on')
  if (area !== null && !rules.areas.has(area)) refuse('area', 'unknown_area')
  if (rules.vouched && source === null && !unreadable.has('source')) refuse('source', 'source_missing')
  if (figureRules) {
    for (const { field, code, params } of figureFaults(
      figureRules,
      { on: on ?? rules.today, ...numbers },
      area !== null,
      rules.today,
    )) {
      if (!unreadable.has(field)) refuse(field, code, params)
    }
  }

  const key = indicator !== null && on !== null && !unreadable.has('area') ? { indicator, area, on } : null
  const figure = key && faults.length === 0 ? { ...key, ...numbers, source, method, note, reason } : null
  return { figure, key, faults, warnings: figure ? warningsOf(figure, figureRules ?? NO_RULES) : [] }

  function refuseBlank(column: 'indicator' | 'on'): void {
    if (!unreadable.has(column)) refuse(column, 'required')
  }
}

function warningsOf(figure: ImportedFigure, rules: FigureRules): RowWarning[] {
  const warnings: RowWarning[] = []
  if (figure.denominator === 0) warnings.push({ column: 'denominator', code: 'denominator_zero', value: '0' })
  if (rules.perArea && figure.area === null)
    warnings.push({ column: 'area', code: 'whole_ward', value: null })
  return warnings
}

/** What stood in the cell, as far as it can be shown and stored. */
export function shown(raw: RawCell | undefined): string | null {
  if (raw === null || raw === undefined) return null
  return String(raw).replaceAll('\0', '\ufffd').slice(0, LONGEST_SHOWN).toWellFormed()
}
