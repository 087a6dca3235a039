import type { Day } from '@tien-do/domain/day'
import { formatDay, formatDaysLeft, formatLastDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { DeadlineRoute } from './deadline-route.tsx'
import type { Deadline, Department, Occurrence } from './deadline-words.ts'
import styles from './deadlines.module.css'

interface DatedDeadlineProps {
  deadline: Deadline
  next: Occurrence
  departments: readonly Department[]
}

/** "Trước ngày 01/12" in full: until when it is on time, how long that is, and what the plan says. */
export function DatedDeadline({ deadline, next, departments }: DatedDeadlineProps) {
  const lastWorkingDay = next.lastWorkingDay as Day
  return (
    <li className={styles.dated}>
      <p className={styles.left}>
        {next.daysLeft === 0 ? (
          <span className={styles.today}>{formatDaysLeft(0)}</span>
        ) : (
          <>
            <b>{next.daysLeft}</b> <span>{m.deadline_days_word({ days: next.daysLeft })}</span>
          </>
        )}
      </p>
      <div className={styles.body}>
        <h3>{deadline.name}</h3>
        <p className={styles.when}>
          {m.deadline_sentence({
            before: formatDay(next.before as Day),
            until: formatLastDay(next.lastDay as Day),
          })}
        </p>
        {next.lastWorkingDay !== next.lastDay && (
          <p className={styles.closed}>{m.deadline_closed({ until: formatLastDay(lastWorkingDay) })}</p>
        )}
        <DeadlineRoute deadline={deadline} departments={departments} />
        <PlanWords text={deadline.text} />
      </div>
    </li>
  )
}

/** What the plan itself says, to the letter; it is in Vietnamese whatever the screen speaks. */
export function PlanWords({ text }: { text: string }) {
  return (
    <p className={styles.words}>
      {m.deadline_words()}: <q lang="vi">{text}</q>
    </p>
  )
}
