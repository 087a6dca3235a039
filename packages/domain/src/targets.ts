// Whether an indicator's milestones make sense, before anything is measured.

import type { Day } from './day.ts'
import type { Direction, Milestone } from './indicator.ts'
import { sortByDay } from './path.ts'

export type TargetFault =
  | { readonly code: 'milestone_on_baseline_day'; readonly on: Day }
  | { readonly code: 'milestones_on_one_day'; readonly on: Day }

export type TargetWarning =
  | { readonly code: 'milestone_before_baseline'; readonly on: Day; readonly baselineOn: Day }
  | {
      readonly code: 'targets_fall_back'
      readonly on: Day
      readonly target: number
      readonly previousOn: Day
      readonly previousTarget: number
    }

export interface TargetCheck {
  readonly faults: readonly TargetFault[]
  readonly warnings: readonly TargetWarning[]
}

/**
 * A milestone on the baseline's day, or two on one day, are refused; targets that fall where more is better
 * (or rise where less is better) are allowed with a warning. A baseline at or beyond its target is allowed.
 */
export function checkTargets(definition: {
  readonly direction: Direction
  readonly baseline: { readonly on: Day; readonly value: number } | null
  readonly milestones: readonly Milestone[]
}): TargetCheck {
  const { direction, baseline } = definition
  const faults: TargetFault[] = []
  const warnings: TargetWarning[] = []
  let previous: Milestone | null = null
  for (const milestone of sortByDay(definition.milestones)) {
    const { on, target } = milestone
    if (on === baseline?.on) faults.push({ code: 'milestone_on_baseline_day', on })
    if (on === previous?.on) faults.push({ code: 'milestones_on_one_day', on })
    else if (previous && (direction === 'up' ? target < previous.target : target > previous.target))
      warnings.push({
        code: 'targets_fall_back',
        on,
        target,
        previousOn: previous.on,
        previousTarget: previous.target,
      })
    if (baseline && on < baseline.on)
      warnings.push({ code: 'milestone_before_baseline', on, baselineOn: baseline.on })
    previous = milestone
  }
  return { faults, warnings }
}
