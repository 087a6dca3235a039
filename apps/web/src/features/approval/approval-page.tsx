import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './approval.module.css'
import { ApprovalFilters } from './approval-filters.tsx'
import { DecidedNotice } from './decided-notice.tsx'
import { approvalQueueQuery, type Waiting } from './queries.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { useDecide } from './use-decide.ts'
import { mayBeDecided, WaitingCard } from './waiting-card.tsx'

const NO_NOTES: ReadonlyMap<string, string> = new Map()

/** What waits to be approved: look, choose, approve or send back. */
export function ApprovalPage() {
  usePageTitle(m.approval_title())
  const plan = useCurrentPlan().code
  const search = useSearch({ from: '/signed-in/duyet-so-lieu' })
  const navigate = useNavigate()
  const queue = useSuspenseQuery(approvalQueueQuery(plan, search)).data
  const departments = useSuspenseQuery(departmentsQuery(plan)).data.items
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isReturning, setReturning] = useState(false)
  const decide = useDecide()

  const shown = search.xem ? queue.items.filter(isOdd) : queue.items
  const items = shown.filter((item) => mayBeDecided(item) && chosen.has(item.measurement.id))
  const codes = [...new Set(shown.map(({ indicator }) => indicator.code))]

  function choose(ids: readonly string[], isChosen: boolean) {
    const next = new Set(chosen)
    for (const id of ids) isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  function decideOn(act: 'approve' | 'return', note = '', notes = NO_NOTES) {
    decide.mutate(
      { act, items, note, notes },
      {
        onSuccess: () => {
          setChosen(new Set())
          setReturning(false)
        },
      },
    )
  }

  return (
    <>
      <PageHeader
        title={m.approval_title()}
        sub={<span>{m.approval_count({ count: queue.total })}</span>}
        actions={
          <ButtonLink to={PATHS.completeness} search={{ nam: search.nam ?? yearNow() }}>
            {m.completeness_title()}
          </ButtonLink>
        }
      />
      <ApprovalFilters
        search={search}
        departments={departments.filter(({ reports }) => reports)}
        onChange={(wish) => navigate({ to: PATHS.approval, search: { ...search, ...wish }, replace: true })}
      />
      {decide.isError && <ProblemNotice error={decide.error} />}
      {decide.data && <DecidedNotice decided={decide.data} />}
      {queue.total > queue.items.length && (
        <Notice title={m.approval_first({ shown: queue.items.length, count: queue.total })} />
      )}
      {codes.length === 0 && (
        <EmptyState icon={CircleCheck} title={m.approval_none()}>
          {m.approval_none_text()}
        </EmptyState>
      )}
      {codes.map((code) => (
        <WaitingCard
          key={code}
          items={shown.filter(({ indicator }) => indicator.code === code)}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      {items.length > 0 && (
        <section className={styles.bar} aria-label={m.approval_bar()}>
          <span>{m.approval_chosen({ count: items.length })}</span>
          <span className={styles.buttons}>
            <Button look="primary" isDisabled={decide.isPending} onPress={() => decideOn('approve')}>
              <CircleCheck aria-hidden />
              {m.approval_approve({ count: items.length })}
            </Button>
            <Button isDisabled={decide.isPending} onPress={() => setReturning(true)}>
              <Undo2 aria-hidden />
              {m.approval_return({ count: items.length })}
            </Button>
          </span>
        </section>
      )}
      {isReturning && items.length > 0 && (
        <ReturnDialog
          items={items}
          isPending={decide.isPending}
          onReturn={(note, notes) => decideOn('return', note, notes)}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}

function isOdd({ measurement, inForce }: Waiting): boolean {
  return inForce !== null || measurement.warnings.some(({ level }) => level === 'warn')
}
