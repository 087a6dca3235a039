import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './periods.module.css'

const SHORTEST = 3

interface ReasonDialogProps {
  title: string
  hint: string
  isOpen: boolean
  onClose: () => void
  onGive: (reason: string) => void
}

/** Asks for the reason that an act owes. */
export function ReasonDialog({ title, hint, isOpen, onClose, onGive }: ReasonDialogProps) {
  const [missing, setMissing] = useState(false)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = textIn(new FormData(event.currentTarget), 'reason').trim()
    setMissing(reason.length < SHORTEST)
    if (reason.length < SHORTEST) return
    onGive(reason)
    onClose()
  }
  return (
    <Dialog title={title} closeLabel={m.app_close()} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <TextArea
          label={m.reason()}
          name="reason"
          hint={hint}
          autoFocus
          error={missing ? m.reason_required() : null}
        />
        <Button type="submit" look="primary">
          {title}
        </Button>
      </form>
    </Dialog>
  )
}
