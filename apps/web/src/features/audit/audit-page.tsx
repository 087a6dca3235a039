import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './audit.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { type AuditEvent, actInWords } from './audit-words.ts'
import { differencesOf } from './event-details.ts'
import { HeadCard } from './head-card.tsx'
import { auditQuery } from './queries.ts'

/** Who did what, when, from where; what stood there before and what stands there now; and why. */
export function AuditPage() {
  usePageTitle(m.audit_title())
  const search = useSearch({ from: '/signed-in/nhat-ky' })
  const navigate = useNavigate()
  const plan = useCurrentPlan().code
  const mayVerify = useMay('audit.verify')
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    auditQuery(plan, search),
  )
  const events = data.pages.flatMap(({ items }) => items)
  return (
    <>
      <PageHeader title={m.audit_title()} sub={<p>{m.audit_sub()}</p>} />
      <AuditFilters
        search={search}
        onChange={(next) => navigate({ to: PATHS.audit, search: next, replace: true })}
      />
      {search.ai && (
        <p className={styles.only}>
          {m.audit_only_of({ name: events.find(({ actor }) => actor.id === search.ai)?.actor.name ?? '' })}
          <TextLink to={PATHS.audit} search={{ ...search, ai: undefined }}>
            {m.audit_everybody()}
          </TextLink>
        </p>
      )}
      <Card title={m.audit_list()} flush={events.length > 0}>
        {events.length > 0 ? (
          <>
            <Table
              caption={m.audit_list()}
              columns={COLUMNS}
              rows={events}
              rowKey={({ seq }) => String(seq)}
            />
            {hasNextPage && (
              <LoadMore
                shown={m.audit_shown({ count: events.length })}
                label={m.audit_more()}
                isPending={isFetchingNextPage}
                onMore={fetchNextPage}
              />
            )}
          </>
        ) : (
          <EmptyState icon={History} title={m.audit_none()}>
            {m.audit_none_text()}
          </EmptyState>
        )}
      </Card>
      {mayVerify && <HeadCard ofInstallation={search.cua === 'he-thong'} />}
    </>
  )
}

const COLUMNS: Column<AuditEvent>[] = [
  {
    key: 'what',
    header: m.audit_what(),
    rowHeader: true,
    cell: ({ action, resource, resourceId }) => (
      <span className={styles.stack}>
        {actInWords(action)}
        <small>
          {resource} <code>{resourceId.slice(0, 12)}</code>
        </small>
      </span>
    ),
  },
  {
    key: 'at',
    header: m.audit_at(),
    cell: ({ at, seq }) => (
      <span className={styles.stack}>
        {formatInstant(at)}
        <small>{m.audit_seq({ seq })}</small>
      </span>
    ),
  },
  {
    key: 'who',
    header: m.audit_who(),
    cell: ({ actor, ip }) => (
      <span className={styles.stack}>
        {actor.id ? (
          <TextLink
            to={PATHS.audit}
            search={(before) => ({ ...before, ai: actor.id ?? undefined })}
            aria-label={m.audit_only_of({ name: actor.name })}
          >
            {actor.name}
          </TextLink>
        ) : (
          actor.name || m.audit_nobody()
        )}
        {ip && <small>{ip}</small>}
      </span>
    ),
  },
  {
    key: 'change',
    header: m.audit_change(),
    cell: (event) => <Change event={event} />,
  },
]

/** An import is one row: how many, and the hash of what was loaded. */
function Change({ event: { before, after, reason } }: { event: AuditEvent }) {
  const differences = differencesOf(before, after)
  return (
    <div className={styles.stack}>
      {reason && <p>{m.audit_reason({ reason })}</p>}
      {differences.length > 0 && (
        <details className={styles.details}>
          <summary>{m.audit_fields({ count: differences.length })}</summary>
          <dl>
            {differences.map(({ field, before: old, after: now }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {old !== null && <del>{old}</del>} {now !== null && <ins>{now}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  )
}
