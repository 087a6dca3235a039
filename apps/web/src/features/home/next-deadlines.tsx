import { Link } from '@tanstack/react-router'
import type { Schemas } from '@tien-do/api-client'
import { formatLastDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './overview.module.css'

type Deadline = Schemas['Deadline']
type Dated = Deadline & { next: NonNullable<Deadline['next']> }

const isDated = (deadline: Deadline): deadline is Dated => deadline.next !== null

/** The days that are left until the first one, and until when each is on time. */
export function NextDeadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const dated = deadlines.filter(isDated)
  const first = dated[0]
  if (!first) return null
  return (
    <Link to={PATHS.deadlines} className={styles.due}>
      <VisuallyHidden>{m.overview_deadlines()}: </VisuallyHidden>
      <b>{first.next.daysLeft}</b>
      <span>
        {m.overview_days()}
        {dated.map(({ code, name, next }, index) => (
          <span key={code} className={index === 0 ? styles.dueFirst : styles.dueNext}>
            {m.overview_deadline({ name, until: formatLastDay(next.lastDay) })}
          </span>
        ))}
      </span>
    </Link>
  )
}
