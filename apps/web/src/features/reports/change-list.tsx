import type { Schemas } from '@tien-do/api-client'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { fieldName } from './report-words.ts'
import styles from './reports.module.css'

type Change = Schemas['ReportChange']

/** Cell by cell: what it said, what it says, who and why. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <ul className={styles.changes}>
      {changes.map(({ subject, code, name, field, before, after, acts }) => (
        <li key={`${subject} ${code} ${field}`}>
          <strong lang="vi">{name}</strong>
          <span>
            {fieldName(field)}: <span lang="vi">{before ?? m.ward_report_nothing()}</span> →{' '}
            <span lang="vi">{after ?? m.ward_report_nothing()}</span>
          </span>
          {acts[0] && (
            <small>
              {acts[0].by}, {formatInstant(acts[0].at)}
              {acts.find(({ reason }) => reason)?.reason &&
                ` · ${acts.find(({ reason }) => reason)?.reason ?? ''}`}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}
