import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { useWork } from './use-work.ts'
import styles from './work.module.css'
import type { YearlyPlan } from './yearly-plan-words.ts'

type Order = { act: 'copy' | 'submit' | 'withdraw' | 'accept' } | { act: 'return'; note: string }

function useYearlyPlan({ year, department, etag }: YearlyPlan, onDone?: () => void) {
  return useWork((plan, order: Order) => {
    const path = { plan, year, department: department.code }
    const params = { path, header: { 'if-match': etag } }
    const url = '/plans/{plan}/yearly-plans/{year}/{department}'
    if (order.act === 'copy') return answer(api.POST(`${url}/copy`, { params: { path } }))
    if (order.act === 'return')
      return answer(api.POST(`${url}/return`, { params, body: { note: order.note } }))
    if (order.act === 'submit') return answer(api.POST(`${url}/submit`, { params }))
    if (order.act === 'withdraw') return answer(api.POST(`${url}/withdraw`, { params }))
    return answer(api.POST(`${url}/accept`, { params }))
  }, onDone)
}

/** What this person may do with the plan now; the next step stands first. */
export function YearlyPlanActions({ plan }: { plan: YearlyPlan }) {
  const [isReturning, setReturning] = useState(false)
  const move = useYearlyPlan(plan)
  const may = (action: YearlyPlan['allowedActions'][number]) => plan.allowedActions.includes(action)
  const press = (act: Exclude<Order['act'], 'return'>) => () => move.mutate({ act })
  return (
    <>
      {move.isError && <ProblemNotice error={move.error} />}
      <div className={styles.buttons}>
        {may('yearly-plan.copy') && plan.toCarry > 0 && (
          <Button
            look={plan.pieces === 0 ? 'primary' : 'secondary'}
            isPending={move.isPending}
            onPress={press('copy')}
          >
            {m.yearly_plan_copy({ count: plan.toCarry, year: plan.year - 1 })}
          </Button>
        )}
        {may('yearly-plan.submit') && plan.pieces > 0 && (
          <Button look="primary" isPending={move.isPending} onPress={press('submit')}>
            {m.yearly_plan_send()}
          </Button>
        )}
        {may('yearly-plan.accept') && (
          <Button look="primary" isPending={move.isPending} onPress={press('accept')}>
            {m.yearly_plan_accept()}
          </Button>
        )}
        {may('yearly-plan.return') && (
          <Button onPress={() => setReturning(true)}>
            {plan.state === 'accepted' ? m.yearly_plan_reopen() : m.yearly_plan_return()}
          </Button>
        )}
        {may('yearly-plan.withdraw') && (
          <Button isPending={move.isPending} onPress={press('withdraw')}>
            {m.yearly_plan_withdraw()}
          </Button>
        )}
      </div>
      {isReturning && <ReturnDialog plan={plan} onClose={() => setReturning(false)} />}
    </>
  )
}

function ReturnDialog({ plan, onClose }: { plan: YearlyPlan; onClose: () => void }) {
  const [isEmpty, setEmpty] = useState(false)
  const move = useYearlyPlan(plan, onClose)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const note = textIn(new FormData(event.currentTarget), 'note').trim()
    setEmpty(note.length < 3)
    if (note.length >= 3) move.mutate({ act: 'return', note })
  }
  return (
    <Dialog title={m.yearly_plan_return()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {move.isError && <ProblemNotice error={move.error} />}
        <TextArea
          name="note"
          label={m.yearly_plan_note()}
          autoFocus
          error={isEmpty ? m.work_fault_reason() : null}
        />
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isPending={move.isPending}>
            {m.yearly_plan_return()}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {m.work_cancel()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
