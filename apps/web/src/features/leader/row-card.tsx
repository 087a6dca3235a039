import { Link } from '@tanstack/react-router'
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

/** Rows that lead to where each of them is dealt with. */
export function RowCard({ title, rows, none }: RowCardProps) {
  return (
    <Card title={title} flush={rows.length > 0} aside={rows.length > 0 && rows.length}>
      {rows.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul>
          {rows.map(({ href, title: name, hint, tone = 'none' }) => (
            <li key={href + name}>
              <Link to={href} className={styles.row}>
                <StatusIcon tone={tone} />
                <span>
                  <b>{name}</b>
                  {hint && <small>{hint}</small>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
