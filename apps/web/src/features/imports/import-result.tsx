import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Counts } from './counts.tsx'
import { RejectedRowsLink } from './import-preview.tsx'
import { type ImportReport, writtenRows } from './import-report.ts'
import styles from './imports.module.css'
import { MovedTable } from './moved-table.tsx'
import { UndoImport } from './undo-import.tsx'
import type { WrittenImport } from './use-write-import.ts'

interface ImportResultProps {
  written: WrittenImport
  onOther: () => void
}

/** What was written, and what it did to the indicators. */
export function ImportResult({ written: { report, moved }, onOther }: ImportResultProps) {
  const { rejected } = report.counts
  return (
    <>
      <Notice kind="success" live="status" title={m.import_done({ count: writtenRows(report) })}>
        {whatNow(report)}
      </Notice>
      {rejected > 0 && (
        <Notice
          kind="warning"
          title={m.import_done_partly({ count: rejected })}
          actions={<RejectedRowsLink report={report} />}
        />
      )}
      <UndoImport report={report} />
      <Counts counts={report.counts} />
      {moved && moved.length > 0 && (
        <Card title={m.import_moved()} flush>
          <MovedTable moved={moved} />
        </Card>
      )}
      {moved?.length === 0 && report.state === 'approved' && (
        <p className={styles.hint}>{m.import_moved_none()}</p>
      )}
      <div className={styles.actions}>
        <Button onPress={onOther}>{m.import_other_file()}</Button>
        {report.resource === 'measurements' && (
          <ButtonLink look="quiet" to={PATHS.indicators}>
            {m.import_see_indicators()}
          </ButtonLink>
        )}
      </div>
    </>
  )
}

function whatNow(report: ImportReport): string {
  if (writtenRows(report) === 0) return m.import_done_nothing()
  if (report.resource !== 'measurements') return m.import_done_rows()
  return report.state === 'approved' ? m.import_done_approved() : m.import_done_submitted()
}
