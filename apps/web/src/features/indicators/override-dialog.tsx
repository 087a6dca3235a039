import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { isFaulty, ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './override.module.css'
import { type IndicatorDetail, type Status, statusInWords } from './status.ts'

/** What a leader may say instead of the rule: judgements, not the lack of them. */
const CHOICES = [
  'achieved',
  'on_track',
  'at_risk',
  'off_track',
  'missed',
  'not_applicable',
] as const satisfies readonly Status[]

/** Decides a status until a day, with the reason that will stand beside it. */
export function OverrideDialog({ indicator, onClose }: { indicator: IndicatorDetail; onClose: () => void }) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<(typeof CHOICES)[number]>('on_track')
  const [missing, setMissing] = useState<readonly string[]>([])
  const decide = useMutation({
    mutationFn: (body: { status: Status; reason: string; until: string }) =>
      answer(
        api.POST('/plans/{plan}/indicators/{code}/overrides', {
          params: {
            path: { plan, code: indicator.code },
            header: { 'idempotency-key': crypto.randomUUID() },
          },
          body,
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['plans', plan] })
      onClose()
    },
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = { reason: textIn(form, 'reason').trim(), until: textIn(form, 'until') }
    const empty = Object.entries(said).flatMap(([name, text]) => (text === '' ? [name] : []))
    setMissing(empty)
    if (empty.length === 0) decide.mutate({ status, ...said })
  }

  const faultOf = (name: string) => (missing.includes(name) ? m.field_required() : null)
  return (
    <Dialog title={m.override_title()} closeLabel={m.app_close()} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {decide.isError && <ProblemNotice error={decide.error} />}
        <p>{m.override_text({ status: statusInWords(computedOf(indicator)) })}</p>
        <Select
          label={m.override_status()}
          value={status}
          options={CHOICES.map((value) => ({
            value,
            label: statusInWords({ status: value, provisional: false }),
          }))}
          onChange={setStatus}
        />
        <TextArea
          label={m.override_reason()}
          hint={m.override_reason_hint()}
          name="reason"
          error={faultOf('reason')}
        />
        <Field
          label={m.override_until()}
          hint={m.override_until_hint()}
          name="until"
          type="date"
          error={faultOf('until') ?? (isFaulty(decide.error, '/until') ? m.override_until_past() : null)}
        />
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isDisabled={decide.isPending}>
            {m.override_do()}
          </Button>
          <Button onPress={onClose}>{m.figures_cancel()}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function computedOf({ computedStatus, provisional }: IndicatorDetail) {
  return { status: computedStatus, provisional }
}
