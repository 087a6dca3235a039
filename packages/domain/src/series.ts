// A ward's figures in the order of their days, made from what its areas and the ward as a whole reported.

import { type Day, yearOf } from './day.ts'
import { sortByDay } from './path.ts'
import { type CountedPair, type Coverage, pool, type RatioValue, ratioValue } from './value.ts'

/** An approved figure of one area, or of the whole ward (`area` null). */
export interface ReportedFigure {
  readonly on: Day
  readonly area: string | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly estimated: boolean
  /** Declared not to apply: the area leaves the sum and the expected coverage. */
  readonly notApplicable?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly revisedAt?: number | undefined
}

export interface SeriesPoint {
  readonly on: Day
  /** Null where the denominator is 0: not applicable. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Null where one figure speaks for the whole ward. */
  readonly coverage: Coverage | null
  readonly estimated: boolean
}

/**
 * The ward's value on a day is its own figure, else the total of the areas' latest figures of that year; of one year's
 * round only the fullest stays, and one estimated part makes the total an estimate.
 */
export function wardSeries(
  figures: readonly ReportedFigure[],
  areasOn: (on: Day) => readonly string[],
): readonly SeriesPoint[] {
  const kept = latestRevisions(figures)
  const byYear = Map.groupBy(kept, (figure) => yearOf(figure.on))
  return sortByDay([...byYear.values()].flatMap((year) => fullest(pointsOfYear(year, areasOn))))
}

/**
 * Whether the newest word on an indicator is that it does not apply: said of the whole ward, or by every one of its
 * areas, with no figure since.
 */
export function isDeclaredNotApplicable(
  figures: readonly ReportedFigure[],
  areasOn: (on: Day) => readonly string[],
  asOf: Day,
): boolean {
  const known = sortByDay(latestRevisions(figures).filter(({ on }) => on <= asOf))
  const newest = known.at(-1)
  if (!newest?.notApplicable) return false
  const ofYear = known.filter(({ on }) => yearOf(on) === yearOf(newest.on))
  if (ofYear.some(({ area, on, notApplicable }) => area === null && notApplicable && on === newest.on))
    return true
  const latest = new Map(ofYear.map((figure) => [figure.area, figure]))
  return areasOn(newest.on).every((area) => latest.get(area)?.notApplicable)
}

/** Same area and day twice: the later approved revision wins; a blank is no figure. */
function latestRevisions(figures: readonly ReportedFigure[]): readonly ReportedFigure[] {
  const kept = new Map<string, ReportedFigure>()
  for (const figure of figures) {
    if (!isReported(figure)) continue
    const key = `${figure.on} ${figure.area ?? ''}`
    const other = kept.get(key)
    if (!other || isLater(figure, other)) kept.set(key, figure)
  }
  return [...kept.values()]
}

function isReported(figure: ReportedFigure): boolean {
  return figure.value !== null || isCounted(figure) || figure.notApplicable === true
}

/** Between two revisions of one moment the lower, fuller, estimated one counts: the order of entry decides nothing. */
function isLater(a: ReportedFigure, b: ReportedFigure): boolean {
  const later = (a.revisedAt ?? 0) - (b.revisedAt ?? 0)
  if (later !== 0) return later > 0
  const lower = (b.numerator ?? b.value ?? 0) - (a.numerator ?? a.value ?? 0)
  if (lower !== 0) return lower > 0
  const fuller = (a.denominator ?? 0) - (b.denominator ?? 0)
  return fuller !== 0 ? fuller > 0 : a.estimated
}

function pointsOfYear(
  figures: readonly ReportedFigure[],
  areasOn: (on: Day) => readonly string[],
): readonly SeriesPoint[] {
  const sorted = sortByDay(figures)
  const latest = new Map<string, ReportedFigure>()
  const points: SeriesPoint[] = []
  for (const [on, ofDay] of Map.groupBy(sorted, (figure) => figure.on)) {
    for (const figure of ofDay) if (figure.area !== null) latest.set(figure.area, figure)
    const ward = ofDay.find((figure) => figure.area === null && !figure.notApplicable)
    const point = ward ? wardPoint(ward) : pooledPoint(on, latest, areasOn(on))
    if (point) points.push(point)
  }
  return points
}

function wardPoint({ on, value, numerator, denominator, estimated }: ReportedFigure): SeriesPoint {
  const counted = ratioValue(numerator, denominator)
  if (counted.kind === 'none')
    return { on, value, numerator: null, denominator: null, coverage: null, estimated }
  return { on, value: quotient(counted), numerator, denominator, coverage: null, estimated }
}

/** Shares are pooled; plain counts are added. */
function pooledPoint(
  on: Day,
  latest: ReadonlyMap<string, ReportedFigure>,
  expected: readonly string[],
): SeriesPoint | null {
  const areas = [...new Set(expected)].filter((area) => !latest.get(area)?.notApplicable)
  const reported = areas.flatMap((area) => latest.get(area) ?? [])
  const counted = reported.filter(isCounted)
  const parts = counted.length > 0 ? counted : reported
  if (parts.length === 0) return null
  const estimated = parts.some((part) => part.estimated)
  if (counted.length > 0) {
    const total = pool(counted, areas.length)
    const { numerator, denominator, coverage } = total
    return { on, value: quotient(total.value), numerator, denominator, coverage, estimated }
  }
  const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
  const coverage = { reported: parts.length, expected: areas.length }
  return { on, value, numerator: null, denominator: null, coverage, estimated }
}

function isCounted(figure: ReportedFigure): figure is ReportedFigure & CountedPair {
  return figure.numerator !== null && figure.denominator !== null
}

function quotient(ratio: RatioValue): number | null {
  return ratio.kind === 'value' ? ratio.value : null
}

/** A point that covers fewer areas than a later one of its year is the same round, half reported: it leaves. */
function fullest(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  return points.filter((point, index) => !points.slice(index + 1).some((later) => coversLess(point, later)))
}

function coversLess({ coverage: a }: SeriesPoint, { coverage: b }: SeriesPoint): boolean {
  if (a === null) return false
  if (b === null) return a.reported < a.expected
  return a.reported * b.expected < b.reported * a.expected
}
