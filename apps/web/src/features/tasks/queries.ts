import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const tasksQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'tasks'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/tasks', { params: { path: { plan } }, signal })),
  })
