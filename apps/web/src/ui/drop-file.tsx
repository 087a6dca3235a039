import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { cx } from './cx.ts'
import styles from './drop-file.module.css'

interface DropFileProps {
  title: string
  hint: string
  /** As in `<input accept>`: ".csv,.ndjson,.json". */
  accept: string
  isDisabled?: boolean
  /** Several at once. */
  isMultiple?: boolean
  onFiles: (files: readonly File[]) => void
}

/** A file, dropped or chosen: a real file input under the whole area, so that dragging is never the only way. */
export function DropFile({
  title,
  hint,
  accept,
  isDisabled = false,
  isMultiple = false,
  onFiles,
}: DropFileProps) {
  const [isOver, setOver] = useState(false)
  const id = useId()

  function take(files: FileList | null) {
    const taken = isMultiple ? [...(files ?? [])] : [...(files ?? [])].slice(0, 1)
    if (taken.length > 0 && !isDisabled) onFiles(taken)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <label
      className={cx(styles.drop, isOver && styles.over, isDisabled && styles.busy)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp aria-hidden />
      <span className={styles.title} id={`${id}-title`}>
        {title}
      </span>
      <span className={styles.hint} id={`${id}-hint`}>
        {hint}
      </span>
      <input
        type="file"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-hint`}
        accept={accept}
        multiple={isMultiple}
        disabled={isDisabled}
        onChange={(event) => {
          take(event.target.files)
          // The same file, mended and chosen again, must be read again.
          event.target.value = ''
        }}
      />
    </label>
  )
}
