import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { m } from '../paraglide/messages.js'
import styles from './find.module.css'

const FindDialog = lazy(() => import('./find-dialog.tsx'))

/** The way to everything by its name: a box in the header, and Ctrl+K. */
export function Find() {
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button
        type="button"
        className={styles.trigger}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <Search aria-hidden />
        <span>{m.find_label()}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <FindDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
