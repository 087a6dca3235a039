import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './checklists.module.css'
import type { Checklist } from './queries.ts'

/** The list becomes the indicator's figure: submitted, for the coordinator to approve. */
export function TakeFigure({ list }: { list: Checklist }) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const take = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/plans/{plan}/checklists/{code}/figure', {
          params: { path: { plan, code: list.code } },
          body: {},
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
  if (!list.allowedActions.includes('measurement.save')) return null
  const { figure, counts } = list
  return (
    <div className={styles.figure}>
      {take.isError && <ProblemNotice error={take.error} />}
      {take.isSuccess && (
        <Notice kind="success" live="status">
          {m.checklist_taken({
            numerator: take.data.numerator,
            denominator: take.data.denominator,
            day: formatDay(take.data.on),
          })}
        </Notice>
      )}
      <Button isDisabled={figure === null} isPending={take.isPending} onPress={() => take.mutate()}>
        {figure
          ? m.checklist_take({ numerator: figure.numerator, denominator: figure.denominator })
          : m.checklist_take_none()}
      </Button>
      {figure === null && <span>{m.checklist_take_later({ count: counts.unreviewed })}</span>}
    </div>
  )
}
