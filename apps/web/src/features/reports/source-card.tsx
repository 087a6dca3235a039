import { formatDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { SOURCE_ID } from './figure-text.tsx'
import type { Report } from './queries.ts'
import styles from './reports.module.css'

const FEW = 12

/** Where a figure of the text comes from. */
export function SourceCard({ report, figure }: { report: Report; figure: string | null }) {
  const known = figure === null ? undefined : report.document.figures[figure]
  return (
    <Card title={m.ward_report_source()}>
      <div className={styles.stack} role="status" id={SOURCE_ID}>
        {known ? (
          <>
            <p className={styles.figure} lang="vi">
              {known.text}
            </p>
            {known.source.on && <p>{m.ward_report_source_on({ day: formatDay(known.source.on) })}</p>}
            <Codes resource={known.source.resource} codes={known.source.codes} />
          </>
        ) : (
          <p className={styles.quiet}>{m.ward_report_source_hint()}</p>
        )}
      </div>
    </Card>
  )
}

function Codes({ resource, codes }: { resource: string; codes: readonly string[] }) {
  if (codes.length === 0) return null
  const to =
    resource === 'indicator' || resource === 'plan' ? 'indicator' : resource === 'task' ? 'task' : null
  return (
    <p className={styles.codes}>
      {codes.slice(0, FEW).map((code) =>
        to === 'indicator' ? (
          <TextLink key={code} to={PATHS.indicator} params={{ ma: code }}>
            {code}
          </TextLink>
        ) : to === 'task' ? (
          <TextLink key={code} to={PATHS.task} params={{ so: code }}>
            {code}
          </TextLink>
        ) : (
          <span key={code}>{code}</span>
        ),
      )}
      {codes.length > FEW && <span>{m.ward_report_source_more({ count: codes.length - FEW })}</span>}
    </p>
  )
}
