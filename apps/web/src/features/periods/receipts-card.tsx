import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'

/** Every time the report was sent: its number, when, by whom, and whether that was in time. */
export function ReceiptsCard({ report }: { report: DepartmentReport }) {
  if (report.receipts.length === 0) return null
  return (
    <Card title={m.receipts_title()} flush>
      <ul className={styles.rows}>
        {report.receipts.map(({ receipt, submittedAt, submittedBy, late, complete }) => (
          <li key={receipt}>
            <span>
              <b>{m.receipt_number({ receipt, year: report.year })}</b> ·{' '}
              {m.by_whom_when({ by: submittedBy, at: formatInstant(submittedAt) })}
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
