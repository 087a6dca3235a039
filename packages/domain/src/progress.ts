// How far an indicator is: value, path, pace, forecast and status at its latest approved figure.

import { type ApprovedFigure, figuresUntil, hasNothingToCount, hasValue } from './approved.ts'
import type { BaselineKind } from './baseline.ts'
import type { Day } from './day.ts'
import type { Forecast } from './forecast.ts'
import { compareGrowth, type GrowthComparison } from './growth.ts'
import type { Direction, Milestone } from './indicator.ts'
import { measurePace, type Pace } from './pace.ts'
import { currentMilestone, sortByDay } from './path.ts'
import type { PlanThresholds } from './plan.ts'
import type { IndicatorStatus, Judgement } from './status.ts'
import { judge } from './status-rules.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'
import { meetsTarget, missingUnits } from './value.ts'
import { type Verdict, verdictOn } from './verdict.ts'

/** What a person decided instead of the computed status, until a day (inclusive). */
export interface StatusOverride {
  readonly status: IndicatorStatus
  readonly reason: string
  readonly by: string
  /** The day of the decision. */
  readonly from: Day
  readonly until: Day
}

/** Whether a decision holds on a day: from its own day to its end, and before it was ended. */
export function overrideHolds(
  { from, until, endedOn = null }: { from: Day; until: Day; endedOn?: Day | null },
  asOf: Day,
): boolean {
  return from <= asOf && asOf <= until && (endedOn === null || asOf < endedOn)
}

export interface IndicatorInput {
  readonly direction: Direction
  readonly naturalMin?: number | null | undefined
  readonly naturalMax?: number | null | undefined
  readonly baseline: {
    readonly on: Day
    readonly value: number
    readonly kind?: BaselineKind | undefined
  } | null
  readonly milestones: readonly Milestone[]
  /** Approved ones, in any order; those that describe a day after `asOf` are not looked at. */
  readonly measurements: readonly ApprovedFigure[]
  readonly asOf: Day
  readonly thresholds?: PlanThresholds | undefined
  readonly notApplicable?: { readonly reason: string } | null | undefined
  readonly override?: StatusOverride | null | undefined
}

export interface Assessment extends Judgement, Pace {
  /** What screens show: the override while it holds, else the computed status. Both stay visible. */
  readonly shownStatus: IndicatorStatus
  readonly override: StatusOverride | null
  readonly value: number | null
  /** The day that the latest approved figure describes. */
  readonly measuredOn: Day | null
  readonly estimated: boolean
  readonly met: boolean | null
  readonly missingUnits: number | null
  readonly milestone: Milestone | null
  readonly forecast: Forecast | null
  readonly cagr: GrowthComparison | null
  /** One for each milestone that has passed. */
  readonly verdicts: readonly Verdict[]
}

/** An indicator is judged on a day, at its latest approved figure, by the rules of status in their order. */
export function assessIndicator(input: IndicatorInput): Assessment {
  const { direction, baseline, asOf } = input
  const thresholds = input.thresholds ?? DEFAULT_THRESHOLDS
  const milestones = sortByDay(input.milestones)
  const milestone = currentMilestone(milestones, asOf)
  const figures = figuresUntil(asOf, input.measurements, direction)
  const valued = figures.filter(hasValue)
  const newest = figures.at(-1)
  const latest = newest && hasValue(newest) ? newest : null

  const course = {
    direction,
    naturalMin: input.naturalMin ?? null,
    naturalMax: input.naturalMax ?? null,
    baseline,
    milestones,
  }
  const pace = measurePace(course, milestone, valued, latest, thresholds)
  const met = latest && milestone && meetsTarget(latest, milestone.target, direction)
  const verdicts = milestones
    .filter(({ on }) => on < asOf)
    .map((passed) => verdictOn(passed, valued, direction, thresholds))
  const final = milestone && milestone.on < asOf ? (verdicts.at(-1) ?? null) : null

  const judgement = judge({
    declaredNotApplicable: Boolean(input.notApplicable),
    nothingToCount: newest !== undefined && hasNothingToCount(newest),
    measurementCount: valued.length,
    startsWithItself: !baseline || baseline.kind === 'first_measurement' || baseline.on === latest?.on,
    met: met === true,
    final,
    numbers: {
      ...pace,
      value: latest?.value ?? null,
      target: milestone?.target ?? null,
      forecastLow: pace.forecast?.low ?? null,
      finalValue: final?.value ?? null,
      finalTarget: final?.target ?? null,
    },
    thresholds,
  })
  const override = input.override && overrideHolds(input.override, asOf) ? input.override : null
  const estimated = newest?.estimated ?? false
  return {
    ...judgement,
    ...pace,
    // What rests on an estimate is as provisional as the estimate.
    provisional: judgement.provisional || estimated,
    shownStatus: override?.status ?? judgement.status,
    override,
    value: latest?.value ?? null,
    measuredOn: newest?.on ?? null,
    estimated,
    met,
    missingUnits:
      latest && milestone
        ? missingUnits(latest.numerator, latest.denominator, milestone.target, direction)
        : null,
    milestone,
    cagr: latest && milestone && compareGrowth(baseline, latest, milestone),
    verdicts,
  }
}
