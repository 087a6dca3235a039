import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const peopleQuery = () =>
  queryOptions({
    queryKey: ['installation', 'people'],
    queryFn: ({ signal }) => answer(api.GET('/people', { signal })),
  })

export const departmentsOfQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'departments'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/departments', { params: { path: { plan } }, signal })),
  })
