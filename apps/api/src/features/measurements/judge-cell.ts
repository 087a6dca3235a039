// One cell of a batch against what stands in it: what is wrong with it, what is odd, and what it would do.
import { type CellKind, cellKindAt } from '@tien-do/domain/cell-kind'
import type { Day } from '@tien-do/domain/day'
import { type FigureCheck, isBlank, type RegisterEntry } from '@tien-do/domain/figure-checks'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Fault } from '../../core/errors.ts'
import type { CellStanding } from './cells.repo.ts'
import type { EntryLock } from './entry-locks.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { measurementEtag } from './measurements.schema.ts'
import { checksAt, remarksOf, saysSameFigure, unexplained } from './odd-figures.ts'
import type { CellOutcome, NewCell } from './save-measurements.schema.ts'

/** What the cell says, blanks made explicit. */
export interface SaidFigure {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly qualitative: NonNullable<NewCell['qualitative']> | null
  readonly notApplicable: boolean
  readonly source: string | null
  readonly method: NonNullable<NewCell['method']>
  readonly note: string | null
  readonly reason: string | null
}

export type CellDeed = 'write' | 'submit' | 'clear'

export interface JudgedCell {
  /** Null where there is something to be done. */
  readonly outcome: Exclude<CellOutcome, 'saved' | 'cleared'> | null
  readonly deed: CellDeed | null
  readonly faults: readonly Fault[]
  readonly warnings: readonly FigureCheck[]
}

export function saidBy(cell: NewCell): SaidFigure {
  return {
    numerator: cell.numerator ?? null,
    denominator: cell.denominator ?? null,
    value: cell.value ?? null,
    qualitative: cell.qualitative ?? null,
    notApplicable: cell.notApplicable ?? false,
    source: blankToNull(cell.source),
    method: cell.method ?? 'counted',
    note: blankToNull(cell.note),
    reason: blankToNull(cell.reason),
  }
}

interface CellRules {
  readonly indicator: PlanIndicator
  readonly today: Day
  readonly register: RegisterEntry | null
  /** Why nothing of this day may be written now. */
  readonly lock: EntryLock | null
}

/** Judges a cell whose codes are known and which its sender may write. */
export function judgeCell(
  cell: NewCell,
  index: number,
  standing: CellStanding,
  { indicator, today, register, lock }: CellRules,
): JudgedCell {
  const said = saidBy(cell)
  const living = standing.underWay ?? standing.inForce
  const isSame = living !== null && saysSame(living, said)
  if (isSame && (cell.state === 'draft' || living.state === 'submitted' || living.state === 'approved'))
    return judged('unchanged', null, [], living.warnings)
  if (lock)
    return judged('rejected', null, [fault(index, 'on', lock.code, { year: lock.year, state: lock.state })])
  if (cell.etag !== (living ? measurementEtag(living) : null)) return judged('conflict', null)
  if (isBlank(said) && said.note === null) return judgeClearing(cell, index, standing, indicator)

  const kind = cellKindAt(indicator, cell.area !== null)
  const checks = checksAt({ indicator, area: cell.area, on: cell.on as Day, said, standing }, register)
  const warnings = remarksOf(checks)
  const faults = [...placeFaults(cell, index, indicator, today), ...blockFaults(checks, cell, index)]
  if (cell.state === 'submitted') faults.push(...unfinishedFaults(said, kind, warnings, index))
  if (faults.length > 0) return judged('rejected', null, faults, warnings)
  return judged(null, isSame ? 'submit' : 'write', [], warnings)
}

function judgeClearing(
  cell: NewCell,
  index: number,
  { underWay, inForce }: CellStanding,
  indicator: PlanIndicator,
): JudgedCell {
  const field = mainField(cellKindAt(indicator, cell.area !== null))
  if (cell.state === 'submitted') return judged('rejected', null, [fault(index, field, 'figure_missing')])
  if (underWay) return judged(null, 'clear')
  return inForce
    ? judged('rejected', null, [fault(index, field, 'approved_in_force')])
    : judged('unchanged', null)
}

function placeFaults(cell: NewCell, index: number, indicator: PlanIndicator, today: Day): Fault[] {
  const faults: Fault[] = []
  if (cell.area !== null && !indicator.perArea) faults.push(fault(index, 'area', 'area_not_expected'))
  if (cell.on > today) faults.push(fault(index, 'on', 'future_day', { today }))
  return faults
}

/** A half-filled pair may wait as a draft. */
function blockFaults(checks: readonly FigureCheck[], cell: NewCell, index: number): Fault[] {
  return checks
    .filter(({ level, code }) => level === 'block' && !(cell.state === 'draft' && code === 'figure_missing'))
    .map(({ field, code, params }) => fault(index, field, code, params))
}

function unfinishedFaults(
  said: SaidFigure,
  kind: CellKind,
  warnings: readonly FigureCheck[],
  index: number,
): Fault[] {
  if (isBlank(said)) return [fault(index, mainField(kind), 'figure_missing')]
  return reasonFaults(warnings, said.reason, index)
}

/** What is odd may be kept, but not be submitted, without its line of reason. */
function reasonFaults(warnings: readonly FigureCheck[], reason: string | null, index: number): Fault[] {
  const because = unexplained(warnings, reason)
  return because.length > 0 ? [fault(index, 'reason', 'reason_missing', { because })] : []
}

/** The cell again, once something is said of all that are submitted with it. */
export function withSum(judgedCell: JudgedCell, cell: NewCell, index: number, sum: FigureCheck): JudgedCell {
  const warnings = [...judgedCell.warnings, sum]
  const faults = reasonFaults(warnings, saidBy(cell).reason, index)
  return faults.length > 0 ? judged('rejected', null, faults, warnings) : { ...judgedCell, warnings }
}

export function fault(
  index: number,
  field: string,
  code: string,
  params?: Readonly<Record<string, unknown>>,
): Fault {
  return {
    pointer: `/cells/${index}/${field}`,
    in: 'body',
    code,
    ...(params ? { params: { ...params } } : {}),
  }
}

function judged(
  outcome: JudgedCell['outcome'],
  deed: CellDeed | null,
  faults: readonly Fault[] = [],
  warnings: readonly FigureCheck[] = [],
): JudgedCell {
  return { outcome, deed, faults, warnings }
}

function saysSame(row: MeasurementRow, said: SaidFigure): boolean {
  return (
    saysSameFigure(row, said) &&
    row.source === said.source &&
    row.method === said.method &&
    row.note === said.note &&
    (row.state === 'approved' || row.reason === said.reason)
  )
}

function mainField(kind: CellKind): string {
  if (kind === 'qualitative') return 'qualitative'
  return kind === 'value' ? 'value' : 'numerator'
}

function blankToNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim()
  return trimmed ? trimmed : null
}
