import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const publicationQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'publication'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/publication', { params: { path: { plan } }, signal })),
  })
