import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Counts } from './counts.tsx'
import { FaultTable } from './fault-table.tsx'
import { ImportChoices } from './import-choices.tsx'
import type { ImportOptions } from './import-options.ts'
import { type ImportReport, verdictOf } from './import-report.ts'
import { ImportVerdict } from './import-verdict.tsx'
import styles from './imports.module.css'
import { MapColumns } from './map-columns.tsx'
import { ReadingNotes } from './reading-notes.tsx'

interface ImportPreviewProps {
  report: ImportReport
  options: ImportOptions
  onChoose: (change: Partial<ImportOptions>) => void
  /** What can be done now: above the faults, however many there are. */
  actions: ReactNode
}

/** What would be written, what would not and why; nothing has happened yet. */
export function ImportPreview({ report, options, onChoose, actions }: ImportPreviewProps) {
  const { errors, warnings, columns } = report
  return (
    <>
      <ImportVerdict report={report} />
      {verdictOf(report) !== 'unreadable' && <Counts counts={report.counts} />}
      {columns.ignored.length > 0 && (
        <p className={styles.hint}>{m.import_ignored({ columns: columns.ignored.join(', ') })}</p>
      )}
      <ReadingNotes report={report} options={options} onChoose={onChoose} />
      <ImportChoices report={report} options={options} onChoose={onChoose} />
      <MapColumns report={report} />
      {actions}
      {errors.length > 0 && (
        <Card title={m.import_faults()} flush aside={<RejectedRowsLink report={report} />}>
          <FaultTable caption={m.import_faults()} remarks={errors} resource={report.resource} />
          {report.errorsTruncated && (
            <p className={styles.cut}>{m.import_faults_truncated({ count: errors.length })}</p>
          )}
        </Card>
      )}
      {warnings.length > 0 && (
        <Card title={m.import_warnings()} flush aside={m.import_warnings_text()}>
          <FaultTable caption={m.import_warnings()} remarks={warnings} resource={report.resource} />
        </Card>
      )}
    </>
  )
}

/** A plain link: the browsers inside chat apps cannot save what a script makes. */
export function RejectedRowsLink({ report }: { report: ImportReport }) {
  if (!report.errorsUrl) return null
  return (
    <a className={buttonClass('secondary', 'small')} href={report.errorsUrl} download>
      <Download aria-hidden />
      {m.import_download()}
    </a>
  )
}
