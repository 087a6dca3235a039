import type { ImportResource } from '@tien-do/domain/import-options'
import { Download } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { buttonClass } from '../../ui/button.tsx'
import { exportUrl } from './export-url.ts'

/** All rows as an Excel file. A plain link: the browsers inside chat apps cannot save what a script makes. */
export function ExportLink({ resource, label }: { resource: ImportResource; label?: string }) {
  const { code } = useCurrentPlan()
  return (
    <a className={buttonClass('secondary')} href={exportUrl(code, resource, { format: 'xlsx' })} download>
      <Download aria-hidden />
      {label ?? m.export_download()}
    </a>
  )
}
