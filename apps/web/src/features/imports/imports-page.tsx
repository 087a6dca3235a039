import { Lock } from 'lucide-react'
import { useMay } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ImportSteps } from './import-steps.tsx'

export function ImportsPage() {
  usePageTitle(m.import_title())
  const mayImport = useMay('rows.import')
  return (
    <>
      <PageHeader title={m.import_title()} sub={mayImport && m.import_sub()} />
      {mayImport ? <ImportSteps /> : <Forbidden />}
    </>
  )
}

function Forbidden() {
  return (
    <EmptyState
      icon={Lock}
      title={m.import_forbidden()}
      actions={<ButtonLink to={PATHS.indicators}>{m.import_see_indicators()}</ButtonLink>}
    >
      {m.import_forbidden_text()}
    </EmptyState>
  )
}
