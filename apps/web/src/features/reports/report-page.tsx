import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ChartCard } from './chart-card.tsx'
import { FileLinks } from './file-links.tsx'
import { LetterheadCard } from './letterhead-card.tsx'
import { Paper } from './paper.tsx'
import { type Report, reportOfYear, reportQuery, reportsQuery } from './queries.ts'
import { ReportChecks } from './report-checks.tsx'
import { ReportSteps } from './report-steps.tsx'
import { numberOf, STATE } from './report-words.ts'
import styles from './reports.module.css'
import { DraftButton } from './reports-page.tsx'
import { SectionsCard } from './sections-card.tsx'
import { SourceCard } from './source-card.tsx'
import { useReportEdit } from './use-report-acts.ts'

/** The report of a year: its sections, the paper, what is still open. */
export function ReportPage() {
  const { nam } = useParams({ from: '/signed-in/bao-cao/$nam' })
  const { ban } = useSearch({ from: '/signed-in/bao-cao/$nam' })
  const { code } = useCurrentPlan()
  const { items } = useSuspenseQuery(reportsQuery(code)).data
  const year = Number(nam)
  usePageTitle(m.ward_report_title({ year }))
  const brief = items.find(({ id, year: of }) => id === ban && of === year) ?? reportOfYear(items, year)
  if (!brief) return <NoReport year={year} />
  return <Builder plan={code} id={brief.id} />
}

function NoReport({ year }: { year: number }) {
  return (
    <>
      <PageHeader title={m.ward_report_title({ year })} />
      <EmptyState
        icon={FileText}
        title={m.ward_report_missing({ year })}
        actions={<DraftButton year={year} />}
      >
        {m.ward_report_missing_text()}
      </EmptyState>
    </>
  )
}

function Builder({ plan, id }: { plan: string; id: string }) {
  const report = useSuspenseQuery(reportQuery(plan, id)).data
  const edit = useReportEdit(plan, report)
  const [figure, showFigure] = useState<string | null>(null)
  const mayEdit = report.allowedActions.includes('ward-report.edit')
  return (
    <>
      <ReportHeader plan={plan} report={report} />
      {report.state === 'returned' && report.reason && (
        <Notice kind="warning" title={m.ward_report_returned_because()}>
          {report.reason}
        </Notice>
      )}
      {report.correctedBy && <Notice kind="info">{m.ward_report_is_corrected()}</Notice>}
      <ReportSteps plan={plan} report={report} />
      <div className={styles.builder}>
        <div className={styles.column}>
          {mayEdit && <SectionsCard report={report} onChange={(sections) => edit.mutate({ sections })} />}
          {mayEdit && <ChartCard plan={plan} report={report} />}
          {mayEdit && <LetterheadCard report={report} edit={edit} />}
        </div>
        <Paper
          plan={plan}
          report={report}
          shownFigure={figure}
          onFigure={showFigure}
          edit={mayEdit ? edit : null}
        />
        <div className={styles.column}>
          <SourceCard report={report} figure={figure} />
          <ReportChecks plan={plan} report={report} />
        </div>
      </div>
    </>
  )
}

function ReportHeader({ plan, report }: { plan: string; report: Report }) {
  const { year, state } = report
  const number = numberOf(report)
  return (
    <PageHeader
      trail={
        <Breadcrumbs label={m.app_breadcrumbs_label()}>
          <TextLink to={PATHS.reports}>{m.reports_title()}</TextLink>
          <span>{year}</span>
        </Breadcrumbs>
      }
      title={m.ward_report_title({ year })}
      sub={
        <span className={styles.facts}>
          <StatusChip tone={STATE[state].tone}>{STATE[state].name()}</StatusChip>
          <span>{m.ward_report_as_of({ day: formatDay(report.asOf) })}</span>
          {number && report.issuedOn && (
            <span>{m.ward_report_issued_as({ number, day: formatDay(report.issuedOn) })}</span>
          )}
        </span>
      }
      actions={<FileLinks plan={plan} id={report.id} />}
    />
  )
}
