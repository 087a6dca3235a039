import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const accountQuery = () =>
  queryOptions({
    queryKey: ['mine', 'account'],
    queryFn: ({ signal }) => answer(api.GET('/me/account', { signal })),
  })

export const noticesQuery = (plan: string) =>
  queryOptions({
    queryKey: ['mine', 'notices', plan],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/my-notices', { params: { path: { plan } }, signal })),
  })

export const securityQuery = () =>
  queryOptions({
    queryKey: ['mine', 'security'],
    queryFn: ({ signal }) => answer(api.GET('/me/security', { signal })),
  })
