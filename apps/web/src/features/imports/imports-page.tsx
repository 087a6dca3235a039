import { useNavigate, useSearch } from '@tanstack/react-router'
import { IMPORT_RESOURCES } from '@tien-do/domain/import-options'
import { Lock } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { ImportSteps } from './import-steps.tsx'
import styles from './imports.module.css'
import { ResourceFiles } from './resource-files.tsx'
import { RESOURCE_ACTS, RESOURCE_WORDS } from './resource-words.ts'

export function ImportsPage() {
  usePageTitle(m.import_title())
  const { loai } = useSearch({ from: '/signed-in/nhap-hang-loat' })
  const navigate = useNavigate()
  const { allowedActions } = useCurrentPlan()
  const open = IMPORT_RESOURCES.filter((each) => allowedActions.includes(RESOURCE_ACTS[each]))
  const resource = open.find((each) => each === loai) ?? open[0]
  return (
    <>
      <PageHeader title={m.import_title()} sub={resource && m.import_sub()} />
      {resource ? (
        <>
          <div className={styles.resource}>
            <Select
              label={m.import_resource()}
              value={resource}
              options={open.map((value) => ({ value, label: RESOURCE_WORDS[value]() }))}
              onChange={(value) => navigate({ to: PATHS.import, search: { loai: value } })}
            />
            <ResourceFiles resource={resource} />
          </div>
          <ImportSteps key={resource} resource={resource} />
        </>
      ) : (
        <Forbidden />
      )}
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
