import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { Plus, Radio } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { MakeWebhook, NewSecret } from './make-webhook.tsx'
import { useSwitchWebhook, webhooksQuery } from './queries.ts'
import styles from './webhooks.module.css'

type Webhook = Schemas['Webhook']
type Open = { act: 'make' } | { act: 'rotate' | 'log'; webhook: Webhook }
type Switch = ReturnType<typeof useSwitchWebhook>

const TITLE = { make: m.webhook_make, rotate: m.webhook_rotate, log: m.webhook_log } as const
const BECAUSE = {
  gone: m.webhook_because_gone,
  failing: m.webhook_because_failing,
  by_hand: m.webhook_because_by_hand,
} as const

/** Who is told as soon as something changes in the plan, and whether it gets through. */
export function WebhooksPage() {
  usePageTitle(m.webhooks_title())
  const { items } = useSuspenseQuery(webhooksQuery(useCurrentPlan().code)).data
  const change = useSwitchWebhook()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const make = (
    <Button look="primary" onPress={() => setOpen({ act: 'make' })}>
      <Plus aria-hidden />
      {m.webhook_make()}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={m.webhooks_title()}
        sub={<p>{m.webhooks_sub()}</p>}
        actions={items.length > 0 && make}
      />
      {change.error && <Notice kind="error">{errorSentence(change.error)}</Notice>}
      <Card title={m.webhooks_list()} flush={items.length > 0}>
        {items.length > 0 ? (
          <Table
            caption={m.webhooks_list()}
            columns={columns(setOpen, change)}
            rows={items}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={Radio} title={m.webhooks_none()} actions={make}>
            {m.webhooks_none_text()}
          </EmptyState>
        )}
      </Card>
      {open && (
        <Dialog title={TITLE[open.act]()} closeLabel={m.app_close()} isOpen onClose={close}>
          {open.act === 'make' && <MakeWebhook onDone={close} />}
          {open.act === 'rotate' && <NewSecret id={open.webhook.id} onDone={close} />}
          {open.act === 'log' && (
            <Suspense fallback={null}>
              <DeliveryLog webhook={open.webhook} />
            </Suspense>
          )}
        </Dialog>
      )}
    </>
  )
}

function columns(setOpen: (open: Open) => void, change: Switch): Column<Webhook>[] {
  return [
    {
      key: 'name',
      header: m.webhook_name(),
      rowHeader: true,
      cell: ({ name, url }) => (
        <span className={styles.stack}>
          {name}
          <small>{url}</small>
        </span>
      ),
    },
    { key: 'state', header: m.webhook_state(), cell: (webhook) => <Standing {...webhook} /> },
    {
      key: 'acts',
      header: m.key_acts(),
      cell: (webhook) => (
        <span className={styles.acts}>
          <Button size="small" onPress={() => setOpen({ act: 'log', webhook })}>
            {m.webhook_log()}
          </Button>
          <Button size="small" onPress={() => setOpen({ act: 'rotate', webhook })}>
            {m.webhook_rotate()}
          </Button>
          <Button
            size="small"
            onPress={() =>
              change.mutate({ id: webhook.id, to: webhook.state === 'active' ? 'disable' : 'enable' })
            }
          >
            {webhook.state === 'active' ? m.webhook_disable() : m.webhook_enable()}
          </Button>
          <Button size="small" look="quiet" onPress={() => change.mutate({ id: webhook.id, to: 'remove' })}>
            {m.webhook_remove()}
          </Button>
        </span>
      ),
    },
  ]
}

function Standing({ state, disabledBecause, failingSince }: Webhook) {
  if (state === 'disabled')
    return (
      <span className={styles.stack}>
        <StatusChip tone="late">{m.webhook_state_disabled()}</StatusChip>
        {disabledBecause && <small>{BECAUSE[disabledBecause]()}</small>}
      </span>
    )
  return failingSince === null ? (
    <StatusChip tone="ok">{m.webhook_state_active()}</StatusChip>
  ) : (
    <span className={styles.stack}>
      <StatusChip tone="risk">{m.webhook_state_failing()}</StatusChip>
      <small>{m.webhook_failing_since({ time: formatInstant(failingSince) })}</small>
    </span>
  )
}
