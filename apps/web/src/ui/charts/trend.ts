// What a trend chart shows, and where it falls. Days come in, pixels go out; no judgement is made here.

import { type Day, dayNumber, yearOf } from '@tien-do/domain/day'
import { type ScaleLinear, scaleLinear } from 'd3-scale'

export interface TrendPoint {
  on: Day
  value: number
  /** The value in words, drawn at the last point. */
  label: string
  /** Estimated, not counted: drawn hollow. */
  estimated: boolean
}

export interface TrendTarget {
  on: Day
  value: number
  label: string
}

export interface TrendForecast {
  on: Day
  low: number
  high: number
  label: string
}

export interface Trend {
  points: readonly TrendPoint[]
  /** In the order of their days. */
  targets: readonly TrendTarget[]
  /** Baseline and milestones: the way that was planned. */
  path: readonly { on: Day; value: number }[]
  forecast: TrendForecast | null
  /** The limits of the unit where it has them (0 and 100 for a share); else the figures decide. */
  limits: { min: number | null; max: number | null }
}

export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface YearBand {
  year: number
  from: number
  to: number
}

export interface TrendScales {
  x: (on: Day) => number
  y: ScaleLinear<number, number>
  years: readonly YearBand[]
  ticks: readonly number[]
}

export function trendScales(trend: Trend, frame: Frame): TrendScales {
  const yearsShown = [
    ...trend.points,
    ...trend.targets,
    ...trend.path,
    ...(trend.forecast ? [trend.forecast] : []),
  ].map(({ on }) => yearOf(on))
  const startOf = (year: number) => dayNumber(`${year}-01-01` as Day)
  const [firstYear, lastYear] = [Math.min(...yearsShown), Math.max(...yearsShown)]

  const x = scaleLinear([startOf(firstYear), startOf(lastYear + 1)], [frame.left, frame.width - frame.right])
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => {
    const year = firstYear + index
    return { year, from: x(startOf(year)), to: x(startOf(year + 1)) }
  })

  const values = [
    ...trend.points.map(({ value }) => value),
    ...trend.targets.map(({ value }) => value),
    ...trend.path.map(({ value }) => value),
    ...(trend.forecast ? [trend.forecast.low, trend.forecast.high] : []),
  ]
  const y = scaleLinear(
    [trend.limits.min ?? Math.min(0, ...values), trend.limits.max ?? Math.max(...values)],
    [frame.height - frame.bottom, frame.top],
  )
  if (trend.limits.max === null) y.nice(4)

  return { x: (on) => x(dayNumber(on)), y, years, ticks: y.ticks(4) }
}

/** A target stands from the milestone before it (or the beginning) to its own day. */
export function targetSteps(targets: readonly TrendTarget[], scales: TrendScales, frame: Frame) {
  return targets.map((target, index) => {
    const before = targets[index - 1]
    return {
      target,
      from: before ? scales.x(before.on) : frame.left,
      to: scales.x(target.on),
      y: scales.y(target.value),
      riseFrom: before ? scales.y(before.value) : null,
    }
  })
}
