import { lazy, Suspense, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import styles from './grid.module.css'

const EvidencePanel = lazy(async () => ({ default: (await import('../evidence/index.ts')).EvidencePanel }))

/** What speaks for an indicator's figures of a year, where they are typed; nothing of it is loaded before it is asked for. */
export function SheetEvidence({ indicator, year }: { indicator: string; year: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.evidence} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.evidence_year({ year })}</summary>
      {isOpen && (
        <Suspense>
          <EvidencePanel resource="measurement" code={indicator} year={year} />
        </Suspense>
      )}
    </details>
  )
}
