// The rules of status: one table, read from the top; the first rule that fires decides.

import type { PlanThresholds } from './plan.ts'
import type {
  IndicatorStatus,
  Judgement,
  ReasonNumbers,
  StatusFacts,
  StatusNumbers,
  StatusReason,
} from './status.ts'

interface Rule {
  readonly when: (numbers: StatusNumbers, limits: PlanThresholds, facts: StatusFacts) => boolean
  readonly status: IndicatorStatus
  readonly reason: StatusReason
  readonly provisional?: true
  /** The numbers that a sentence about this status needs. */
  readonly says: readonly (keyof StatusNumbers)[]
}

const RULES: readonly Rule[] = [
  // 1. declared not applicable, or nothing to count
  {
    when: (_, __, facts) => facts.declaredNotApplicable,
    status: 'not_applicable',
    reason: 'declared_not_applicable',
    says: [],
  },
  {
    when: (_, __, facts) => facts.nothingToCount,
    status: 'not_applicable',
    reason: 'zero_denominator',
    says: [],
  },
  // 2. nothing measured
  {
    when: (_, __, facts) => facts.measurementCount === 0,
    status: 'no_data',
    reason: 'not_measured',
    says: ['target'],
  },
  // a plan may state no number at all
  {
    when: ({ target }) => target === null,
    status: 'insufficient_data',
    reason: 'no_target',
    says: ['value'],
  },
  // 3. the last milestone has passed
  {
    when: (_, __, facts) => facts.final?.outcome === 'achieved',
    status: 'achieved',
    reason: 'final_met',
    says: ['finalValue', 'finalTarget'],
  },
  {
    when: (_, __, facts) => facts.final?.outcome === 'missed',
    status: 'missed',
    reason: 'final_missed',
    says: ['finalValue', 'finalTarget'],
  },
  {
    when: (_, __, facts) => facts.final?.outcome === 'awaiting_final',
    status: 'awaiting_final',
    reason: 'final_not_measured',
    says: ['value', 'finalTarget'],
  },
  // 4. the target is met
  {
    when: (_, __, facts) => facts.met,
    status: 'achieved',
    reason: 'target_met',
    says: ['value', 'target'],
  },
  // 5. one figure, and nothing before it
  {
    when: (_, __, facts) => facts.measurementCount < 2 && facts.startsWithItself,
    status: 'insufficient_data',
    reason: 'single_measurement',
    says: ['value', 'target', 'shortfall', 'requiredPerYear'],
  },
  // 6. the target was met at the start, and was lost
  {
    when: ({ asked, shortfall }, { slipPoints }) => atMost(asked, 0) && atMost(shortfall, slipPoints),
    status: 'at_risk',
    reason: 'slipped',
    says: ['value', 'target', 'shortfall', 'anchor'],
  },
  {
    when: ({ asked }) => atMost(asked, 0),
    status: 'regressing',
    reason: 'fell_from_target',
    says: ['value', 'target', 'shortfall', 'anchor'],
  },
  // 7. worse than at the start
  {
    when: ({ gained }, { regressionPoints }) => below(gained, -regressionPoints),
    status: 'regressing',
    reason: 'below_start',
    says: ['gained', 'anchor', 'pathDelta', 'requiredPerYear'],
  },
  // 8. too early for a pace
  {
    when: ({ elapsedShare, pathDelta }, { earlyShare, earlyPoints }) =>
      below(elapsedShare, earlyShare) && atLeast(pathDelta, -earlyPoints),
    status: 'on_track',
    reason: 'early_on_path',
    provisional: true,
    says: ['elapsedShare', 'pathDelta', 'requiredPerYear'],
  },
  {
    when: ({ elapsedShare }, { earlyShare }) => below(elapsedShare, earlyShare),
    status: 'at_risk',
    reason: 'early_behind',
    provisional: true,
    says: ['elapsedShare', 'pathDelta', 'requiredPerYear'],
  },
  // 9–12. the pace, and where it leads
  {
    when: ({ paceRatio, coveredLow }, { onTrackPace }) =>
      atLeast(paceRatio, onTrackPace) && !below(coveredLow, onTrackPace),
    status: 'on_track',
    reason: 'pace_kept',
    says: ['paceRatio', 'pathDelta', 'requiredPerYear', 'forecastLow'],
  },
  {
    when: ({ paceRatio }, { onTrackPace }) => atLeast(paceRatio, onTrackPace),
    status: 'at_risk',
    reason: 'slowing',
    says: ['paceRatio', 'coveredLow', 'forecastLow', 'target', 'pathDelta', 'requiredPerYear'],
  },
  {
    when: ({ paceRatio }, { atRiskPace }) => atLeast(paceRatio, atRiskPace),
    status: 'at_risk',
    reason: 'behind_pace',
    says: ['paceRatio', 'pathDelta', 'requiredPerYear'],
  },
  {
    when: ({ paceRatio }) => paceRatio !== null,
    status: 'off_track',
    reason: 'far_behind_pace',
    says: ['paceRatio', 'pathDelta', 'requiredPerYear'],
  },
]

/** 13. no pace can be had. */
const UNDECIDED: Omit<Rule, 'when'> = {
  status: 'insufficient_data',
  reason: 'no_baseline',
  says: ['value', 'target', 'shortfall', 'requiredPerYear'],
}

/** Far below any figure that people write, far above the error of a division: a pace of exactly 0.95 is 0.95. */
const TOLERANCE = 1e-9

function atLeast(number: number | null, limit: number): boolean {
  return number !== null && number >= limit - TOLERANCE
}

function atMost(number: number | null, limit: number): boolean {
  return number !== null && number <= limit + TOLERANCE
}

function below(number: number | null, limit: number): boolean {
  return number !== null && number < limit - TOLERANCE
}

function pick(numbers: StatusNumbers, names: readonly (keyof StatusNumbers)[]): ReasonNumbers {
  return Object.fromEntries(names.flatMap((name) => (numbers[name] === null ? [] : [[name, numbers[name]]])))
}

/** The status is decided by the first rule that fires; each carries its reason and the numbers that fired it. */
export function judge(facts: StatusFacts): Judgement {
  const rule = RULES.find(({ when }) => when(facts.numbers, facts.thresholds, facts)) ?? UNDECIDED
  const { status, reason, says } = rule
  return {
    status,
    reason,
    provisional: rule.provisional ?? false,
    reasonNumbers: pick(facts.numbers, says),
  }
}
