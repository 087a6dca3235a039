import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { noticesQuery } from '../features/account/queries.ts'
import { hrefOf, titleOf } from '../features/home/notice-words.ts'
import { answer, api } from '../lib/api.ts'
import { useCurrentPlan } from '../lib/current-plan.ts'
import { formatLastDay, formatTimeOrDay } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { TextLink } from '../ui/link.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './bell.module.css'

/** What this person was reminded of; opening it is reading it. */
export default function Bell() {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const notices = useQuery(noticesQuery(plan)).data?.items ?? []
  const unread = notices.filter(({ readAt }) => readAt === null).length
  const read = useMutation({
    mutationFn: () => answer(api.POST('/plans/{plan}/my-notices/read', { params: { path: { plan } } })),
    onSuccess: () => queryClient.invalidateQueries(noticesQuery(plan)),
  })
  const label = unread > 0 ? m.bell_unread({ count: unread }) : m.bell()
  return (
    <Popover
      label={m.bell()}
      trigger={
        <Button
          className={styles.trigger ?? ''}
          aria-label={label}
          onPress={() => unread > 0 && read.mutate()}
        >
          <BellIcon aria-hidden />
          {unread > 0 && <span className={styles.count}>{unread}</span>}
        </Button>
      }
    >
      {notices.length === 0 ? (
        <p className={styles.none}>{m.bell_none()}</p>
      ) : (
        <ul className={styles.list}>
          {notices.slice(0, 10).map(({ id, at, items }) => (
            <li key={id}>
              {items.map((item) => (
                <TextLink key={item.thing} to={hrefOf(item)}>
                  {titleOf(item)}: {item.lastDay === null ? m.notice_waiting() : formatLastDay(item.lastDay)}
                </TextLink>
              ))}
              <small>{formatTimeOrDay(at)}</small>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}
