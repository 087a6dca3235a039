// A ward's figures in the order of their days, made from what its areas and the ward as a whole reported.

import { type Day, yearOf } from './day.ts'
import { sortByDay } from './path.ts'
import { type Coverage, pool } from './value.ts'

/** An approved figure of one area, or of the whole ward (`area` null). */
export interface ReportedFigure {
  readonly on: Day
  readonly area: string | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly estimated: boolean
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

function isReported({ numerator, denominator, value }: ReportedFigure): boolean {
  return value !== null || (numerator !== null && denominator !== null)
}

/** Between two revisions of one moment the lower counts, so that the order of entry decides nothing. */
function isLater(a: ReportedFigure, b: ReportedFigure): boolean {
  const later = (a.revisedAt ?? 0) - (b.revisedAt ?? 0)
  if (later !== 0) return later > 0
  const [x, y] = [a.numerator ?? a.value ?? 0, b.numerator ?? b.value ?? 0]
  return x !== y ? x < y : (a.denominator ?? 0) > (b.denominator ?? 0)
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
    const ward = ofDay.find((figure) => figure.area === null)
    const point = ward ? wardPoint(ward) : pooledPoint(on, latest, areasOn(on))
    if (point) points.push(point)
  }
  return points
}

function wardPoint({ on, numerator, denominator, value, estimated }: ReportedFigure): SeriesPoint {
  if (numerator === null || denominator === null)
    return { on, value, numerator: null, denominator: null, coverage: null, estimated }
  const total = pool([{ numerator, denominator }], 1).value
  return {
    on,
    value: total.kind === 'value' ? total.value : null,
    numerator,
    denominator,
    coverage: null,
    estimated,
  }
}

/** Shares are pooled; plain counts are added. */
function pooledPoint(
  on: Day,
  latest: ReadonlyMap<string, ReportedFigure>,
  expected: readonly string[],
): SeriesPoint | null {
  const areas = [...new Set(expected)]
  const parts = areas.flatMap((area) => latest.get(area) ?? [])
  if (parts.length === 0) return null
  const estimated = parts.some((part) => part.estimated)
  const coverage = { reported: parts.length, expected: areas.length }
  const pairs = parts.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  )
  if (pairs.length === 0) {
    const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
    return { on, value, numerator: null, denominator: null, coverage, estimated }
  }
  const total = pool(pairs, areas.length)
  return {
    on,
    value: total.value.kind === 'value' ? total.value.value : null,
    numerator: total.numerator,
    denominator: total.denominator,
    coverage: { reported: pairs.length, expected: areas.length },
    estimated,
  }
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
