import { m } from '../../paraglide/messages.js'
import styles from './grid.module.css'
import { useDesk, useOfEntry } from './use-cells.ts'

/** One line, in the row itself: why an odd figure is right. */
export function ReasonField({ entryKey, name }: { entryKey: string; name: string }) {
  const desk = useDesk()
  const reason = useOfEntry(entryKey, ({ typed }) => typed.reason)
  return (
    <label className={styles.reason}>
      <span>{m.entry_reason_why()}</span>
      <input
        className={styles.input}
        type="text"
        autoComplete="off"
        maxLength={1_000}
        aria-label={m.entry_reason_label({ name })}
        value={reason}
        onChange={(event) => {
          desk.store.type(`${entryKey} reason`, [{ key: entryKey, typed: { reason: event.target.value } }])
          desk.touched([entryKey])
        }}
        onBlur={() => desk.left(entryKey)}
      />
    </label>
  )
}
