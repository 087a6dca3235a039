import { useMutation } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { nameOf } from '../indicators/names.ts'
import type { Entry } from './cell-store.ts'
import styles from './check-step.module.css'
import { figureInWords } from './figure-words.ts'
import { ReasonField } from './reason-field.tsx'
import { checkSentence, faultSentence } from './sentences.ts'
import type { FormIndicator } from './shapes.ts'
import { readinessOf, submitCells, withdrawCells } from './submit.ts'
import { useDesk, useDeskState } from './use-cells.ts'

interface CheckStepProps {
  indicators: readonly FormIndicator[]
  /** Back to a cell, to mend it. */
  onGoTo: (entry: Entry) => void
}

/** Before it goes to the coordinator: what blocks, what is odd and why, who is missing; then one button. */
export function CheckStep({ indicators, onGoTo }: CheckStepProps) {
  const desk = useDesk()
  const plan = useCurrentPlan().code
  const { pending, phase } = useDeskState()
  const keys = indicators.flatMap(({ code }) => desk.store.keysOf(code))
  useRedrawnWith(keys)
  const { blocked, unexplained, explained, missing, ready, submitted, withdrawable } = readinessOf(
    desk.store,
    keys,
  )
  const submit = useMutation({
    mutationFn: async () => {
      await desk.flush()
      return submitCells(desk, plan, readinessOf(desk.store, keys).ready)
    },
  })
  const withdraw = useMutation({
    mutationFn: () => withdrawCells(desk, plan, readinessOf(desk.store, keys).withdrawable),
    onSuccess: () => submit.reset(),
  })
  const error = submit.error ?? withdraw.error
  const isOne = indicators.length === 1
  const named = ({ cell, indicator }: Entry) =>
    [isOne ? null : nameOf(indicator), cell.area?.name ?? m.entry_whole_ward()].filter(Boolean).join(' · ')
  return (
    <>
      <div role="status">
        {submit.data !== undefined && (
          <Notice kind="success" title={m.entry_submitted({ count: submit.data })}>
            {m.entry_submitted_next()}
          </Notice>
        )}
        {submit.data === undefined && withdraw.data !== undefined && (
          <Notice kind="info" title={m.entry_withdrawn({ count: withdraw.data })}>
            {m.entry_withdrawn_next()}
          </Notice>
        )}
      </div>
      {error && (
        <Notice kind="error" live="alert">
          {errorSentence(error)}
        </Notice>
      )}
      {blocked.length > 0 && (
        <Card title={m.entry_check_blocked({ count: blocked.length })}>
          <ul className={styles.list}>
            {blocked.map((entry) => (
              <li key={entry.key}>
                <Button look="quiet" size="small" onPress={() => onGoTo(entry)}>
                  {named(entry)}
                </Button>
                <span>{whyBlocked(entry)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {unexplained.length > 0 && (
        <Card title={m.entry_check_unexplained({ count: unexplained.length })}>
          <ul className={styles.list}>
            {unexplained.map((entry) => (
              <li key={entry.key}>
                <span>
                  {m.entry_check_odd({
                    name: named(entry),
                    figure: figureInWords(entry.typed, entry.indicator.kind),
                    why: whyOdd(entry),
                  })}
                </span>
                <ReasonField entryKey={entry.key} name={named(entry)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {explained.length > 0 && (
        <Card title={m.entry_check_explained({ count: explained.length })}>
          <ul className={styles.list}>
            {explained.map((entry) => (
              <li key={entry.key}>
                <span>
                  {m.entry_check_odd({
                    name: named(entry),
                    figure: figureInWords(entry.typed, entry.indicator.kind),
                    why: whyOdd(entry),
                  })}
                </span>
                <ReasonField entryKey={entry.key} name={named(entry)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={m.entry_check_missing_title()}>
        <p>
          {missing.length === 0
            ? m.entry_check_missing_none()
            : m.entry_check_missing({ names: missing.map(named).join(', ') })}
        </p>
      </Card>
      <Card title={m.entry_check_send_title()}>
        <div className={styles.send}>
          <p>
            {m.entry_check_send({ ready: ready.length, submitted: submitted.length })}
            {pending > 0 && phase !== 'idle' ? ` ${m.entry_check_unsaved({ count: pending })}` : ''}
          </p>
          {withdrawable.length > 0 && (
            <Button onPress={() => withdraw.mutate()} isPending={withdraw.isPending}>
              {m.entry_withdraw({ count: withdrawable.length })}
            </Button>
          )}
          <Button
            look="primary"
            onPress={() => submit.mutate()}
            isPending={submit.isPending}
            isDisabled={ready.length === 0}
          >
            {m.entry_check_submit({ count: ready.length })}
          </Button>
        </div>
      </Card>
    </>
  )
}

function whyBlocked({ theirs, refused, checks, indicator }: Entry): string {
  if (theirs) return m.entry_mark_conflict()
  const [fault] = refused
  if (fault) return faultSentence(fault)
  return checks
    .filter(({ level }) => level === 'block')
    .map((check) => checkSentence(check, indicator))
    .join(' ')
}

function whyOdd({ checks, indicator }: Entry): string {
  return checks
    .filter(({ level }) => level === 'warn')
    .map((check) => checkSentence(check, indicator))
    .join(' ')
}

/** Drawn again with any of these cells: this page shows them all. */
function useRedrawnWith(keys: readonly string[]): void {
  const { store } = useDesk()
  useSyncExternalStore(
    (onChange) => {
      const ends = keys.map((key) => store.subscribe(key, onChange))
      return () => {
        for (const end of ends) end()
      }
    },
    () => keys.map((key) => store.entry(key).mark + JSON.stringify(store.entry(key).typed)).join(),
  )
}
