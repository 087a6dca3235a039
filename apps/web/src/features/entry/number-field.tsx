import { type FocusEvent, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import type { Entry } from './cell-store.ts'
import styles from './grid.module.css'
import { type Field, heardText } from './typed.ts'
import { useDesk, useOfEntry } from './use-cells.ts'

interface NumberFieldProps {
  entryKey: string
  field: Field
  row: number
  column: number
  label: string
  notesId: string
  isReadOnly: boolean
}

/** One number: a plain input, so that Tab, the browser's search, phones and Vietnamese keyboards work as everywhere. */
export function NumberField({ entryKey, field, row, column, label, notesId, isReadOnly }: NumberFieldProps) {
  const desk = useDesk()
  const text = useOfEntry(entryKey, ({ typed }) => typed[field])
  const mark = useOfEntry(entryKey, (entry) => entry.mark)
  const isInvalid = useOfEntry(entryKey, (entry) => isBlockedField(entry, field))
  const isOff = useOfEntry(entryKey, ({ typed }) => typed.notApplicable)
  const [heard, setHeard] = useState<string | null>(null)

  function leave() {
    const { indicator, typed } = desk.store.entry(entryKey)
    const understood = heardText(typed[field], indicator.kind, indicator.decimals)
    if (understood !== null && understood !== typed[field]) {
      // Only what could have been meant otherwise is said: 1,234 is 1.234.
      if (/[.,\s]/.test(typed[field].trim())) setHeard(understood)
      desk.store.tell(entryKey, { typed: { ...typed, [field]: understood } })
    }
    desk.left(entryKey)
  }

  if (isOff) return <span className={styles.off}>{m.entry_not_applicable_short()}</span>
  return (
    <>
      <input
        className={cx(styles.input, styles.number)}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-key={entryKey}
        data-field={field}
        data-stop={`${row}:${column}`}
        data-mark={mark}
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        aria-describedby={notesId}
        readOnly={isReadOnly}
        value={text}
        onFocus={(event: FocusEvent<HTMLInputElement>) => {
          setHeard(null)
          event.target.select()
        }}
        onChange={(event) => {
          desk.store.type(`${entryKey} ${field}`, [{ key: entryKey, typed: { [field]: event.target.value } }])
          desk.touched([entryKey])
        }}
        onBlur={leave}
      />
      {heard !== null && (
        <span className={styles.heard} role="status">
          {m.entry_heard({ number: heard })}
        </span>
      )}
    </>
  )
}

function isBlockedField({ checks, refused }: Entry, field: Field): boolean {
  return (
    checks.some((check) => check.level === 'block' && check.field === field) ||
    refused.some(({ pointer }) => pointer.endsWith(`/${field}`))
  )
}
