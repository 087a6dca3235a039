import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { areasQuery } from '../imports/queries.ts'

/** The name of an area by its code; the code until it is known. */
export function useAreaName(): (code: string) => string {
  const { data } = useQuery(areasQuery(useCurrentPlan().code))
  return (code) => data?.items.find((each) => each.code === code)?.name ?? code
}
