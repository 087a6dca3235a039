import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Checklist = Schemas['Checklist']
export type Item = Schemas['ChecklistItem']
export type ItemChange = Schemas['ChecklistChanges']['items'][number]
export type Counts = Checklist['counts']
export type Status = NonNullable<Item['status']>

export const checklistsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'checklists'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/checklists', { params: { path: { plan } }, signal })),
  })

export const checklistQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'checklists', code],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/checklists/{code}', { params: { path: { plan, code } }, signal })),
  })

export const itemHistoryQuery = (plan: string, code: string, item: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'checklists', code, 'history', item],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/checklists/{code}/items/{item}/history', {
          params: { path: { plan, code, item } },
          signal,
        }),
      ),
  })
