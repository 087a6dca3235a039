import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { DatedDeadline, PlanWords } from './dated-deadline.tsx'
import { DeadlineRoute } from './deadline-route.tsx'
import { type Deadline, type Department, RULE } from './deadline-words.ts'
import styles from './deadlines.module.css'

interface DeadlineListProps {
  deadlines: readonly Deadline[]
  departments: readonly Department[]
}

/** First those with a day, the nearest first; then those to which the plan gives none, said so. */
export function DeadlineList({ deadlines, departments }: DeadlineListProps) {
  const dated = deadlines
    .flatMap((deadline) => (deadline.next ? [{ deadline, next: deadline.next }] : []))
    .sort((a, b) => a.next.daysLeft - b.next.daysLeft)
  const undated = deadlines.filter((deadline) => deadline.next === null)
  return (
    <>
      {dated.length > 0 && (
        <Card title={m.deadlines_dated()} flush>
          <ul>
            {dated.map(({ deadline, next }) => (
              <DatedDeadline key={deadline.code} deadline={deadline} next={next} departments={departments} />
            ))}
          </ul>
        </Card>
      )}
      {undated.length > 0 && (
        <Card title={m.deadlines_undated()} flush>
          <p className={styles.intro}>{m.deadlines_undated_text()}</p>
          <ul>
            {undated.map((deadline) => (
              <li key={deadline.code} className={styles.undated}>
                <p className={styles.rule}>{RULE[deadline.rule]()}</p>
                <div className={styles.body}>
                  <h3>{deadline.name}</h3>
                  <DeadlineRoute deadline={deadline} departments={departments} />
                  <PlanWords text={deadline.text} />
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
