import { m } from '../../paraglide/messages.js'
import { fileAddress } from './queries.ts'
import styles from './reports.module.css'

const FORMATS = ['docx', 'xlsx', 'json'] as const

/** Plain links: the browser saves the file under the name that the service gives it. */
export function FileLinks({ plan, id }: { plan: string; id: string }) {
  return (
    <span className={styles.files}>
      {FORMATS.map((format) => (
        <a
          key={format}
          href={fileAddress(plan, id, format)}
          download
          aria-label={m.ward_report_download({ format })}
        >
          .{format}
        </a>
      ))}
    </span>
  )
}
