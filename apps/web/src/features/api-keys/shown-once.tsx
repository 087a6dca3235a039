import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './keys.module.css'

/** The key itself, this once: a field, so that it can be selected where the browser does not let us copy. */
export function ShownOnce({ text, onDone }: { text: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className={styles.form}>
      <Notice kind="warning" title={m.key_once()}>
        {m.key_once_text()}
      </Notice>
      <Field label={m.key_text()} value={text} isReadOnly autoFocus />
      <p className={styles.quiet}>{m.key_use()}</p>
      <div className={styles.acts}>
        <Button look="primary" onPress={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? m.key_copied() : m.key_copy()}
        </Button>
        <Button onPress={onDone}>{m.key_kept()}</Button>
      </div>
    </div>
  )
}
