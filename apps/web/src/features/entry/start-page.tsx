import { useSuspenseQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { nameOf } from '../indicators/names.ts'
import { summaryQuery } from '../indicators/queries.ts'
import styles from './entry-page.module.css'
import { entryFormQuery } from './queries.ts'
import type { FormIndicator } from './shapes.ts'

/** What there is to enter this year, group by group, and how far each is. */
export function EntryStartPage() {
  const plan = useCurrentPlan().code
  const { data: summary } = useSuspenseQuery(summaryQuery(plan))
  const year = Number(summary.asOf.slice(0, 4))
  const { data: form } = useSuspenseQuery(entryFormQuery(plan, year))
  const mayEnter = useMay('measurement.save')
  const mayIssue = useMay('slip.issue')
  usePageTitle(m.entry_title({ year }))
  const groups = summary.groups
    .map(({ code, title }) => ({
      code,
      title,
      indicators: form.indicators.filter(({ group }) => group === code),
    }))
    .filter(({ indicators }) => indicators.length > 0)
  return (
    <>
      <PageHeader
        title={m.entry_title({ year })}
        sub={<span>{m.entry_cut_off({ day: formatDay(form.cutOff) })}</span>}
        actions={mayIssue && <ButtonLink to={PATHS.slips}>{m.slip_title()}</ButtonLink>}
      />
      {groups.length === 0 && (
        <EmptyState icon={Inbox} title={mayEnter ? m.entry_nothing_yours() : m.entry_may_not()} />
      )}
      {groups.map(({ code, title, indicators }) => (
        <Card key={code} title={title} flush>
          <ul className={styles.list}>
            {indicators.map((indicator) => (
              <li key={indicator.code}>
                <TextLink
                  to={PATHS.entry}
                  params={{ nam: String(year), nhom: code }}
                  search={{ ct: indicator.code }}
                >
                  {nameOf(indicator)}
                </TextLink>
                <span>{progressOf(indicator)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}

function progressOf({ cells, lock }: FormIndicator): string {
  if (lock) return m.entry_locked_short()
  const entered = cells.filter(({ measurement }) => measurement !== null)
  const returned = entered.filter(({ measurement }) => measurement?.state === 'returned').length
  const drafts = entered.filter(({ measurement }) => measurement?.state === 'draft').length
  if (returned > 0) return m.entry_progress_returned({ count: returned })
  if (entered.length === 0) return m.entry_progress_none()
  const counts = { done: entered.length, of: cells.length }
  return drafts > 0 ? m.entry_progress_drafts(counts) : m.entry_progress_done(counts)
}
