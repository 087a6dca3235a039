import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { formatDayBefore } from '../../lib/format.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { nameOf } from '../indicators/names.ts'
import { type Slip, slipsQuery } from './queries.ts'
import { stateInWords, toneOfState } from './slip-words.ts'
import styles from './slips.module.css'

interface AreaSlipProps {
  slip: Slip
  plan: string
  indicators: Schemas['EntryForm']['indicators']
}

/** One slip: who has it, what came back, and the two things that one can do with it. */
export function AreaSlip({ slip, plan, indicators }: AreaSlipProps) {
  const queryClient = useQueryClient()
  const path = { plan, id: slip.id }
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: slipsQuery(plan, slip.year).queryKey })
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/plans/{plan}/slips/{id}/confirm', { params: { path }, body: {} })),
    onSuccess,
  })
  const revoke = useMutation({
    mutationFn: () => answer(api.DELETE('/plans/{plan}/slips/{id}', { params: { path } })),
    onSuccess,
  })
  const named = (code: string) => {
    const indicator = indicators.find((each) => each.code === code)
    return indicator ? nameOf(indicator) : code
  }
  const isClosed = slip.revokedAt !== null || slip.state === 'expired'
  const waiting = slip.figures.filter(({ confirmedAt }) => confirmedAt === null)
  const error = confirm.error ?? revoke.error
  return (
    <article className={styles.slip} aria-label={m.slip_of({ person: slip.person })}>
      <p className={styles.who}>
        <strong>{slip.person}</strong>
        <StatusChip tone={toneOfState(slip.state)}>{stateInWords(slip.state)}</StatusChip>
      </p>
      <p className={styles.quiet}>
        {m.slip_until({ count: slip.indicators.length, until: formatDayBefore(slip.expiresAt) })}
      </p>
      {slip.figures.length > 0 && (
        <dl className={styles.figures}>
          {slip.figures.map(({ indicator, numerator, denominator, value, confirmedAt }) => (
            <div key={indicator}>
              <dt>{named(indicator)}</dt>
              <dd>
                {value ?? `${numerator} / ${denominator}`}
                {confirmedAt ? ` · ${m.slip_figure_confirmed()}` : ''}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {error && <p role="alert">{errorSentence(error)}</p>}
      {confirm.isSuccess && waiting.length > 0 && <p role="status">{m.slip_some_refused()}</p>}
      <div className={styles.buttons}>
        {waiting.length > 0 && (
          <Button look="primary" size="small" onPress={() => confirm.mutate()} isPending={confirm.isPending}>
            {m.slip_confirm({ count: waiting.length })}
          </Button>
        )}
        {!isClosed && (
          <Button look="quiet" size="small" onPress={() => revoke.mutate()} isPending={revoke.isPending}>
            {m.slip_revoke()}
          </Button>
        )}
      </div>
    </article>
  )
}
