import { QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { nameOf } from '../indicators/names.ts'
import { lastInWords } from './figure-words.ts'
import styles from './grid.module.css'
import { qualitativeInWords } from './qualitative-words.ts'
import { RowNotes } from './row-notes.tsx'
import { type FormIndicator, isOpen } from './shapes.ts'
import { useDesk, useOfEntry } from './use-cells.ts'

/** What is judged in words has a state and a text, and no number. */
export function QualitativeForm({ indicator }: { indicator: FormIndicator }) {
  const [key] = useDesk().store.keysOf(indicator.code)
  if (key === undefined) return null
  return (
    <Card title={nameOf(indicator)}>
      <QualitativeFields entryKey={key} />
    </Card>
  )
}

function QualitativeFields({ entryKey }: { entryKey: string }) {
  const desk = useDesk()
  const { typed, indicator, cell } = useOfEntry(entryKey, (entry) => entry)
  const isLocked = !isOpen(indicator)
  const notesId = `${indicator.code}-notes`
  return (
    <div className={styles.qualitative}>
      <fieldset className={styles.states} disabled={isLocked} aria-describedby={notesId}>
        <legend>{m.entry_qualitative_state()}</legend>
        {QUALITATIVE_STATES.map((state) => (
          <label key={state}>
            <input
              type="radio"
              name={`${indicator.code}-state`}
              checked={typed.qualitative === state}
              onChange={() => {
                desk.store.type(`${entryKey} state`, [
                  { key: entryKey, typed: { qualitative: state, notApplicable: false } },
                ])
                desk.touched([entryKey])
                desk.left(entryKey)
              }}
            />
            {qualitativeInWords(state)}
          </label>
        ))}
      </fieldset>
      <label className={styles.panelNote}>
        <span>{m.entry_qualitative_text()}</span>
        <textarea
          className={styles.input}
          rows={6}
          maxLength={4_000}
          readOnly={isLocked}
          value={typed.note}
          onChange={(event) => {
            desk.store.type(`${entryKey} note`, [{ key: entryKey, typed: { note: event.target.value } }])
            desk.touched([entryKey])
          }}
          onBlur={() => desk.left(entryKey)}
        />
      </label>
      {cell.last && (
        <p className={styles.mark}>
          {m.entry_qualitative_last({ state: lastInWords(cell.last, indicator.kind) })}
        </p>
      )}
      <RowNotes entryKey={entryKey} name={nameOf(indicator)} id={notesId} />
    </div>
  )
}
