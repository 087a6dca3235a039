import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { formatDaysLeft, formatLastDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import { StatusIcon } from '../../ui/status-chip.tsx'
import styles from './home.module.css'
import { hintOf, hrefOf, stateOf, TONE, titleOf, verbOf } from './home-words.ts'
import type { HomeItem } from './queries.ts'

/** One thing to do: the whole row leads to where it is done; what cannot begin yet leads nowhere. */
export function HomeRow({ item }: { item: HomeItem }) {
  const hint = hintOf(item)
  const isLate = item.due !== null && item.due.daysLeft < 0
  const words = (
    <>
      <span className={styles.state}>
        <StatusIcon tone={isLate ? 'late' : TONE[item.state]} />
        {stateOf(item)}
      </span>
      <span className={styles.title}>
        {titleOf(item)}
        {hint && <small>{hint}</small>}
      </span>
      <span className={cx(styles.due, isLate && styles.late)}>
        {item.due && (
          <>
            {isLate
              ? m.home_was_due({ until: formatLastDay(item.due.lastDay) })
              : formatLastDay(item.due.lastDay)}
            <small>{formatDaysLeft(item.due.daysLeft)}</small>
          </>
        )}
      </span>
    </>
  )
  if (item.state === 'blocked') return <div className={cx(styles.row, styles.blocked)}>{words}</div>
  return (
    <Link to={hrefOf(item)} className={styles.row}>
      {words}
      <span className={styles.verb}>
        {verbOf(item)}
        <ChevronRight aria-hidden />
      </span>
    </Link>
  )
}
