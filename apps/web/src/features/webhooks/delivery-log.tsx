import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'
import { deliveriesQuery, useReplayDelivery } from './queries.ts'
import styles from './webhooks.module.css'

type Delivery = Schemas['WebhookDelivery']

const STATE: Record<Delivery['state'], { tone: Tone; name: () => string }> = {
  waiting: { tone: 'none', name: m.delivery_waiting },
  delivered: { tone: 'ok', name: m.delivery_delivered },
  failed: { tone: 'late', name: m.delivery_failed },
}

/** What was sent, how it went, and the way to send it again. */
export function DeliveryLog({ webhook }: { webhook: Schemas['Webhook'] }) {
  const { items } = useSuspenseQuery(deliveriesQuery(useCurrentPlan().code, webhook.id)).data
  const replay = useReplayDelivery()
  if (items.length === 0) return <p>{m.deliveries_none()}</p>
  return (
    <>
      {replay.error && <Notice kind="error">{errorSentence(replay.error)}</Notice>}
      <ul className={styles.log}>
        {items.map((delivery) => (
          <li key={delivery.id}>
            <span className={styles.stack}>
              {formatInstant(delivery.createdAt)}
              <small>{howItWent(delivery)}</small>
            </span>
            <StatusChip tone={STATE[delivery.state].tone}>{STATE[delivery.state].name()}</StatusChip>
            {webhook.state === 'active' && delivery.state !== 'waiting' && (
              <Button size="small" onPress={() => replay.mutate({ id: webhook.id, delivery: delivery.id })}>
                {m.delivery_replay()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function howItWent({ tries, lastStatus, lastError, nextAt }: Delivery): string {
  const said = lastStatus === null ? lastError : m.delivery_status({ status: lastStatus })
  return [
    m.delivery_tries({ count: tries }),
    ...(said ? [said] : []),
    ...(nextAt ? [m.delivery_next({ time: formatInstant(nextAt) })] : []),
  ].join(' · ')
}
