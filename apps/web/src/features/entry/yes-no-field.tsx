import { useEffect, useRef } from 'react'
import { m } from '../../paraglide/messages.js'
import styles from './grid.module.css'
import { useDesk, useOfEntry } from './use-cells.ts'

interface YesNoFieldProps {
  entryKey: string
  row: number
  label: string
  notesId: string
  isReadOnly: boolean
}

/** Yes, no, or nothing reported yet: nothing is not no. Delete goes back to nothing. */
export function YesNoField({ entryKey, row, label, notesId, isReadOnly }: YesNoFieldProps) {
  const desk = useDesk()
  const box = useRef<HTMLInputElement>(null)
  const said = useOfEntry(entryKey, ({ typed }) => typed.numerator)
  const mark = useOfEntry(entryKey, (entry) => entry.mark)
  const isOff = useOfEntry(entryKey, ({ typed }) => typed.notApplicable)
  const isSilent = said === ''

  useEffect(() => {
    if (box.current) box.current.indeterminate = isSilent
  }, [isSilent])

  function say(numerator: '' | '0' | '1') {
    desk.store.type(`${entryKey} yes`, [{ key: entryKey, typed: { numerator } }])
    desk.touched([entryKey])
    desk.left(entryKey)
  }

  if (isOff) return <span className={styles.off}>{m.entry_not_applicable_short()}</span>
  return (
    <label className={styles.yesNo}>
      <input
        ref={box}
        type="checkbox"
        data-key={entryKey}
        data-field="numerator"
        data-stop={`${row}:0`}
        data-mark={mark}
        aria-label={label}
        aria-describedby={notesId}
        disabled={isReadOnly}
        checked={said === '1'}
        onChange={(event) => say(event.target.checked ? '1' : '0')}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') say('')
        }}
      />
      <span>{isSilent ? m.entry_yes_no_silent() : said === '1' ? m.entry_yes() : m.entry_no()}</span>
    </label>
  )
}
