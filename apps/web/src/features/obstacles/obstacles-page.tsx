import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { OctagonPause } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { ExportLink } from '../imports/index.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { ObstacleFilters } from './obstacle-filters.tsx'
import { ObstacleTable } from './obstacle-table.tsx'
import { obstaclesQuery, wantedBy } from './queries.ts'
import { RaiseObstacle } from './raise-obstacle.tsx'

/** All obstacles: whom each waits for, and how long it has. */
export function ObstaclesPage() {
  usePageTitle(m.obstacles_title())
  const { code } = useCurrentPlan()
  const search = useSearch({ from: '/signed-in/vuong-mac' })
  const navigate = useNavigate()
  const { items: departments } = useSuspenseQuery(departmentsQuery(code)).data
  const { data, error } = useQuery({
    ...obstaclesQuery(code, wantedBy(search)),
    placeholderData: keepPreviousData,
  })
  const obstacles = data?.items ?? []
  const unseen = obstacles.filter(
    (each) => each.hasUnseenAnswer && each.allowedActions.includes('obstacle.acknowledge'),
  )
  return (
    <>
      <PageHeader
        title={m.obstacles_title()}
        sub={data && m.obstacles_count({ count: obstacles.length })}
        actions={
          <>
            <ExportLink resource="obstacles" />
            <RaiseObstacle look="primary" />
          </>
        }
      />
      {error && <ProblemNotice error={error} />}
      {unseen.length > 0 && <Notice title={m.obstacles_answered({ count: unseen.length })} />}
      <Card
        title={m.obstacles_list()}
        flush
        aside={
          <ObstacleFilters
            search={search}
            departments={departments.filter((each) => each.reports)}
            onChange={(wish) =>
              navigate({ to: PATHS.obstacles, search: { ...search, ...wish }, replace: true })
            }
          />
        }
      >
        {data && obstacles.length === 0 ? (
          <EmptyState
            icon={OctagonPause}
            title={m.obstacles_empty()}
            actions={
              <ButtonLink to={PATHS.obstacles} search={{ xem: 'tat-ca' }}>
                {m.obstacles_show_all()}
              </ButtonLink>
            }
          >
            {m.obstacles_empty_text()}
          </EmptyState>
        ) : (
          <ObstacleTable obstacles={obstacles} />
        )}
      </Card>
    </>
  )
}
