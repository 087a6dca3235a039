import { useEffect, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import styles from './save-bar.module.css'

const SHOWN_MS = 15_000

interface UndoBarProps {
  words: string
  onUndo: () => void
  onGone: () => void
}

/** Fifteen seconds to take it back; as long as it is pointed at or focused it stays (WCAG 2.2.1). Ctrl+Z works after. */
export function UndoBar({ words, onUndo, onGone }: UndoBarProps) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = window.setTimeout(onGone, SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [isHeld, onGone])
  return (
    <div
      className={styles.undo}
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{words}</span>
      <Button size="small" onPress={onUndo}>
        {m.entry_undo()}
      </Button>
    </div>
  )
}
