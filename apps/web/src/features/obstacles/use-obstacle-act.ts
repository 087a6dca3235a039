import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import type { Obstacle } from './queries.ts'

/** An act on an obstacle, by the version that was seen; every list that shows it asks anew. */
export function useObstacleAct({ code, etag }: Pick<Obstacle, 'code' | 'etag'>) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const params = { path: { plan, code }, header: { 'if-match': etag } }
  const acts = {
    return: (reason: string) =>
      api.POST('/plans/{plan}/obstacles/{code}/return', { params, body: { reason } }),
    consolidate: (proposal: string) =>
      api.POST('/plans/{plan}/obstacles/{code}/consolidate', { params, body: { proposal } }),
    merge: (into: string) => api.POST('/plans/{plan}/obstacles/{code}/merge', { params, body: { into } }),
    submit: () => api.POST('/plans/{plan}/obstacles/{code}/submit', { params }),
    refer: (decision: string) =>
      api.POST('/plans/{plan}/obstacles/{code}/refer', { params, body: { decision } }),
    resolve: (result: string) =>
      api.POST('/plans/{plan}/obstacles/{code}/resolve', { params, body: { result } }),
    reopen: (reason: string) =>
      api.POST('/plans/{plan}/obstacles/{code}/reopen', { params, body: { reason } }),
    acknowledge: () => api.POST('/plans/{plan}/obstacles/{code}/acknowledge', { params }),
    amend: (detail: string) => api.PATCH('/plans/{plan}/obstacles/{code}', { params, body: { detail } }),
  }
  return useMutation({
    mutationFn: async (order: ObstacleOrder) => {
      if (order.act === 'decide')
        return answer(api.POST('/plans/{plan}/obstacles/{code}/decide', { params, body: order.decision }))
      return answer(acts[order.act](order.words))
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
    onError: () => queryClient.invalidateQueries({ queryKey: ['plans', plan, 'obstacles', code] }),
  })
}

export type PlainAct =
  | 'return'
  | 'consolidate'
  | 'merge'
  | 'submit'
  | 'refer'
  | 'resolve'
  | 'reopen'
  | 'acknowledge'
  | 'amend'

interface Decision {
  readonly decision: string
  readonly actingDepartment: string
  readonly dueOn: string
  readonly workOrdered?: string
}

export type ObstacleOrder =
  | { readonly act: PlainAct; readonly words: string }
  | { readonly act: 'decide'; readonly decision: Decision }
