import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { Trend } from './trend.ts'
import styles from './trend-chart.module.css'

export interface TrendKeyWords {
  measured: string
  estimated: string
  target: string
  path: string
  forecast: string
}

/** The key stands above the chart and names only what is drawn. */
export function TrendKey({ words, trend }: { words: TrendKeyWords; trend: Trend }) {
  const hasCounted = trend.points.some((point) => !point.estimated)
  const hasEstimated = trend.points.some((point) => point.estimated)
  return (
    <ul className={styles.key} aria-hidden>
      {hasCounted && (
        <Item words={words.measured}>
          <path className={styles.line} d="M0 6H24" />
          <circle className={styles.point} cx="12" cy="6" r="4.5" />
        </Item>
      )}
      {hasEstimated && (
        <Item words={words.estimated}>
          <circle className={cx(styles.point, styles.hollow)} cx="12" cy="6" r="4.5" />
        </Item>
      )}
      {trend.targets.length > 0 && (
        <Item words={words.target}>
          <path className={styles.step} d="M0 6H24" />
        </Item>
      )}
      {trend.path.length > 1 && (
        <Item words={words.path}>
          <path className={styles.path} d="M0 6H24" />
        </Item>
      )}
      {trend.forecast && (
        <Item words={words.forecast}>
          <path className={styles.fan} d="M0 8 24 0V12Z" />
          <path className={styles.fanEdge} d="M0 8 24 0M0 8 24 12" />
        </Item>
      )}
    </ul>
  )
}

function Item({ words, children }: { words: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 24 12" aria-hidden>
        {children}
      </svg>
      {words}
    </li>
  )
}
