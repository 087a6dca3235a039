// The measures at the latest figure: where it should be, what it gained, and whether that is fast enough.

import type { ValuedFigure } from './approved.ts'
import { yearsBetween } from './day.ts'
import { type Forecast, forecastOn } from './forecast.ts'
import type { Direction, Milestone } from './indicator.ts'
import { elapsedShare, expectedOn, type PathPoint, pathPoints, segmentTo, sortByDay } from './path.ts'
import type { PlanThresholds } from './plan.ts'
import { meetsTarget } from './value.ts'

export interface Course {
  readonly direction: Direction
  readonly naturalMin: number | null
  readonly naturalMax: number | null
  readonly baseline: PathPoint | null
  readonly milestones: readonly Milestone[]
}

export interface Pace {
  /** P(t): the path on the day that the latest figure describes. */
  readonly expected: number | null
  /** s·(v − P(t)): above 0 is ahead of the path, whichever way is better. */
  readonly pathDelta: number | null
  /** (v − b)/(T − b) */
  readonly gapClosed: number | null
  /** a: the value that the current segment started from. */
  readonly anchor: number | null
  /** s·(v − a) */
  readonly gained: number | null
  /** s·(T − a) */
  readonly asked: number | null
  /** s·(T − v) */
  readonly shortfall: number | null
  /** τ */
  readonly elapsedShare: number | null
  /** R = s·(v − a)/(s·(T − a)·τ) */
  readonly paceRatio: number | null
  /** s·(T − v) for each year that is left; 0 once met. */
  readonly requiredPerYear: number | null
  readonly forecast: Forecast | null
  /** s·(low − a)/(s·(T − a)) */
  readonly coveredLow: number | null
}

/** What the latest figure says against the path, and against the pace that its segment asked for. `figures` are sorted. */
export function measurePace(
  course: Course,
  milestone: Milestone | null,
  figures: readonly ValuedFigure[],
  latest: ValuedFigure | null,
  thresholds: PlanThresholds,
): Pace {
  const { direction, baseline, milestones } = course
  const value = latest?.value ?? null
  const target = milestone?.target ?? null
  const segment = milestone && segmentTo(milestone, milestones, baseline, figures)
  const anchor = segment?.anchor ?? null
  const expected = latest && milestone && expectedOn(pathPoints(baseline, milestones), latest.on)
  const gained = better(anchor, value, direction)
  const asked = better(anchor, target, direction)
  const elapsed = latest && milestone && segment && elapsedShare(segment, milestone, latest.on)
  const points = latest ? trendPoints(baseline, figures, latest) : []
  const forecast = milestone && forecastOn(milestone.on, points, course, thresholds)
  return {
    expected,
    pathDelta: better(expected, value, direction),
    gapClosed:
      baseline && milestone
        ? share(better(baseline.value, value, direction), better(baseline.value, milestone.target, direction))
        : null,
    anchor,
    gained,
    asked,
    shortfall: better(value, target, direction),
    elapsedShare: elapsed,
    paceRatio:
      asked !== null && asked > 0 && elapsed !== null && elapsed > 0 ? share(gained, asked * elapsed) : null,
    requiredPerYear: latest && milestone && requiredPerYear(latest, milestone, direction),
    forecast,
    coveredLow:
      asked !== null && asked > 0 ? share(better(anchor, forecast?.low ?? null, direction), asked) : null,
  }
}

/** By how much the second is better than the first. */
function better(from: number | null, to: number | null, direction: Direction): number | null {
  if (from === null || to === null) return null
  return direction === 'up' ? to - from : from - to
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}

function requiredPerYear(latest: ValuedFigure, milestone: Milestone, direction: Direction): number | null {
  if (meetsTarget(latest, milestone.target, direction)) return 0
  const years = yearsBetween(latest.on, milestone.on)
  return years > 0 ? share(better(latest.value, milestone.target, direction), years) : null
}

/** The baseline and the figures; a figure on the baseline's own day stands for both. */
function trendPoints(
  baseline: PathPoint | null,
  figures: readonly ValuedFigure[],
  latest: ValuedFigure,
): readonly PathPoint[] {
  if (!baseline || baseline.on > latest.on || figures.some(({ on }) => on === baseline.on)) return figures
  return sortByDay<PathPoint>([baseline, ...figures])
}
