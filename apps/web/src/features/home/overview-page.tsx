import { usePageTitle } from '../../lib/page-title.ts'
import { m } from '../../paraglide/messages.js'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'

export function OverviewPage() {
  usePageTitle(m.nav_home())
  return (
    <>
      <PageHeader title={m.nav_home()} />
      <SkeletonRows count={6} />
    </>
  )
}
