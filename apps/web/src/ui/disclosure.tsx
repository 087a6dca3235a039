import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

/** More, for those who want it. Found by the browser's own search, without script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>
        <ChevronRight aria-hidden />
        {summary}
      </summary>
      {children}
    </details>
  )
}
