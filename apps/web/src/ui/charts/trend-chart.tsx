import type { Day } from '@tien-do/domain/day'
import { area, line } from 'd3-shape'
import { useId } from 'react'
import { cx } from '../cx.ts'
import { type Frame, type Trend, type TrendScales, targetSteps, trendScales } from './trend.ts'
import styles from './trend-chart.module.css'
import { TrendKey, type TrendKeyWords } from './trend-key.tsx'
import { useWidth } from './use-width.ts'

/** A letter of the chart's labels is about this wide. */
const LETTER_WIDTH = 6.5

interface TrendChartProps {
  /** What the chart says, in one sentence. */
  title: string
  /** What is drawn, for those who listen; the table beside it has the figures. */
  description: string
  keyWords: TrendKeyWords
  trend: Trend
  formatTick: (value: number) => string
}

/** Figures against stepped targets, the planned path and the range of the forecast. Always stands beside its table. */
export function TrendChart({ title, description, keyWords, trend, formatTick }: TrendChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const id = useId()
  const narrow = width < 480
  const frame: Frame = { width, height: narrow ? 240 : 304, left: 44, right: 8, top: 22, bottom: 26 }
  const scales = trendScales(trend, frame)

  return (
    <figure className={styles.figure}>
      <TrendKey words={keyWords} trend={trend} />
      <div className={styles.box} ref={ref}>
        <svg
          className={styles.svg}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{description}</desc>
          <Axes scales={scales} frame={frame} formatTick={formatTick} />
          <Forecast trend={trend} scales={scales} />
          <path className={styles.path} d={linePath(trend.path, scales)} />
          <Targets trend={trend} scales={scales} frame={frame} />
          <path className={styles.line} d={linePath(trend.points, scales)} />
          <TargetLabels trend={trend} scales={scales} frame={frame} />
          <Points trend={trend} scales={scales} frame={frame} />
        </svg>
      </div>
    </figure>
  )
}

function linePath(points: readonly { on: Day; value: number }[], { x, y }: TrendScales): string {
  return (
    line<{ on: Day; value: number }>(
      ({ on }) => x(on),
      ({ value }) => y(value),
    )(points) ?? ''
  )
}

interface Layer {
  trend: Trend
  scales: TrendScales
}

function Axes({
  scales,
  frame,
  formatTick,
}: {
  scales: TrendScales
  frame: Frame
  formatTick: (value: number) => string
}) {
  const bottom = frame.height - frame.bottom
  const every = Math.ceil(38 / Math.max(1, (scales.years[0]?.to ?? 0) - (scales.years[0]?.from ?? 0)))
  const lastIndex = scales.years.length - 1
  return (
    <g aria-hidden>
      {scales.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={styles.grid}
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={scales.y(tick)}
            y2={scales.y(tick)}
          />
          <text className={styles.axis} x={frame.left - 8} y={scales.y(tick)} dy=".32em" textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {scales.years.map(({ year, from, to }, index) => (
        <g key={year}>
          {index > 0 && <line className={styles.grid} x1={from} x2={from} y1={bottom} y2={bottom + 4} />}
          {(lastIndex - index) % every === 0 && (
            <text className={styles.axis} x={(from + to) / 2} y={bottom + 18} textAnchor="middle">
              {year}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

function Targets({ trend, scales, frame }: Layer & { frame: Frame }) {
  return (
    <g aria-hidden>
      {targetSteps(trend.targets, scales, frame).map(({ target, from, to, y, riseFrom }) => (
        <g key={target.on}>
          {riseFrom !== null && <line className={styles.rise} x1={from} x2={from} y1={riseFrom} y2={y} />}
          <line className={styles.step} x1={from} x2={to} y1={y} y2={y} />
        </g>
      ))}
    </g>
  )
}

/** Above the end of its line; below it where the figures run just above. */
function TargetLabels({ trend, scales, frame }: Layer & { frame: Frame }) {
  return (
    <g aria-hidden>
      {targetSteps(trend.targets, scales, frame).map(({ target, to, y }) => {
        const from = to - target.label.length * LETTER_WIDTH
        const isCrowded = trend.points.some((point) => {
          const [pointX, pointY] = [scales.x(point.on), scales.y(point.value)]
          return pointX > from && pointX < to + 8 && pointY < y && pointY > y - 28
        })
        return (
          <text
            key={target.on}
            className={styles.stepLabel}
            x={to - 4}
            y={isCrowded ? y + 17 : y - 7}
            textAnchor="end"
          >
            {target.label}
          </text>
        )
      })}
    </g>
  )
}

function Forecast({ trend, scales: { x, y } }: Layer) {
  const last = trend.points.at(-1)
  const { forecast } = trend
  if (!last || !forecast) return null
  const edges = [
    { on: last.on, low: last.value, high: last.value },
    { on: forecast.on, low: forecast.low, high: forecast.high },
  ]
  const fan = area<(typeof edges)[number]>(
    ({ on }) => x(on),
    ({ low }) => y(low),
    ({ high }) => y(high),
  )
  // Under the fan along the whole of its words, whichever way the lower edge runs.
  const [endX, endY, lastX, lastY] = [
    x(forecast.on),
    y(Math.min(forecast.low, forecast.high)),
    x(last.on),
    y(last.value),
  ]
  // Where the words are as wide as the fan they would run into the figures; the key and the table say it too.
  const share = (forecast.label.length * LETTER_WIDTH) / Math.max(1, endX - lastX)
  const labelTop = Math.max(endY, endY + (lastY - endY) * share) + 16
  return (
    <g aria-hidden>
      <path className={styles.fan} d={fan(edges) ?? ''} />
      <path className={styles.fanEdge} d={fan.lineY0()(edges) ?? ''} />
      <path className={styles.fanEdge} d={fan.lineY1()(edges) ?? ''} />
      {share < 0.9 && (
        <text className={styles.fanLabel} x={x(forecast.on) - 4} y={labelTop} textAnchor="end">
          {forecast.label}
        </text>
      )}
    </g>
  )
}

function Points({ trend, scales, frame }: Layer & { frame: Frame }) {
  const last = trend.points.at(-1)
  if (!last) return null
  const [lastX, lastY] = [scales.x(last.on), scales.y(last.value)]
  // Below the point where a target's line runs just above it, or where there is no room.
  const isCrowded =
    lastY < frame.top + 12 ||
    trend.targets.some(({ value }) => scales.y(value) < lastY + 4 && scales.y(value) > lastY - 34)
  const nearRight = lastX > frame.width - frame.right - 40
  const nearLeft = lastX < frame.left + 30
  return (
    <g aria-hidden>
      {trend.points.map((point) => (
        <circle
          key={point.on}
          className={cx(styles.point, point.estimated && styles.hollow)}
          cx={scales.x(point.on)}
          cy={scales.y(point.value)}
          r={point === last ? 5.5 : 4.5}
        />
      ))}
      <text
        className={styles.value}
        x={lastX}
        y={isCrowded ? lastY + 24 : lastY - 13}
        textAnchor={nearRight ? 'end' : nearLeft ? 'start' : 'middle'}
      >
        {last.label}
      </text>
    </g>
  )
}
