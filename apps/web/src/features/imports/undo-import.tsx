import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { codeSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ImportProblem } from './import-problem.tsx'
import { type ImportReport, writtenRows } from './import-report.ts'
import styles from './imports.module.css'

const MOST_NAMED = 20

/** Takes back what an import sent, while nobody has decided on it; what was built upon stays, and is named. */
export function UndoImport({ report }: { report: ImportReport }) {
  const { code: plan } = useCurrentPlan()
  const [isAsking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const mayUndo = useMay('measurement.undo')
  const undo = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/plans/{plan}/measurement-batches/{id}/undo', {
          params: { path: { plan, id: report.id }, header: { 'idempotency-key': `undo ${report.id}` } },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan], refetchType: 'none' }),
  })
  if (!mayUndo || report.resource !== 'measurements' || report.state !== 'submitted') return null
  if (writtenRows(report) === 0) return null
  if (undo.data) return <Undone results={undo.data.results} />
  return (
    <>
      {undo.isError && <ImportProblem error={undo.error} />}
      <div>
        <Button isPending={undo.isPending} onPress={() => setAsking(true)}>
          {m.import_undo()}
        </Button>
      </div>
      <Dialog
        title={m.import_undo_question()}
        closeLabel={m.app_close()}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        <div className={styles.question}>
          <p>{m.import_undo_text()}</p>
          <div className={styles.actions}>
            <Button
              look="primary"
              onPress={() => {
                setAsking(false)
                undo.mutate()
              }}
            >
              {m.import_undo()}
            </Button>
            <Button onPress={() => setAsking(false)}>{m.import_cancel()}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

interface UndoneProps {
  results: readonly {
    indicator: string
    area: string | null
    on: string
    outcome: string
    code: string | null
  }[]
}

function Undone({ results }: UndoneProps) {
  const left = results.filter(({ outcome }) => outcome === 'refused')
  return (
    <Notice
      kind={left.length > 0 ? 'warning' : 'success'}
      live="status"
      title={m.import_undone({ count: results.length - left.length })}
    >
      {left.length > 0 && (
        <ul>
          {left.slice(0, MOST_NAMED).map(({ indicator, area, on, code }) => (
            <li key={`${indicator} ${area} ${on}`}>
              {[indicator, area, code ? codeSentence(code) : ''].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
