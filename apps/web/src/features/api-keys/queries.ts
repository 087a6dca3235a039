import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const keysQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'api-keys'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/api-keys', { params: { path: { plan } }, signal })),
  })

export const departmentNamesQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'departments'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/departments', { params: { path: { plan } }, signal })),
  })
