import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import type { ApprovalSearch } from './approval-search.ts'

export type Waiting = Schemas['ApprovalQueue']['items'][number]
export type Completeness = Schemas['Completeness']

export const approvalQueueQuery = (plan: string, search: ApprovalSearch) => {
  const query = {
    ...(search.nam ? { year: Number(search.nam) } : {}),
    ...(search['bo-phan'] ? { department: search['bo-phan'] } : {}),
    ...(search.ct ? { indicator: search.ct } : {}),
  }
  return queryOptions({
    queryKey: ['plans', plan, 'approval-queue', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/approval-queue', { params: { path: { plan }, query }, signal })),
  })
}

export const completenessQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'completeness', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/completeness', { params: { path: { plan }, query: { year } }, signal })),
  })
