import { useId, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { type ImportSource, sizeOfPaste, sourceOfPaste } from './import-source.ts'
import styles from './imports.module.css'

/** A block copied from a sheet; what was received is said before anything is sent. */
export function PasteBox({ onSource }: { onSource: (source: ImportSource) => void }) {
  const [text, setText] = useState('')
  const id = useId()
  const isBlank = text.trim() === ''
  const { columns, rows } = sizeOfPaste(text)
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault()
        if (rows > 0) onSource(sourceOfPaste(text))
      }}
    >
      <label htmlFor={id} className={styles.pasteLabel}>
        {m.import_paste_label()}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {m.import_paste_hint()}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint ${id}-seen`}
        className={styles.pasteArea}
        rows={5}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.pasteFoot}>
        <p id={`${id}-seen`} className={styles.hint} role="status">
          {!isBlank && (rows > 0 ? m.import_paste_seen({ columns, rows }) : m.import_paste_one_line())}
        </p>
        <div className={styles.actions}>
          {!isBlank && (
            <Button look="quiet" onPress={() => setText('')}>
              {m.import_paste_clear()}
            </Button>
          )}
          <Button type="submit" isDisabled={rows === 0}>
            {m.import_paste_check()}
          </Button>
        </div>
      </div>
    </form>
  )
}
