import { isEvidenceLink } from '@tien-do/domain/evidence'
import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './evidence.module.css'

interface LinkFormProps {
  isPending: boolean
  onAdd: (link: { url: string; name: string | null }) => Promise<unknown>
}

export function LinkForm({ isPending, onAdd }: LinkFormProps) {
  const [error, setError] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const url = textIn(new FormData(form), 'url').trim()
    const name = textIn(new FormData(form), 'name').trim()
    if (!isEvidenceLink(url)) return setError(m.evidence_fault_link())
    setError(null)
    await onAdd({ url, name: name === '' ? null : name })
    form.reset()
  }

  return (
    <form className={styles.link} onSubmit={submit} noValidate>
      <Field name="url" type="url" label={m.evidence_link_url()} hint="https://…" error={error} />
      <Field name="name" label={m.evidence_link_name()} hint={m.evidence_link_name_hint()} />
      <Button type="submit" isPending={isPending}>
        {m.evidence_link_add()}
      </Button>
    </form>
  )
}
