import { type FormEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { nameOf } from '../indicators/names.ts'
import { textIn } from '../session/text-in.ts'
import styles from './approval.module.css'
import type { Waiting } from './queries.ts'
import { placeOf } from './waiting-card.tsx'

interface ReturnDialogProps {
  items: readonly Waiting[]
  isPending: boolean
  onReturn: (note: string, notes: ReadonlyMap<string, string>) => void
  onClose: () => void
}

/** More notes than these nobody writes at once: the rest share the common one. */
const MOST_NOTES = 10

/** Why they come back: once for all, and where needed a note on one cell. */
export function ReturnDialog({ items, isPending, onReturn, onClose }: ReturnDialogProps) {
  const [isMissing, setMissing] = useState(false)
  const noted = items.length > 1 ? items.slice(0, MOST_NOTES) : []

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const note = textIn(form, 'note').trim()
    setMissing(note === '')
    if (note === '') return
    const own = noted.map(({ measurement: { id } }) => [id, textIn(form, id).trim()] as const)
    onReturn(note, new Map(own.filter(([, text]) => text !== '')))
  }

  return (
    <Dialog
      title={m.approval_return_title({ count: items.length })}
      closeLabel={m.app_close()}
      isOpen
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextArea
          label={m.approval_return_reason()}
          hint={m.approval_return_hint()}
          name="note"
          autoFocus
          error={isMissing ? m.field_required() : null}
        />
        {noted.map((item) => (
          <Field
            key={item.measurement.id}
            name={item.measurement.id}
            label={m.approval_return_one({ place: placeOf(item), indicator: nameOf(item.indicator) })}
          />
        ))}
        <div className={styles.buttons}>
          <Button look="primary" type="submit" isDisabled={isPending}>
            {m.approval_return({ count: items.length })}
          </Button>
          <Button onPress={onClose}>{m.figures_cancel()}</Button>
        </div>
      </form>
    </Dialog>
  )
}
