import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { departmentsQuery } from '../deadlines/queries.ts'

/** The short name of a department by its code; the code until it is known. */
export function useDepartmentName(): (code: string) => string {
  const { data } = useQuery(departmentsQuery(useCurrentPlan().code))
  return (code) => data?.items.find((each) => each.code === code)?.shortName ?? code
}
