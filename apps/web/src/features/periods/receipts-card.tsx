import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'

const FORMATS = ['docx', 'xlsx', 'json'] as const

/** The report as it was sent, laid out as a document: the browser saves it under the name that the service gives. */
function ReceiptFiles({ plan, year, receipt }: { plan: string; year: number; receipt: number }) {
  return (
    <span className={styles.files}>
      {FORMATS.map((format) => (
        <a
          key={format}
          href={`/api/v1/plans/${plan}/periods/${year}/receipts/${receipt}/files/${format}`}
          download
          aria-label={m.receipt_download({ receipt, format })}
        >
          .{format}
        </a>
      ))}
    </span>
  )
}

/** Every time the report was sent: its number, when, by whom, and whether that was in time. */
export function ReceiptsCard({ report }: { report: DepartmentReport }) {
  const { code } = useCurrentPlan()
  if (report.receipts.length === 0) return null
  return (
    <Card title={m.receipts_title()} flush>
      <ul className={styles.rows}>
        {report.receipts.map(({ receipt, submittedAt, submittedBy, late, complete }) => (
          <li key={receipt}>
            <span>
              <b>{m.receipt_number({ receipt, year: report.year })}</b> ·{' '}
              {m.by_whom_when({ by: submittedBy, at: formatInstant(submittedAt) })}
              <ReceiptFiles plan={code} year={report.year} receipt={receipt} />
            </span>
            <span className={late || !complete ? styles.late : styles.quiet}>
              {complete ? (late ? m.board_late() : m.receipt_on_time()) : m.board_incomplete()}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
