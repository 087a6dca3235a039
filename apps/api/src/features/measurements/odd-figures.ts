// What is odd about figures on their way to the approver: the same checks at every door, and the reason they owe.
import { areasOn } from '@tien-do/domain/areas-on'
import { cellKind, cellKindAt } from '@tien-do/domain/cell-kind'
import type { Day } from '@tien-do/domain/day'
import {
  type CheckedFigure,
  checkFigure,
  checkTotal,
  type FigureCheck,
  needsReason,
  type RegisterEntry,
} from '@tien-do/domain/figure-checks'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { CellStanding } from './cells.repo.ts'
import { type LivingFigure, listLivingFigures } from './entry-form.repo.ts'
import { readRegisters } from './registers.ts'

type Said = Pick<CheckedFigure, 'numerator' | 'denominator' | 'value' | 'qualitative' | 'notApplicable'>

/** A figure at the door: what it is about, and what it says. */
export interface FigureAtDoor {
  readonly indicator: PlanIndicator
  /** Code of the area; null: the whole ward. */
  readonly area: string | null
  readonly on: Day
  readonly said: Said
  readonly standing: Pick<CellStanding, 'inForce' | 'last'>
}

/** All that is to be said of one figure, against what stands in its cell, the period before and the register. */
export function checksAt(
  { indicator, area, said, standing: { inForce, last } }: FigureAtDoor,
  register: RegisterEntry | null,
): readonly FigureCheck[] {
  return checkFigure(said, {
    kind: cellKindAt(indicator, area !== null),
    naturalMin: indicator.naturalMin,
    naturalMax: indicator.naturalMax,
    last,
    register,
    correcting: inForce !== null && !saysSameFigure(inForce, said),
  })
}

/** By position: all that is to be said of figures that are submitted together; of the areas' sum once, of the first. */
export async function oddities(
  tx: Tx,
  plan: PlanInForce,
  figures: readonly FigureAtDoor[],
): Promise<readonly (readonly FigureCheck[])[]> {
  const days = figures.map(({ on }) => on)
  const registerOf = await readRegisters(tx, plan, days)
  const sums = await checkSums(tx, plan, figures)
  return figures.map((figure, index) => {
    const sum = sums.get(index)
    const own = checksAt(figure, registerOf(figure.indicator, figure.area, figure.on))
    return sum ? [...own, sum] : own
  })
}

/**
 * The areas' denominators as they will stand, against the ward's register of the day: by position of the figure that it
 * is said of, the first of its indicator and day.
 */
export async function checkSums(
  tx: Tx,
  plan: PlanInForce,
  figures: readonly Omit<FigureAtDoor, 'standing'>[],
): Promise<ReadonlyMap<number, FigureCheck>> {
  const counted = [...figures.entries()].filter(
    ([, { indicator, area }]) => area !== null && cellKind(indicator) === 'pair',
  )
  const found = new Map<number, FigureCheck>()
  if (counted.length === 0) return found
  const days = counted.map(([, { on }]) => on).sort()
  const ids = counted.map(([, { indicator }]) => plan.indicators.get(indicator.code) as IndicatorId)
  const registerOf = await readRegisters(tx, plan, days)
  const living = await listLivingFigures(tx, [...new Set(ids)], {
    from: days[0] as Day,
    to: days.at(-1) as Day,
  })
  const forms = Map.groupBy(counted, ([, { indicator, on }]) => JSON.stringify([indicator.code, on]))
  for (const form of forms.values()) {
    const [first, { indicator, on }] = form[0] as (typeof counted)[number]
    const sent = new Map(form.map(([, { area, said }]) => [area, said]))
    const known = living.filter(
      (each) => each.indicatorId === plan.indicators.get(indicator.code) && each.on === on,
    )
    const said = areasOn(plan.plan, on).map(
      ({ code }) => sent.get(code) ?? standingIn(known, plan.areas.get(code) as AreaId),
    )
    const [check] = sumAgainst(said, registerOf(indicator, null, on))
    if (check) found.set(first, check)
  }
  return found
}

/** Which of the checks ask for a reason, where none was given. */
export function unexplained(checks: readonly FigureCheck[], reason: string | null): readonly string[] {
  if (reason || !needsReason(checks)) return []
  return checks.filter(({ level }) => level === 'warn').map(({ code }) => code)
}

/** What of the checks is kept beside a figure that passed them. */
export function remarksOf(checks: readonly FigureCheck[]): readonly FigureCheck[] {
  return checks.filter(({ level }) => level !== 'block')
}

export function saysSameFigure(a: Said, b: Said): boolean {
  return (
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.value === b.value &&
    (a.qualitative ?? null) === (b.qualitative ?? null) &&
    Boolean(a.notApplicable) === Boolean(b.notApplicable)
  )
}

function sumAgainst(said: readonly (Said | null)[], register: RegisterEntry | null): readonly FigureCheck[] {
  const expected = said.filter((each) => !each?.notApplicable).length
  const denominators = said.flatMap((each) =>
    each !== null && typeof each.numerator === 'number' && typeof each.denominator === 'number'
      ? [each.denominator]
      : [],
  )
  return checkTotal(denominators, expected, register)
}

function standingIn(known: readonly LivingFigure[], area: AreaId): Said | null {
  const ofArea = known.filter(({ areaId }) => areaId === area)
  return ofArea.find(({ state }) => state !== 'approved') ?? ofArea[0] ?? null
}
