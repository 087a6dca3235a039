import { formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import type { ImportReport } from './import-report.ts'
import styles from './imports.module.css'

/** How many rows there were, and what becomes of them. */
export function Counts({ counts }: Pick<ImportReport, 'counts'>) {
  const shown = [
    { label: m.import_count_read(), count: counts.read },
    { label: m.import_count_created(), count: counts.created },
    { label: m.import_count_updated(), count: counts.updated },
    { label: m.import_count_unchanged(), count: counts.unchanged },
    { label: m.import_count_rejected(), count: counts.rejected, isBad: counts.rejected > 0 },
  ]
  return (
    <dl className={styles.counts} aria-label={m.import_counts()}>
      {shown.map(({ label, count, isBad }) => (
        <div key={label} className={cx(isBad && styles.bad)}>
          <dt>{label}</dt>
          <dd>{formatNumber(count, 0)}</dd>
        </div>
      ))}
    </dl>
  )
}
