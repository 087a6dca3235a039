// The vocabulary of status: what an indicator can be, why, and the numbers that say so.

import type { PlanThresholds } from './plan.ts'
import type { Verdict } from './verdict.ts'

export const INDICATOR_STATUSES = [
  'achieved',
  'on_track',
  'at_risk',
  'off_track',
  'regressing',
  'missed',
  'awaiting_final',
  'insufficient_data',
  'no_data',
  'not_applicable',
] as const
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number]

export const STATUS_REASONS = [
  'declared_not_applicable',
  'zero_denominator',
  'not_measured',
  'no_target',
  'final_met',
  'final_missed',
  'final_not_measured',
  'target_met',
  'single_measurement',
  'slipped',
  'fell_from_target',
  'below_start',
  'early_on_path',
  'early_behind',
  'pace_kept',
  'slowing',
  'behind_pace',
  'far_behind_pace',
  'no_baseline',
  'qualitative_done',
  'qualitative_in_progress',
  'qualitative_not_started',
] as const
export type StatusReason = (typeof STATUS_REASONS)[number]

/** Every number a rule looks at; null where it cannot be computed. `s` is +1 where more is better, else −1. */
export interface StatusNumbers {
  readonly value: number | null
  readonly target: number | null
  readonly anchor: number | null
  /** s·(v − a): what was gained since the segment began. */
  readonly gained: number | null
  /** s·(T − a): what the segment asked for. */
  readonly asked: number | null
  /** s·(T − v): what is still missing. */
  readonly shortfall: number | null
  readonly pathDelta: number | null
  /** τ */
  readonly elapsedShare: number | null
  /** R */
  readonly paceRatio: number | null
  readonly requiredPerYear: number | null
  readonly forecastLow: number | null
  readonly coveredLow: number | null
  readonly finalValue: number | null
  readonly finalTarget: number | null
}

export type ReasonNumbers = { readonly [Name in keyof StatusNumbers]?: number }

export interface StatusFacts {
  readonly declaredNotApplicable: boolean
  /** The latest figure's denominator is 0. */
  readonly nothingToCount: boolean
  /** Approved figures with a value. */
  readonly measurementCount: number
  /** There is no baseline, or it is the only figure itself. */
  readonly startsWithItself: boolean
  readonly met: boolean
  /** The last milestone's verdict, once its day has passed. */
  readonly final: Verdict | null
  readonly numbers: StatusNumbers
  readonly thresholds: PlanThresholds
}

export interface Judgement {
  readonly status: IndicatorStatus
  readonly reason: StatusReason
  readonly provisional: boolean
  readonly reasonNumbers: ReasonNumbers
}
