import type { Schemas } from '@tien-do/api-client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { QrCode } from '../slips/qr-code.tsx'
import styles from './people.module.css'

/** The link for one person, this once: to send, or to be read from the screen by their phone. */
export function LinkOnce({ invited, onDone }: { invited: Schemas['InvitedPerson']; onDone: () => void }) {
  const { link, person, expiresAt } = invited
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className={styles.form}>
      <Notice kind="warning" title={m.person_link_once({ name: person.name })}>
        {m.person_link_until({ at: formatInstant(expiresAt) })}
      </Notice>
      <QrCode text={link} label={m.person_link_qr({ name: person.name })} />
      <Field label={m.person_link()} value={link} isReadOnly />
      <div className={styles.acts}>
        <Button look="primary" onPress={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? m.key_copied() : m.key_copy()}
        </Button>
        <Button onPress={onDone}>{m.person_link_given()}</Button>
      </div>
    </div>
  )
}
