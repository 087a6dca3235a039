import { FileText } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import type { ImportSource } from './import-source.ts'
import styles from './imports.module.css'

interface SourceLineProps {
  source: ImportSource
  doing: 'checking' | 'writing' | null
}

/** Which file this is about, and what is being done with it. */
export function SourceLine({ source: { name }, doing }: SourceLineProps) {
  return (
    <p className={styles.source} role="status">
      <FileText aria-hidden />
      {doing === 'checking' && m.import_checking({ name })}
      {doing === 'writing' && m.import_writing({ name })}
      {doing === null && name}
    </p>
  )
}
