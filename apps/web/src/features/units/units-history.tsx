import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import type { Organisation, Unit } from './queries.ts'
import { eventSentence } from './unit-words.ts'
import styles from './units.module.css'

interface UnitsHistoryProps {
  events: Organisation['events']
  units: readonly Unit[]
}

/** What happened, the newest day first, by the names of that time. */
export function UnitsHistory({ events, units }: UnitsHistoryProps) {
  const days = [...new Set(events.map(({ on }) => on))].sort().reverse()
  if (days.length === 0) return null
  return (
    <Card title={m.units_history()}>
      <ol className={styles.days}>
        {days.map((on) => (
          <li key={on}>
            <time dateTime={on}>{formatDay(on)}</time>
            <ul>
              {events
                .filter((event) => event.on === on)
                .map((event) => (
                  <li key={event.kind + event.from.join() + event.to.join()}>
                    {eventSentence(event, units)}
                    {event.legalBasis && <small>{event.legalBasis}</small>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  )
}
