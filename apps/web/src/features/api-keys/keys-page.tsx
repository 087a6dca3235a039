import { useSuspenseQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { ABSENT, formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { RevokeKey, RotateKey } from './end-key.tsx'
import { type ApiKey, lastDayOf, SCOPE, STATE } from './key-words.ts'
import styles from './keys.module.css'
import { MakeKey } from './make-key.tsx'
import { keysQuery } from './queries.ts'

type Open = { act: 'make' } | { act: 'rotate' | 'revoke'; apiKey: ApiKey }

const TITLE = { make: m.key_make, rotate: m.key_rotate, revoke: m.key_revoke } as const

/** With what a portal or a script enters: for what, from where, until when, and when it last did. */
export function KeysPage() {
  usePageTitle(m.keys_title())
  const { items } = useSuspenseQuery(keysQuery(useCurrentPlan().code)).data
  const mayMake = useMay('api-key.issue')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const make = mayMake && (
    <Button look="primary" onPress={() => setOpen({ act: 'make' })}>
      <Plus aria-hidden />
      {m.key_make()}
    </Button>
  )
  return (
    <>
      <PageHeader title={m.keys_title()} sub={<p>{m.keys_sub()}</p>} actions={items.length > 0 && make} />
      <Card title={m.keys_list()} flush={items.length > 0}>
        {items.length > 0 ? (
          <Table
            caption={m.keys_list()}
            columns={columns(setOpen)}
            rows={[...items].reverse()}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState icon={KeyRound} title={m.keys_none()} actions={make}>
            {m.keys_none_text()}
          </EmptyState>
        )}
      </Card>
      {open && (
        <Dialog title={TITLE[open.act]()} closeLabel={m.app_close()} isOpen onClose={close}>
          {open.act === 'make' && <MakeKey onDone={close} />}
          {open.act === 'rotate' && <RotateKey apiKey={open.apiKey} onDone={close} />}
          {open.act === 'revoke' && <RevokeKey apiKey={open.apiKey} onDone={close} />}
        </Dialog>
      )}
    </>
  )
}

function columns(setOpen: (open: Open) => void): Column<ApiKey>[] {
  return [
    {
      key: 'name',
      header: m.key_name(),
      rowHeader: true,
      cell: ({ name, prefix, owner }) => (
        <span className={styles.stack}>
          {name}
          <small>
            <code>{prefix}…</code> · {owner}
          </small>
        </span>
      ),
    },
    {
      key: 'reach',
      header: m.key_reach(),
      cell: ({ scopes, departments, addresses, requestsPerMinute }) => (
        <span className={styles.stack}>
          {scopes.map((scope) => SCOPE[scope]()).join('; ')}
          <small>
            {departments.length > 0 ? departments.join(', ') : m.key_all_departments()} ·{' '}
            {addresses.length > 0 ? addresses.join(', ') : m.key_any_address()} ·{' '}
            {m.key_rate_said({ count: requestsPerMinute })}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      header: m.key_state(),
      cell: (apiKey) => (
        <span className={styles.stack}>
          <StatusChip tone={STATE[apiKey.state].tone}>{STATE[apiKey.state].name()}</StatusChip>
          {apiKey.state === 'live' && <small>{lastDayOf(apiKey)}</small>}
        </span>
      ),
    },
    {
      key: 'used',
      header: m.key_used(),
      cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : ABSENT),
    },
    {
      key: 'acts',
      header: m.key_acts(),
      cell: (apiKey) => (
        <span className={styles.acts}>
          {apiKey.allowedActions.includes('api-key.rotate') && (
            <Button
              size="small"
              aria-label={m.key_rotate_of({ name: apiKey.name })}
              onPress={() => setOpen({ act: 'rotate', apiKey })}
            >
              {m.key_rotate()}
            </Button>
          )}
          {apiKey.allowedActions.includes('api-key.revoke') && (
            <Button
              size="small"
              look="quiet"
              aria-label={m.key_revoke_of({ name: apiKey.name })}
              onPress={() => setOpen({ act: 'revoke', apiKey })}
            >
              {m.key_revoke()}
            </Button>
          )}
        </span>
      ),
    },
  ]
}
