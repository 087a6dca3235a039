// What a year's figures still lack: every cell that is owed, and how far each of them is.

import { areasOn } from './areas-on.ts'
import { type Day, yearOf } from './day.ts'
import { livingDay, newEntryDay } from './entry-day.ts'
import type { MeasurementState } from './measurement.ts'
import type { Plan, PlanArea, PlanIndicator } from './plan.ts'

/** In the order of the way from nothing to done. */
export const CELL_STATES = [
  'missing',
  'draft',
  'returned',
  'submitted',
  'approved',
  'not_applicable',
] as const
export type CellState = (typeof CELL_STATES)[number]

/** A revision that still counts. */
export interface EnteredFigure {
  readonly indicator: string
  /** Null: the whole ward. */
  readonly area: string | null
  readonly on: Day
  readonly state: MeasurementState
  readonly notApplicable: boolean
}

export interface OwedCell {
  readonly indicator: PlanIndicator
  readonly area: PlanArea | null
  readonly state: CellState
}

export type CellCounts = Readonly<Record<CellState, number>> & { readonly expected: number }

/** An indicator that another one continues is asked for until its own last milestone, and no longer. */
export function isAskedFor(plan: Pick<Plan, 'milestones'>, indicator: PlanIndicator, year: number): boolean {
  if (indicator.successor === null) return true
  const codes = new Set(indicator.targets.map(({ milestone }) => milestone))
  const own = plan.milestones.filter(({ code }) => codes.has(code))
  return own.length === 0 || own.some(({ on }) => yearOf(on) >= year)
}

/**
 * Every cell that a year owes: one for each area of an indicator that is counted by area, one for each other. A figure
 * of the whole ward stands for all of its areas that say nothing themselves, and for a ward that has no areas yet.
 */
export function owedCells(
  plan: Plan,
  figures: readonly EnteredFigure[],
  year: number,
  today: Day,
): readonly OwedCell[] {
  const areas = areasOn(plan, newEntryDay(plan.cycle.dataCutOff, year, today))
  // Written out: the browsers of old office PCs have no Map.groupBy.
  const byCell = new Map<string, EnteredFigure[]>()
  for (const figure of figures) {
    const key = keyOf(figure.indicator, figure.area)
    byCell.set(key, [...(byCell.get(key) ?? []), figure])
  }
  return plan.indicators
    .filter((indicator) => isAskedFor(plan, indicator, year))
    .flatMap((indicator): OwedCell[] => {
      const stateOf = (area: string | null) =>
        cellState(byCell.get(keyOf(indicator.code, area)) ?? [], year, plan.thresholds.verdictDaysBefore)
      const ofWard = stateOf(null)
      if (!indicator.perArea || areas.length === 0) return [{ indicator, area: null, state: ofWard }]
      return areas.map((area) => {
        const own = stateOf(area.code)
        return { indicator, area, state: own === 'missing' ? ofWard : own }
      })
    })
}

/** What is under way says how far a cell is; else what is in force. */
function cellState(figures: readonly EnteredFigure[], year: number, verdictDaysBefore: number): CellState {
  const on = livingDay(figures, year, verdictDaysBefore)
  const ofDay = figures.filter((figure) => figure.on === on)
  const living = ofDay.find(({ state }) => state !== 'approved') ?? ofDay[0]
  if (!living || living.state === 'superseded') return 'missing'
  return living.state === 'approved' && living.notApplicable ? 'not_applicable' : living.state
}

export function countCells(cells: readonly Pick<OwedCell, 'state'>[]): CellCounts {
  const counts = Object.fromEntries(CELL_STATES.map((state) => [state, 0])) as Record<CellState, number>
  for (const { state } of cells) counts[state] += 1
  return { ...counts, expected: cells.length }
}

/** Whether its department still has something to do with the cell. */
export function isOpen({ state }: Pick<OwedCell, 'state'>): boolean {
  return state === 'missing' || state === 'draft' || state === 'returned'
}

function keyOf(indicator: string, area: string | null): string {
  return JSON.stringify([indicator, area])
}
