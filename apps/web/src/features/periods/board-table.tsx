import { ABSENT, formatInstant, formatLastDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { hasNotSent } from './board-search.ts'
import { PART, REPORT_STATE, REPORT_TONE, requestWords } from './period-words.ts'
import styles from './periods.module.css'
import type { ReportBrief } from './queries.ts'
import { QuickActs } from './quick-acts.tsx'

interface BoardTableProps {
  year: number
  reports: readonly ReportBrief[]
  mayRemind: boolean
}

/** Departments × parts: what is there of what is owed, and how the report as a whole stands. */
export function BoardTable({ year, reports, mayRemind }: BoardTableProps) {
  const parts = [...new Set(reports.flatMap((report) => report.parts.map(({ part }) => part)))]
  const columns: Column<ReportBrief>[] = [
    {
      key: 'department',
      header: m.board_department(),
      rowHeader: true,
      cell: ({ department }) => (
        <TextLink to={PATHS.report} params={{ nam: String(year), boPhan: department.code }}>
          {department.shortName}
        </TextLink>
      ),
    },
    ...parts.map((part) => ({
      key: part,
      header: PART[part](),
      number: true,
      cell: (report: ReportBrief) => <PartCell standing={report.parts.find((each) => each.part === part)} />,
    })),
    {
      key: 'report',
      header: m.board_report(),
      cell: (report) => (
        <span className={styles.stack}>
          <ReportCell report={report} />
          <QuickActs report={report} year={year} mayRemind={mayRemind} />
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={m.board_caption({ year })}
      columns={columns}
      rows={reports}
      rowKey={({ department }) => department.code}
    />
  )
}

function PartCell({ standing }: { standing: ReportBrief['parts'][number] | undefined }) {
  if (!standing) return null
  const { part, required, done } = standing
  if (part === 'obstacles') return <span className={styles.quiet}>{done}</span>
  if (part === 'request')
    return <span className={done > 0 ? styles.full : styles.quiet}>{requestWords(done)}</span>
  if (required === 0) return <span className={styles.quiet}>{ABSENT}</span>
  return (
    <span className={done === required ? styles.full : styles.short}>{m.part_of({ done, required })}</span>
  )
}

function ReportCell({ report }: { report: ReportBrief }) {
  const { state, late, receipt, submittedAt, returns, exemptBecause, extended, lastDay, complete } = report
  const sent = submittedAt !== null && !hasNotSent(report)
  return (
    <span className={styles.stack}>
      <StatusChip tone={REPORT_TONE[state]}>{REPORT_STATE[state]()}</StatusChip>
      {sent && receipt !== null && (
        <small>{m.board_receipt({ receipt, at: formatInstant(submittedAt) })}</small>
      )}
      {sent && late === true && <small className={styles.late}>{m.board_late()}</small>}
      {sent && !complete && <small className={styles.late}>{m.board_incomplete()}</small>}
      {returns > 0 && <small>{m.board_returns({ returns })}</small>}
      {extended && state !== 'exempt' && <small>{m.board_extended({ until: formatLastDay(lastDay) })}</small>}
      {exemptBecause && <small>{exemptBecause}</small>}
    </span>
  )
}
