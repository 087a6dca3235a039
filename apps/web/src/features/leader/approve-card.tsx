import { useQueries, useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { approvalQueueQuery } from '../approval/queries.ts'
import { boardQuery, periodsQuery } from '../periods/queries.ts'
import { reportsQuery } from '../reports/queries.ts'
import { yearlyPlansQuery } from '../tasks/queries.ts'
import { type Row, RowCard } from './row-card.tsx'

const at = (path: string, params: Record<string, string | number>) =>
  Object.entries(params).reduce((href, [name, value]) => href.replace(`$${name}`, String(value)), path)

/** What was sent up and waits for a signature or an approval, the ward's own report first. */
export function ApproveCard() {
  const plan = useCurrentPlan().code
  const year = Number(yearNow())
  const reports = useQuery(reportsQuery(plan)).data?.items ?? []
  const periods = useQuery(periodsQuery(plan)).data?.items ?? []
  const boards = useQueries({
    queries: periods.filter(({ state }) => state === 'open').map((period) => boardQuery(plan, period.year)),
  })
  const plans = useQueries({ queries: [year, year + 1].map((of) => yearlyPlansQuery(plan, of)) })
  const figures = useQuery(approvalQueueQuery(plan, {})).data?.items.length ?? 0
  const rows: Row[] = [
    ...reports
      .filter(({ state }) => state === 'submitted')
      .map((report) => ({
        href: at(PATHS.reportApproval, { nam: report.year }),
        title: m.leader_ward_report({ year: report.year }),
      })),
    ...boards.flatMap(({ data }) =>
      (data?.items ?? [])
        .filter(({ state }) => state === 'submitted')
        .map(({ department }) => ({
          href: at(PATHS.report, { nam: data?.year ?? year, boPhan: department.code }),
          title: m.leader_department_report({ year: data?.year ?? year, name: department.shortName }),
        })),
    ),
    ...plans.flatMap(({ data }) =>
      (data?.items ?? [])
        .filter(({ allowedActions }) => allowedActions.includes('yearly-plan.accept'))
        .map(({ department, year: of }) => ({
          href: at(PATHS.yearlyPlan, { nam: of, boPhan: department.code }),
          title: m.leader_yearly_plan({ year: of, name: department.shortName }),
        })),
    ),
    ...(figures > 0 ? [{ href: PATHS.approval, title: m.leader_figures_waiting({ count: figures }) }] : []),
  ]
  return <RowCard title={m.leader_approve()} rows={rows} none={m.leader_approve_none()} />
}
