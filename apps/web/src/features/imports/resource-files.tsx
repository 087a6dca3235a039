import type { ImportResource } from '@tien-do/domain/import-options'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { buttonClass } from '../../ui/button.tsx'
import { exportUrl } from './export-url.ts'
import styles from './imports.module.css'

/** A blank file to fill in, and the file of what is there: to mend it and send it back. */
export function ResourceFiles({ resource }: { resource: ImportResource }) {
  const { code } = useCurrentPlan()
  const link = (template: boolean) => exportUrl(code, resource, { format: 'xlsx', template })
  return (
    <div className={styles.actions}>
      <a className={buttonClass('secondary')} href={link(true)} download>
        <FileSpreadsheet aria-hidden />
        {m.import_template()}
      </a>
      <a className={buttonClass('secondary')} href={link(false)} download>
        <Download aria-hidden />
        {m.import_existing()}
      </a>
    </div>
  )
}
