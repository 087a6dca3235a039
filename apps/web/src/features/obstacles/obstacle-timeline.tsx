import { formatDay, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { actWord } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import type { ObstacleEvent } from './queries.ts'

/** What happened, in order, with the words that were said. */
export function ObstacleTimeline({ events }: { events: readonly ObstacleEvent[] }) {
  return (
    <Card title={m.obstacle_history()}>
      <ol className={styles.timeline}>
        {events.map((event) => (
          <li key={`${event.at} ${event.act}`}>
            <b>{actWord(event.act)}</b>
            <small>
              {event.by}, <time dateTime={event.at}>{formatInstant(event.at)}</time>
            </small>
            {event.words && <p className={styles.prose}>{event.words}</p>}
            {event.detail && <small>{detailOf(event.detail)}</small>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function detailOf({ actingDepartment, dueOn, into }: Record<string, string>): string {
  if (into) return into
  return actingDepartment && dueOn
    ? m.obstacle_acting_by({ name: actingDepartment, day: formatDay(dueOn) })
    : ''
}
