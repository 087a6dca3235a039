import { Link } from '@tanstack/react-router'
import { PATHS } from '../../lib/paths.ts'
import { cx } from '../../ui/cx.ts'
import { countedInWords, freshnessInWords, shownValue } from './figures.ts'
import { IndicatorBar } from './indicator-bar.tsx'
import styles from './indicator-row.module.css'
import { IndicatorStatus } from './indicator-status.tsx'
import { nameOf } from './names.ts'
import type { Indicator } from './status.ts'

/** One indicator in one line: the whole line leads to its page. */
export function IndicatorRow({ indicator }: { indicator: Indicator }) {
  const { freshness, value } = indicator
  const age = freshnessInWords(freshness)
  const words = [...countedInWords(indicator), ...(age ? [age] : [])]
  return (
    <Link to={PATHS.indicator} params={{ ma: indicator.code }} className={styles.row}>
      <span className={styles.name}>
        {nameOf(indicator)}
        {words.length > 0 && <small>{words.join(' · ')}</small>}
      </span>
      <span className={styles.bar}>
        {indicator.targets.length > 0 && <IndicatorBar indicator={indicator} />}
      </span>
      <span className={cx(styles.value, (value === null || freshness === 'stale') && styles.absent)}>
        {shownValue(indicator)}
      </span>
      <span className={styles.status}>
        <IndicatorStatus indicator={indicator} />
      </span>
    </Link>
  )
}
