// The constants of the rules of status. A plan file may state its own; these hold where it does not.

import type { PlanThresholds } from './plan.ts'

export const DEFAULT_THRESHOLDS: PlanThresholds = {
  onTrackPace: 0.95,
  atRiskPace: 0.6,
  regressionPoints: 0.5,
  slipPoints: 2,
  earlyShare: 0.1,
  earlyPoints: 2,
  forecastMinDays: 180,
  forecastPoints: 10,
  verdictDaysBefore: 92,
  verdictDaysAfter: 31,
  coverageForPercent: 0.8,
  dueSoonDays: 7,
}
