import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import type { ReportReturnNote } from './queries.ts'

export type Excuses = NonNullable<Schemas['Submitting']['without']>

type Order =
  | { readonly act: 'submit'; readonly etag: string; readonly without: Excuses }
  | { readonly act: 'withdraw' | 'accept' | 'consolidate'; readonly etag: string }
  | { readonly act: 'return'; readonly etag: string; readonly notes: ReportReturnNote[] }

/** An act on one department's report; the board and the report ask anew. */
export function useReportAct(year: number, department: string) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const path = { plan, year, department }
  const params = (etag: string) => ({ path, header: { 'if-match': etag } })
  return useMutation({
    mutationFn: (order: Order) => answer(send(order)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })

  function send(order: Order) {
    switch (order.act) {
      case 'submit':
        return api.POST('/plans/{plan}/periods/{year}/reports/{department}/submit', {
          params: params(order.etag),
          body: { without: order.without },
        })
      case 'withdraw':
        return api.POST('/plans/{plan}/periods/{year}/reports/{department}/withdraw', {
          params: params(order.etag),
        })
      case 'accept':
        return api.POST('/plans/{plan}/periods/{year}/reports/{department}/accept', {
          params: params(order.etag),
        })
      case 'consolidate':
        return api.POST('/plans/{plan}/periods/{year}/reports/{department}/consolidate', {
          params: params(order.etag),
        })
      case 'return':
        return api.POST('/plans/{plan}/periods/{year}/reports/{department}/return', {
          params: params(order.etag),
          body: { notes: order.notes },
        })
    }
  }
}
