import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../lib/api.ts'
import { errorSentence } from '../../lib/messages.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useMakeWebhook, useRotateWebhook } from './queries.ts'
import styles from './webhooks.module.css'

const FAULT: Readonly<Record<string, () => string>> = {
  not_https: m.webhook_fault_not_https,
  port_not_443: m.webhook_fault_port,
  with_credentials: m.webhook_fault_credentials,
  host_not_allowed: m.webhook_fault_host,
  not_public: m.webhook_fault_not_public,
}

/** Where to, and who that is; then the secret, once. */
export function MakeWebhook({ onDone }: { onDone: () => void }) {
  const make = useMakeWebhook()
  const [missing, setMissing] = useState<readonly string[]>([])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '').trim()
    const blank = ['name', 'url'].filter((name) => said(name) === '')
    setMissing(blank)
    if (blank.length === 0) make.mutate({ name: said('name'), url: said('url') })
  }

  if (make.data) return <Secret text={make.data.secret} onDone={onDone} />
  const fault = make.error instanceof ApiProblem ? make.error.faults[0] : undefined
  const urlFault = fault && (FAULT[fault.code] ?? m.webhook_fault_not_https)()
  const blank = (name: string) => (missing.includes(name) ? m.field_required() : null)
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {make.error && !urlFault && <Notice kind="error">{errorSentence(make.error)}</Notice>}
      <Field
        name="name"
        label={m.webhook_name()}
        hint={m.webhook_name_hint()}
        error={blank('name')}
        autoFocus
      />
      <Field
        name="url"
        label={m.webhook_url()}
        hint={m.webhook_url_hint()}
        error={blank('url') ?? urlFault ?? null}
      />
      <Button type="submit" look="primary" isDisabled={make.isPending}>
        {m.webhook_make()}
      </Button>
    </form>
  )
}

/** Asks first: whoever receives must change over within a day. */
export function NewSecret({ id, onDone }: { id: string; onDone: () => void }) {
  const rotate = useRotateWebhook()
  if (rotate.data) return <Secret text={rotate.data.secret} onDone={onDone} />
  return (
    <div className={styles.form}>
      {rotate.error && <Notice kind="error">{errorSentence(rotate.error)}</Notice>}
      <p>{m.webhook_rotate_text()}</p>
      <Button look="primary" isDisabled={rotate.isPending} onPress={() => rotate.mutate(id)}>
        {m.webhook_rotate()}
      </Button>
    </div>
  )
}

function Secret({ text, onDone }: { text: string; onDone: () => void }) {
  return (
    <div className={styles.form}>
      <Notice kind="warning" title={m.webhook_once()}>
        {m.webhook_once_text()}
      </Notice>
      <Field label={m.webhook_secret()} value={text} isReadOnly autoFocus />
      <Button onPress={onDone}>{m.key_kept()}</Button>
    </div>
  )
}
