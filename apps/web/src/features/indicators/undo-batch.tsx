import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { codeSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './history-card.module.css'
import type { IndicatorDetail } from './status.ts'

interface UndoBatchProps {
  batch: string
  indicator: IndicatorDetail
  onClose: () => void
}

/** Takes back all that was saved in one go; what somebody has built upon stays, and is named. */
export function UndoBatch({ batch, indicator, onClose }: UndoBatchProps) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const undo = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/plans/{plan}/measurement-batches/{id}/undo', {
          params: { path: { plan, id: batch }, header: { 'idempotency-key': crypto.randomUUID() } },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
  const areaNames = new Map(indicator.areas.map(({ code, name }) => [code, name]))
  const results = undo.data?.results ?? []
  const left = results.filter(({ outcome }) => outcome === 'refused')
  return (
    <Dialog title={m.undo_title()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      {undo.isError && <ProblemNotice error={undo.error} />}
      {undo.data ? (
        <Notice
          kind={left.length > 0 ? 'warning' : 'success'}
          live="status"
          title={m.undo_done({ count: results.length - left.length })}
        >
          {left.length > 0 && (
            <ul>
              {left.map(({ indicator: code, area, on, code: why }) => (
                <li key={`${code} ${area} ${on}`}>
                  {m.undo_left({
                    place: area === null ? m.history_ward() : (areaNames.get(area) ?? area),
                    indicator: code,
                    why: why ? codeSentence(why) : '',
                  })}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      ) : (
        <>
          <p>{m.undo_text()}</p>
          <div className={styles.buttons}>
            <Button look="primary" isDisabled={undo.isPending} onPress={() => undo.mutate()}>
              {m.history_undo()}
            </Button>
            <Button onPress={onClose}>{m.figures_cancel()}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
