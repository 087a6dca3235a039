import type { ImportAtomicity } from '@tien-do/domain/import-options'
import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type ImportReport, verdictOf, writtenRows } from './import-report.ts'
import styles from './imports.module.css'

interface ImportActionsProps {
  report: ImportReport
  isBusy: boolean
  onWrite: (atomic: ImportAtomicity) => void
  onOther: () => void
}

/** To write all of a sound file; to write part of a faulty one only after being asked. */
export function ImportActions({ report, isBusy, onWrite, onOther }: ImportActionsProps) {
  const [isAsking, setAsking] = useState(false)
  const verdict = verdictOf(report)
  const good = writtenRows(report)
  return (
    <div className={styles.actions}>
      {verdict === 'ready' && (
        <Button look="primary" isPending={isBusy} onPress={() => onWrite('all')}>
          {m.import_write()}
        </Button>
      )}
      {verdict === 'faulty' && good > 0 && (
        <Button isPending={isBusy} onPress={() => setAsking(true)}>
          {m.import_write_partly({ count: good })}
        </Button>
      )}
      <Button look={verdict === 'ready' ? 'quiet' : 'secondary'} isDisabled={isBusy} onPress={onOther}>
        {m.import_other_file()}
      </Button>
      <Dialog
        title={m.import_partly_question({ count: report.counts.rejected })}
        closeLabel={m.app_close()}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <div className={styles.question}>
          <p>{m.import_partly_text()}</p>
          <div className={styles.actions}>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false)
                onWrite('none')
              }}
            >
              {m.import_write_partly({ count: good })}
            </Button>
            <Button onPress={() => setAsking(false)}>{m.import_cancel()}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  )
}
