import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink, TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { IndicatorGroups, summaryQuery } from '../indicators/index.ts'
import { NextDeadlines } from './next-deadlines.tsx'
import styles from './overview.module.css'
import { StatusCounts } from './status-counts.tsx'
import { WhyBehind } from './why-behind.tsx'

/** The whole plan at a glance, from one request. */
export function OverviewPage() {
  usePageTitle(m.nav_overview())
  const { data: summary } = useSuspenseQuery(summaryQuery(useCurrentPlan().code))
  const mayImport = useMay('measurement.import')
  const { plan, counts, tasks, figuresUntil, groups, indicators, deadlines } = summary
  const sub = [
    m.overview_sub_indicators({ count: counts.total }),
    ...(counts.overridden > 0 ? [m.overview_sub_overridden({ count: counts.overridden })] : []),
    ...(counts.provisional > 0 ? [m.overview_sub_provisional({ count: counts.provisional })] : []),
    m.overview_sub_tasks({ count: tasks.total }),
    figuresUntil ? m.overview_sub_until({ day: formatDay(figuresUntil) }) : m.overview_sub_none(),
  ]
  return (
    <>
      <PageHeader
        title={<span lang="vi">{plan.title}</span>}
        sub={<p>{sub.join(' · ')}</p>}
        actions={<NextDeadlines deadlines={deadlines} />}
      />
      <StatusCounts byStatus={counts.byStatus} />
      {!figuresUntil && (
        <Notice
          title={m.overview_empty()}
          actions={mayImport && <OnwardLink to={PATHS.import}>{m.overview_import()}</OnwardLink>}
        >
          {m.overview_empty_text()}
        </Notice>
      )}
      <div className={styles.columns}>
        <Card
          title={m.overview_indicators()}
          flush
          foot={<OnwardLink to={PATHS.indicators}>{m.overview_all()}</OnwardLink>}
        >
          <IndicatorGroups groups={groups} indicators={indicators} />
        </Card>
        <div className={styles.aside}>
          <WhyBehind indicators={indicators} />
          {tasks.unassigned > 0 && (
            <Notice kind="warning">
              {m.overview_unassigned({ count: tasks.unassigned, total: tasks.total })}{' '}
              <TextLink to={PATHS.tasks} search={{ 'phan-cong': 'chua' }}>
                {m.overview_assign()}
              </TextLink>
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}
