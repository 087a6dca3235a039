import { CircleCheck } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Home } from './queries.ts'

/** Nothing waits: said once it is known, so that those who have something to do need not fetch it. */
export default function NothingToDo({ home: { departments, period } }: { home: Home }) {
  return (
    <EmptyState icon={CircleCheck} title={m.home_nothing()}>
      {departments.length > 0 && !period ? m.home_nothing_no_period() : m.home_nothing_text()}
    </EmptyState>
  )
}
