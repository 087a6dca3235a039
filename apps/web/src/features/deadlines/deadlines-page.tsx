import { useSuspenseQueries } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DeadlineList } from './deadline-list.tsx'
import { deadlinesQuery, departmentsQuery } from './queries.ts'

export function DeadlinesPage() {
  usePageTitle(m.deadlines_title())
  const { code } = useCurrentPlan()
  const [deadlines, departments] = useSuspenseQueries({
    queries: [deadlinesQuery(code), departmentsQuery(code)],
  })
  return (
    <>
      <PageHeader title={m.deadlines_title()} sub={m.deadlines_sub()} />
      {deadlines.data.items.length > 0 ? (
        <DeadlineList deadlines={deadlines.data.items} departments={departments.data.items} />
      ) : (
        <EmptyState icon={CalendarClock} title={m.deadlines_empty()}>
          {m.deadlines_empty_text()}
        </EmptyState>
      )}
    </>
  )
}
