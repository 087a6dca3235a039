import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './budget.module.css'
import type { BudgetRequest } from './queries.ts'
import { useBudgetRequestAct } from './use-budget.ts'

/** Finance accepts or returns; the department takes back what nobody has decided yet. */
export function RequestActions({ request }: { request: BudgetRequest }) {
  const act = useBudgetRequestAct(request)
  const [isReturning, setReturning] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const may = (action: BudgetRequest['allowedActions'][number]) => request.allowedActions.includes(action)
  if (!may('budget.accept') && !may('budget.return') && !may('budget.withdraw')) return null

  function sendBack(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = textIn(new FormData(event.currentTarget), 'reason').trim()
    setEmpty(reason === '')
    if (reason !== '') act.mutate({ act: 'return', reason })
  }

  return (
    <Card title={m.budget_next()}>
      <div className={styles.stack}>
        {act.isError && <ProblemNotice error={act.error} />}
        {isReturning ? (
          <form className={styles.stack} onSubmit={sendBack} noValidate>
            <TextArea
              name="reason"
              label={m.budget_return_reason()}
              autoFocus
              rows={2}
              error={isEmpty ? m.field_required() : null}
            />
            <div className={styles.buttons}>
              <Button look="primary" type="submit" isPending={act.isPending}>
                {m.budget_do_return()}
              </Button>
              <Button look="quiet" onPress={() => setReturning(false)}>
                {m.budget_cancel()}
              </Button>
            </div>
          </form>
        ) : (
          <div className={styles.buttons}>
            {may('budget.accept') && (
              <Button
                look="primary"
                isPending={act.isPending}
                onPress={() => act.mutate({ act: 'accept', reason: '' })}
              >
                {m.budget_do_accept()}
              </Button>
            )}
            {may('budget.return') && (
              <Button onPress={() => setReturning(true)}>{m.budget_do_return()}</Button>
            )}
            {may('budget.withdraw') && (
              <Button
                look="quiet"
                isPending={act.isPending}
                onPress={() => act.mutate({ act: 'withdraw', reason: '' })}
              >
                {m.budget_do_withdraw()}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}
