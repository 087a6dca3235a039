// Compound growth, as the United Nations' method for the SDGs compares it.

import { yearsBetween } from './day.ts'
import type { Milestone } from './indicator.ts'
import type { PathPoint } from './path.ts'

export interface GrowthComparison {
  /** Per year: 0.05 is 5 %. */
  readonly actual: number
  readonly required: number
  /** Actual over required. */
  readonly ratio: number
}

/** CAGR, actual over required: for comparison only, it decides nothing, for shares bounded by 100 do not grow so. */
export function compareGrowth(
  baseline: PathPoint | null,
  latest: PathPoint,
  milestone: Milestone,
): GrowthComparison | null {
  if (!baseline || baseline.value <= 0 || latest.value <= 0 || milestone.target <= 0) return null
  const years = yearsBetween(baseline.on, latest.on)
  const yearsToTarget = yearsBetween(baseline.on, milestone.on)
  if (years <= 0 || yearsToTarget <= 0 || milestone.target === baseline.value) return null
  const actual = (latest.value / baseline.value) ** (1 / years) - 1
  const required = (milestone.target / baseline.value) ** (1 / yearsToTarget) - 1
  const ratio = actual / required
  return [actual, required, ratio].every(Number.isFinite) ? { actual, required, ratio } : null
}
