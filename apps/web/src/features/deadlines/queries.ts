import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const deadlinesQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'deadlines'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/deadlines', { params: { path: { plan } }, signal })),
  })

export const departmentsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'departments'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/departments', { params: { path: { plan } }, signal })),
  })
