import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { IndicatorFilters } from './indicator-filters.tsx'
import { IndicatorGroups } from './indicator-groups.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { summaryQuery } from './queries.ts'
import { type IndicatorsSearch, leftBy } from './search.ts'

/** Every indicator of the plan; what is shown stands in the address. */
export function IndicatorsPage() {
  usePageTitle(m.indicators_title())
  const { data: summary } = useSuspenseQuery(summaryQuery(useCurrentPlan().code))
  const search = useSearch({ from: '/signed-in/chi-tieu' })
  const navigate = useNavigate()
  const left = leftBy(search, summary.indicators)

  function change(wish: IndicatorsSearch) {
    void navigate({ to: '.', search: (old) => ({ ...old, ...wish }), replace: true, resetScroll: false })
  }

  const count = (
    <span role="status">{m.indicators_shown({ shown: left.length, total: summary.indicators.length })}</span>
  )
  return (
    <>
      <PageHeader title={m.indicators_title()} />
      <IndicatorFilters search={search} groups={summary.groups} onChange={change} />
      {left.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={m.indicators_none()}
          actions={
            <Button onPress={() => change({ nhom: undefined, trangthai: undefined, tim: undefined })}>
              {m.indicators_clear()}
            </Button>
          }
        >
          {m.indicators_none_text()}
        </EmptyState>
      ) : search.xem === 'bang' ? (
        <Card title={count} aside={m.indicators_points()} flush>
          <IndicatorTable indicators={left} />
        </Card>
      ) : (
        <Card title={count} flush>
          <IndicatorGroups groups={summary.groups} indicators={left} />
        </Card>
      )}
    </>
  )
}
