// What became of a milestone once its day had passed.

import { addDays, type Day } from './day.ts'
import type { Direction, Milestone } from './indicator.ts'
import type { PlanThresholds } from './plan.ts'
import { type Measured, meetsTarget } from './value.ts'

export const MILESTONE_OUTCOMES = ['achieved', 'missed', 'awaiting_final'] as const
export type MilestoneOutcome = (typeof MILESTONE_OUTCOMES)[number]

export interface Verdict {
  readonly on: Day
  readonly target: number
  readonly outcome: MilestoneOutcome
  /** The figure that decided, and the day it describes. */
  readonly value: number | null
  readonly valueOn: Day | null
}

/**
 * A milestone that has passed is judged by the latest approved figure described between 92 days before and 31 days
 * after it; without one the verdict waits. `approved` is sorted by day.
 */
export function verdictOn(
  milestone: Milestone,
  approved: readonly (Measured & { readonly on: Day; readonly value: number })[],
  direction: Direction,
  thresholds: PlanThresholds,
): Verdict {
  const { on, target } = milestone
  const from = addDays(on, -thresholds.verdictDaysBefore)
  const to = addDays(on, thresholds.verdictDaysAfter)
  const deciding = approved.findLast((figure) => figure.on >= from && figure.on <= to)
  if (!deciding) return { on, target, outcome: 'awaiting_final', value: null, valueOn: null }
  const outcome = meetsTarget(deciding, target, direction) ? 'achieved' : 'missed'
  return { on, target, outcome, value: deciding.value, valueOn: deciding.on }
}
