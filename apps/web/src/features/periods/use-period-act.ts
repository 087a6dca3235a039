import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'

type Order =
  | { readonly act: 'open'; readonly dates: Omit<Schemas['NewPeriod'], 'year'> }
  | { readonly act: 'close' | 'lock'; readonly etag: string }
  | { readonly act: 'reopen'; readonly etag: string; readonly reason: string }
  | { readonly act: 'allow'; readonly allowance: Schemas['NewAllowance'] }
  | { readonly act: 'end'; readonly etag: string; readonly id: string }

/** An act on the year's period; all that shows the plan asks anew. */
export function usePeriodAct(year: number) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (order: Order) => answer(send(plan, year, order)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
}

function send(plan: string, year: number, order: Order) {
  const path = { plan, year }
  switch (order.act) {
    case 'open':
      return api.POST('/plans/{plan}/periods', { params: { path: { plan } }, body: { year, ...order.dates } })
    case 'close':
      return api.POST('/plans/{plan}/periods/{year}/close', {
        params: { path, header: { 'if-match': order.etag } },
      })
    case 'lock':
      return api.POST('/plans/{plan}/periods/{year}/lock', {
        params: { path, header: { 'if-match': order.etag } },
      })
    case 'reopen':
      return api.POST('/plans/{plan}/periods/{year}/reopen', {
        params: { path, header: { 'if-match': order.etag } },
        body: { reason: order.reason },
      })
    case 'allow':
      return api.POST('/plans/{plan}/periods/{year}/allowances', { params: { path }, body: order.allowance })
    case 'end':
      return api.DELETE('/plans/{plan}/periods/{year}/allowances/{id}', {
        params: { path: { ...path, id: order.id }, header: { 'if-match': order.etag } },
      })
  }
}
