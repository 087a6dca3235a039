// An indicator that is judged in words: its state is a fact, not a measurement, and it has no pace.

import { addDays, type Day } from './day.ts'
import type { Milestone, QualitativeState } from './indicator.ts'
import type { PlanThresholds } from './plan.ts'
import type { IndicatorStatus, Judgement, StatusReason } from './status.ts'
import type { MilestoneOutcome } from './verdict.ts'

/** What was said of an indicator on a day. */
export interface WordsFigure {
  readonly on: Day
  readonly state: QualitativeState
  readonly note: string | null
}

/** The newest word on or before a day. */
export function wordsOn(words: readonly WordsFigure[], asOf: Day): WordsFigure | null {
  return words.reduce<WordsFigure | null>(
    (last, each) => (each.on <= asOf && (last === null || each.on >= last.on) ? each : last),
    null,
  )
}

/**
 * Done is done. What is under way or not begun has no pace to judge; once its last milestone has passed it is missed,
 * if somebody still said so around that day, and otherwise waits for its last word.
 */
export function judgeInWords(
  words: readonly WordsFigure[],
  milestones: readonly Milestone[],
  asOf: Day,
  thresholds: PlanThresholds,
): Judgement | null {
  const latest = wordsOn(words, asOf)
  if (latest === null) return null
  if (latest.state === 'done') return judgement('achieved', 'qualitative_done')
  const last = milestones
    .map(({ on }) => on)
    .reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null)
  if (last !== null && last < asOf) {
    const outcome = outcomeInWords(words, last, thresholds)
    return outcome === 'missed'
      ? judgement('missed', 'final_missed')
      : judgement('awaiting_final', 'final_not_measured')
  }
  return judgement(
    'insufficient_data',
    latest.state === 'in_progress' ? 'qualitative_in_progress' : 'qualitative_not_started',
  )
}

/** What became of a milestone: by the last word said around its day, as the verdict on a figure looks around it. */
export function outcomeInWords(
  words: readonly WordsFigure[],
  milestone: Day,
  { verdictDaysBefore, verdictDaysAfter }: PlanThresholds,
): MilestoneOutcome {
  const deciding = wordsOn(words, addDays(milestone, verdictDaysAfter))
  if (deciding?.state === 'done') return 'achieved'
  return deciding !== null && deciding.on >= addDays(milestone, -verdictDaysBefore)
    ? 'missed'
    : 'awaiting_final'
}

function judgement(status: IndicatorStatus, reason: StatusReason): Judgement {
  return { status, reason, provisional: false, reasonNumbers: {} }
}
