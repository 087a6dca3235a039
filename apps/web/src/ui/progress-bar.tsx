import { cx } from './cx.ts'
import styles from './progress-bar.module.css'
import type { Tone } from './status-chip.tsx'

export interface Tick {
  /** 0–100 along the bar. */
  at: number
  /** Words under the tick. An earlier milestone has none: it is a quiet tick. */
  label?: string
}

interface ProgressBarProps {
  /** 0–100 along the bar, or null where there is no value. */
  at: number | null
  /** `plain` judges nothing: for parts of a whole. */
  tone: Tone | 'plain'
  ticks?: readonly Tick[]
  /** The whole bar as a sentence, for those who listen. */
  label: string
}

/** A plain bar from 0 to 100, with ticks that say what they are. */
export function ProgressBar({ at, tone, ticks = [], label }: ProgressBarProps) {
  const hasLabels = ticks.some((tick) => tick.label)
  return (
    <span className={cx(styles.box, hasLabels && styles.labelled)} role="img" aria-label={label}>
      <span className={styles.rail}>
        {at !== null && at > 0 && (
          <span className={cx(styles.fill, styles[tone])} style={{ width: `${clampPercent(at)}%` }} />
        )}
        {ticks.map((tick) => (
          <span
            key={`${tick.at}-${tick.label ?? ''}`}
            className={cx(
              styles.tick,
              !tick.label && styles.past,
              tick.at > 70 && styles.atEnd,
              tick.at < 20 && styles.atStart,
            )}
            style={{ left: `${clampPercent(tick.at)}%` }}
          >
            {tick.label && <em>{tick.label}</em>}
          </span>
        ))}
      </span>
    </span>
  )
}

function clampPercent(at: number): number {
  return Math.min(100, Math.max(0, at))
}
