import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { titleOf } from '../home/notice-words.ts'
import styles from './periods.module.css'
import { sentQuery } from './queries.ts'

const SHOWN = 20

/** Who was told what, and when: nobody has to ask by telephone whether the reminder came. */
export default function SentCard({ year }: { year: number }) {
  const { data } = useQuery(sentQuery(useCurrentPlan().code))
  const rows = (data?.items ?? []).filter(({ items }) => items.some((each) => each.year === year))
  if (!data) return null
  return (
    <Card title={m.sent_title()} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{m.sent_none()}</p>
      ) : (
        <ul className={styles.rows}>
          {rows.slice(0, SHOWN).map(({ id, to, at, items, mail, mailedAt, readAt }) => (
            <li key={id}>
              <span className={styles.stack}>
                <span>
                  {to} · {formatInstant(at)}
                </span>
                <small>{items.map(titleOf).join(' · ')}</small>
              </span>
              <span className={styles.quiet}>
                {readAt === null ? m.sent_unread() : m.sent_read()}
                {mail === 'queued' && `, ${m.sent_mail_queued()}`}
                {mail === 'sent' && mailedAt && `, ${m.sent_mail_sent({ at: formatInstant(mailedAt) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
