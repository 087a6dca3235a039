import { Link } from '@tanstack/react-router'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { StatusIcon, type Tone } from '../../ui/status-chip.tsx'
import styles from './leader.module.css'

export interface Row {
  readonly href: string
  readonly title: string
  readonly hint?: string | undefined
  readonly tone?: Tone
}

interface RowCardProps {
  title: string
  rows: readonly Row[]
  /** What is said where there are none. */
  none: string
}

const SHOWN = 6

/** Rows that lead to where each of them is dealt with; of many the first, and the rest one press away. */
export function RowCard({ title, rows, none }: RowCardProps) {
  const rest = rows.slice(SHOWN)
  return (
    <Card title={title} flush={rows.length > 0} aside={rows.length > 0 && rows.length}>
      {rows.length === 0 ? <p className={styles.none}>{none}</p> : <Rows rows={rows.slice(0, SHOWN)} />}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{m.leader_more({ count: rest.length })}</summary>
          <Rows rows={rest} />
        </details>
      )}
    </Card>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul>
      {rows.map(({ href, title, hint, tone = 'none' }) => (
        <li key={href + title}>
          <Link to={href} className={styles.row}>
            <StatusIcon tone={tone} />
            <span>
              <b>{title}</b>
              {hint && <small>{hint}</small>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
