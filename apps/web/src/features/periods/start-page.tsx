import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { periodsQuery } from './queries.ts'

/** `/ky` is the year that is being worked on: the newest one that is open, else the newest, else this year's. */
export function PeriodStartPage() {
  const { items } = useSuspenseQuery(periodsQuery(useCurrentPlan().code)).data
  const year = items.find(({ state }) => state === 'open')?.year ?? items[0]?.year ?? yearNow()
  return <Navigate to={PATHS.board} params={{ nam: String(year) }} replace />
}
