import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { ChangeList } from './change-list.tsx'
import { type Report, reportChangesQuery, reportsQuery } from './queries.ts'
import { CHECK } from './report-words.ts'
import styles from './reports.module.css'
import { useReportAct } from './use-report-acts.ts'

/** What stands between the draft and its signature, and what has changed since its figures were read. */
export function ReportChecks({ plan, report }: { plan: string; report: Report }) {
  const isOpen = report.allowedActions.includes('ward-report.refresh')
  return (
    <>
      <Card title={m.ward_report_checks()}>
        <ul className={styles.checks}>
          {report.checks.map(({ code, weight, about }) => (
            <li key={code} className={weight === 'owed' ? styles.owed : undefined}>
              {weight === 'owed' ? <TriangleAlert aria-hidden /> : <Info aria-hidden />}
              <span>
                {CHECK[code](about.length)}
                {weight === 'owed' && <small>{m.ward_report_check_owed()}</small>}
              </span>
            </li>
          ))}
          {report.checks.length === 0 && (
            <li>
              <CircleCheck aria-hidden />
              {m.ward_report_checks_none()}
            </li>
          )}
        </ul>
      </Card>
      {isOpen && <PendingChanges plan={plan} report={report} />}
      <CompareCard plan={plan} report={report} />
    </>
  )
}

function PendingChanges({ plan, report }: { plan: string; report: Report }) {
  const pending = useQuery(reportChangesQuery(plan, report.id, 'now'))
  const brought = useQuery(reportChangesQuery(plan, report.id, 'previous'))
  const refresh = useReportAct(plan, report)
  const waiting = pending.data?.items ?? []
  const before = brought.data?.items ?? []
  return (
    <Card title={m.ward_report_changes()}>
      <div className={styles.stack}>
        <p role="status">{m.ward_report_changes_waiting({ count: waiting.length })}</p>
        <ChangeList changes={waiting} />
        <Button size="small" isPending={refresh.isPending} onPress={() => refresh.mutate({ act: 'refresh' })}>
          {m.ward_report_refresh()}
        </Button>
        {before.length > 0 && (
          <details>
            <summary>{m.ward_report_changes_brought({ count: before.length })}</summary>
            <ChangeList changes={before} />
          </details>
        )}
      </div>
    </Card>
  )
}

function CompareCard({ plan, report }: { plan: string; report: Report }) {
  const others = useQuery(reportsQuery(plan)).data?.items ?? []
  const before = others.find(({ year }) => year < report.year)
  if (!before) return null
  return (
    <Card title={m.ward_report_compare()}>
      <TextLink
        to={PATHS.reportComparison}
        params={{ nam: String(report.year) }}
        search={{ voi: String(before.year) }}
      >
        {m.ward_report_compare_with({ year: before.year })}
      </TextLink>
    </Card>
  )
}
