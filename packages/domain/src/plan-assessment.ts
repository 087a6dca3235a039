// An indicator of a plan, from its figures: the series, the judgement, what is missing and where.

import { areasOn } from './areas-on.ts'
import { type Baseline, resolveBaseline } from './baseline.ts'
import { type Day, yearOf } from './day.ts'
import { deadlineDay } from './deadline.ts'
import { type Freshness, freshnessOf, type ReportingWindow } from './freshness.ts'
import { judgeInWords, outcomeInWords, type WordsFigure, wordsOn } from './in-words.ts'
import type { Milestone } from './indicator.ts'
import { type PathPoint, pathPoints } from './path.ts'
import type { Plan, PlanArea, PlanIndicator } from './plan.ts'
import { type Assessment, assessIndicator, type StatusOverride } from './progress.ts'
import { countByStatus, type RollUp, rollUp, type StatusCounts } from './rollup.ts'
import { isDeclaredNotApplicable, type ReportedFigure, type SeriesPoint, wardSeries } from './series.ts'
import { displayDecimals, missingUnits, ratioValue } from './value.ts'

export interface IndicatorAssessment {
  readonly indicator: PlanIndicator
  readonly assessment: Assessment
  readonly series: readonly SeriesPoint[]
  readonly baseline: Baseline | null
  readonly path: readonly PathPoint[]
  /** The newest point of the series on or before the day of the reading. */
  readonly latest: SeriesPoint | null
  readonly shownDecimals: number
  readonly freshness: Freshness | null
  /** Where the indicator is counted by area, and has been. */
  readonly areas: readonly AreaStanding[]
  /** Where it is judged in words: the newest of them. */
  readonly words: WordsFigure | null
}

/** What an area's newest figure of the year says, and how many are missing there; null where it has not reported. */
export interface AreaStanding {
  readonly area: PlanArea
  readonly on: Day | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly notApplicable: boolean
  readonly missingUnits: number | null
}

/** The indicator's targets with the days of their milestones. */
export function milestonesOf(plan: Plan, indicator: PlanIndicator): Milestone[] {
  return indicator.targets.flatMap((target) => {
    const milestone = plan.milestones.find((each) => each.code === target.milestone)
    return milestone ? [{ on: milestone.on, target: target.value }] : []
  })
}

/** What else bears on the judgement than figures. */
export interface Circumstances {
  readonly override?: StatusOverride | null
  readonly words?: readonly WordsFigure[]
}

/** Judges one indicator of a plan on a day, from its approved figures in any order. */
export function assessPlanIndicator(
  plan: Plan,
  indicator: PlanIndicator,
  figures: readonly ReportedFigure[],
  asOf: Day,
  { override = null, words = [] }: Circumstances = {},
): IndicatorAssessment {
  const areaCodesOn = (on: Day) => areasOn(plan, on).map(({ code }) => code)
  const series = wardSeries(figures, areaCodesOn)
  const baseline = resolveBaseline(indicator.baseline, series, plan.startsOn)
  const milestones = milestonesOf(plan, indicator)
  const counted = assessIndicator({
    direction: indicator.direction,
    naturalMin: indicator.naturalMin,
    naturalMax: indicator.naturalMax,
    baseline,
    milestones,
    measurements: series,
    asOf,
    thresholds: plan.thresholds,
    notApplicable: isDeclaredNotApplicable(figures, areaCodesOn, asOf) ? { reason: '' } : null,
    override,
  })
  const assessment =
    indicator.measure === 'qualitative' ? inWords(counted, words, milestones, asOf, plan) : counted
  const latest = series.filter((point) => point.on <= asOf).at(-1) ?? null
  const target = assessment.milestone?.target ?? null
  return {
    indicator,
    assessment,
    series,
    baseline,
    path: pathPoints(baseline, milestones),
    latest,
    shownDecimals: latest
      ? displayDecimals(latest, target, indicator.direction, indicator.decimals)
      : indicator.decimals,
    freshness: freshnessOf(
      latest?.on ?? assessment.measuredOn,
      asOf,
      indicator.staleAfterDays,
      lastWindow(plan, [...series, ...words], asOf),
    ),
    words: wordsOn(words, asOf),
    areas: indicator.perArea && latest ? areaStandings(plan, indicator, figures, latest.on, target) : [],
  }
}

/** The same assessment, judged by what was said instead of by what was counted. */
function inWords(
  counted: Assessment,
  words: readonly WordsFigure[],
  milestones: readonly Milestone[],
  asOf: Day,
  { thresholds }: Plan,
): Assessment {
  const judgement = judgeInWords(words, milestones, asOf, thresholds)
  if (!judgement || counted.status === 'not_applicable') return counted
  return {
    ...counted,
    ...judgement,
    shownStatus: counted.override?.status ?? judgement.status,
    measuredOn: wordsOn(words, asOf)?.on ?? null,
    verdicts: counted.verdicts.map((verdict) => ({
      ...verdict,
      outcome: outcomeInWords(words, verdict.on, thresholds),
    })),
  }
}

/** The newest reporting window that has opened: from the year's cut-off to the departments' deadline. */
function lastWindow(plan: Plan, series: readonly { readonly on: Day }[], asOf: Day): ReportingWindow | null {
  const before = plan.deadlines.find((each) => each.code === plan.cycle.departmentDeadline)?.before
  if (!before) return null
  const thisYear = yearOf(asOf)
  const year = asOf >= deadlineDay(plan.cycle.dataCutOff, thisYear) ? thisYear : thisYear - 1
  const opensOn = deadlineDay(plan.cycle.dataCutOff, year)
  if (opensOn < plan.startsOn) return null
  return {
    opensOn,
    closesOn: deadlineDay(before, year),
    hasFigure: series.some((point) => yearOf(point.on) === year && point.on <= asOf),
  }
}

/** Each area of the day with its newest figure of that year; those that miss most come first, the silent ones last. */
function areaStandings(
  plan: Plan,
  indicator: PlanIndicator,
  figures: readonly ReportedFigure[],
  on: Day,
  target: number | null,
): readonly AreaStanding[] {
  const newest = new Map<string, ReportedFigure>()
  for (const figure of figures) {
    if (figure.area === null || figure.on > on || yearOf(figure.on) !== yearOf(on)) continue
    const other = newest.get(figure.area)
    if (!other || figure.on > other.on) newest.set(figure.area, figure)
  }
  const standings = areasOn(plan, on).map((area) =>
    standingOf(area, newest.get(area.code), target, indicator),
  )
  return standings.toSorted((a, b) => (b.missingUnits ?? -1) - (a.missingUnits ?? -1))
}

function standingOf(
  area: PlanArea,
  figure: ReportedFigure | undefined,
  target: number | null,
  indicator: PlanIndicator,
): AreaStanding {
  const { numerator = null, denominator = null } = figure ?? {}
  const share = ratioValue(numerator, denominator)
  return {
    area,
    on: figure?.on ?? null,
    numerator,
    denominator,
    value: share.kind === 'value' ? share.value : (figure?.value ?? null),
    notApplicable: figure?.notApplicable ?? false,
    missingUnits: target === null ? null : missingUnits(numerator, denominator, target, indicator.direction),
  }
}

export interface GroupStanding {
  readonly counts: StatusCounts
  /** How many of them a person decided instead of the rule, and how many rest on an estimate or are too early. */
  readonly overridden: number
  readonly provisional: number
  readonly rollUp: RollUp
}

/** How a group of indicators stands: counts by status, and the share of the way; words are counted, never averaged. */
export function groupStanding(
  assessments: readonly IndicatorAssessment[],
  coverageForPercent: number,
): GroupStanding {
  const counts = countByStatus(
    assessments.map(({ assessment, freshness }) => ({
      status: assessment.shownStatus,
      stale: freshness === 'stale',
    })),
  )
  const weighed = assessments
    .filter(({ indicator }) => indicator.measure !== 'qualitative' && indicator.targets.length > 0)
    .map(({ indicator, assessment }) => ({
      weight: indicator.weight,
      gapClosed: assessment.gapClosed,
      status: assessment.shownStatus,
    }))
  return {
    counts,
    overridden: assessments.filter(({ assessment }) => assessment.override !== null).length,
    provisional: assessments.filter(({ assessment }) => assessment.provisional && !assessment.override)
      .length,
    rollUp: rollUp(weighed, coverageForPercent),
  }
}
