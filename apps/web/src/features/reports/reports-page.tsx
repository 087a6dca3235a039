import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { ABSENT, formatDay, yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { FileLinks } from './file-links.tsx'
import { type ReportBrief, reportOfYear, reportsQuery } from './queries.ts'
import { numberOf, STATE } from './report-words.ts'
import styles from './reports.module.css'
import { useDraftReport } from './use-report-acts.ts'

/** The reports of the ward, year by year. */
export function ReportsPage() {
  usePageTitle(m.reports_title())
  const { code } = useCurrentPlan()
  const { items: reports } = useSuspenseQuery(reportsQuery(code)).data
  const year = Number(yearNow())
  const isDue = !reportOfYear(reports, year)
  return (
    <>
      <PageHeader
        title={m.reports_title()}
        sub={m.reports_sub()}
        actions={isDue && <DraftButton year={year} />}
      />
      {reports.length === 0 ? (
        <EmptyState icon={FileText} title={m.reports_none()}>
          {m.reports_none_text()}
        </EmptyState>
      ) : (
        <Card title={m.reports_list()} flush>
          <Table
            caption={m.reports_list()}
            columns={columnsFor(code, reports)}
            rows={reports}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
    </>
  )
}

/** Starts the report of a year and goes there. */
export function DraftButton({ year, corrects }: { year: number; corrects?: ReportBrief }) {
  const { code } = useCurrentPlan()
  const draft = useDraftReport(code)
  const navigate = useNavigate()
  if (!useMay('ward-report.draft')) return null
  return (
    <div className={styles.stack}>
      <Button
        look={corrects ? 'secondary' : 'primary'}
        isPending={draft.isPending}
        onPress={() =>
          draft.mutate(
            { year, ...(corrects ? { corrects: corrects.id } : {}) },
            {
              onSuccess: () => navigate({ to: PATHS.wardReport, params: { nam: String(year) }, search: {} }),
            },
          )
        }
      >
        {corrects ? m.ward_report_correct() : m.ward_report_draft({ year })}
      </Button>
      {draft.isError && <ProblemNotice error={draft.error} />}
    </div>
  )
}

function columnsFor(plan: string, all: readonly ReportBrief[]): readonly Column<ReportBrief>[] {
  return [
    {
      key: 'year',
      header: m.ward_report_column_year(),
      rowHeader: true,
      cell: (report) =>
        reportOfYear(all, report.year)?.id === report.id ? (
          <TextLink to={PATHS.wardReport} params={{ nam: String(report.year) }}>
            {m.ward_report_title({ year: report.year })}
          </TextLink>
        ) : (
          <TextLink to={PATHS.wardReport} params={{ nam: String(report.year) }} search={{ ban: report.id }}>
            {m.ward_report_corrected({ year: report.year })}
          </TextLink>
        ),
    },
    {
      key: 'state',
      header: m.ward_report_column_state(),
      cell: ({ state }) => <StatusChip tone={STATE[state].tone}>{STATE[state].name()}</StatusChip>,
    },
    { key: 'number', header: m.ward_report_column_number(), cell: (report) => numberOf(report) ?? ABSENT },
    {
      key: 'day',
      header: m.ward_report_column_day(),
      cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : ABSENT),
    },
    {
      key: 'files',
      header: m.ward_report_column_files(),
      cell: ({ id }) => <FileLinks plan={plan} id={id} />,
    },
  ]
}
