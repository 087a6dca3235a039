import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { ABSENT, formatNumber } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { comparisonQuery, type ReportBrief, reportOfYear, reportsQuery } from './queries.ts'
import styles from './reports.module.css'

/** Two years beside each other, from their snapshots: as a table and in words. */
export function ComparisonPage() {
  const { nam } = useParams({ from: '/signed-in/bao-cao/$nam/so-sanh' })
  const { voi } = useSearch({ from: '/signed-in/bao-cao/$nam/so-sanh' })
  const { code } = useCurrentPlan()
  const { items } = useSuspenseQuery(reportsQuery(code)).data
  const year = Number(nam)
  const after = reportOfYear(items, year)
  const before = reportOfYear(items, Number(voi ?? year - 1))
  usePageTitle(m.comparison_title({ year, other: Number(voi ?? year - 1) }))
  if (!after || !before)
    return (
      <>
        <PageHeader title={m.ward_report_compare()} />
        <EmptyState icon={FileText} title={m.comparison_missing()} />
      </>
    )
  return <Comparison plan={code} before={before} after={after} />
}

function Comparison({ plan, before, after }: { plan: string; before: ReportBrief; after: ReportBrief }) {
  const { rows } = useSuspenseQuery(comparisonQuery(plan, after.id, before.id)).data
  type Row = (typeof rows)[number]
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: m.comparison_indicator(),
      rowHeader: true,
      cell: ({ code, name }) => (
        <span lang="vi">
          {code} · {name}
        </span>
      ),
    },
    {
      key: 'before',
      header: m.comparison_year({ year: before.year }),
      number: true,
      cell: (row) => <span lang="vi">{row.before.text}</span>,
    },
    {
      key: 'after',
      header: m.comparison_year({ year: after.year }),
      number: true,
      cell: (row) => <span lang="vi">{row.after.text}</span>,
    },
    { key: 'change', header: m.comparison_change(), number: true, cell: ({ change }) => signed(change) },
  ]
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.reports}>{m.reports_title()}</TextLink>
            <TextLink to={PATHS.wardReport} params={{ nam: String(after.year) }}>
              {after.year}
            </TextLink>
          </Breadcrumbs>
        }
        title={m.comparison_title({ year: after.year, other: before.year })}
      />
      <Card title={m.comparison_table()} flush>
        <Table caption={m.comparison_table()} columns={columns} rows={rows} rowKey={({ code }) => code} />
      </Card>
      <Card title={m.comparison_words()}>
        <ul className={styles.plain} lang="vi">
          {rows.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function signed(change: number | null): string {
  if (change === null) return ABSENT
  const size = formatNumber(Math.abs(change), 1)
  if (change === 0) return size
  return change > 0 ? `+${size}` : `−${size}`
}
