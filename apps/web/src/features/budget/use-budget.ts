import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RequestAct, YearAct } from '@tien-do/domain/budget'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import type { linesOf } from './edit-rows.ts'
import type { Figure } from './finance-edits.ts'
import type { Budget, BudgetRequest } from './queries.ts'

function useFresh() {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return { plan, refresh: () => queryClient.invalidateQueries({ queryKey: ['plans', plan, 'budgets'] }) }
}

export interface Answer {
  readonly noCost: boolean
  readonly lines: ReturnType<typeof linesOf>
  /** Sent to Finance at once after it is stored. */
  readonly send: boolean
}

/** Stores a department's answer, and sends it where that is asked for. */
export function useSaveBudgetRequest({ year, department, etag }: BudgetRequest) {
  const { plan, refresh } = useFresh()
  const path = { plan, year, code: department.code }
  return useMutation({
    mutationFn: async ({ send, ...body }: Answer) => {
      const saved = await answer(
        api.PUT('/plans/{plan}/budgets/{year}/requests/{code}', {
          params: { path, header: { 'if-match': etag } },
          body,
        }),
      )
      if (!send) return saved
      return answer(
        api.POST('/plans/{plan}/budgets/{year}/requests/{code}/request', {
          params: { path, header: { 'if-match': saved.etag } },
        }),
      )
    },
    onSettled: refresh,
  })
}

/** Takes back, accepts or returns a department's answer. */
export function useBudgetRequestAct({ year, department, etag }: BudgetRequest) {
  const { plan, refresh } = useFresh()
  const params = { path: { plan, year, code: department.code }, header: { 'if-match': etag } }
  return useMutation({
    mutationFn: ({ act, reason }: { act: Exclude<RequestAct, 'request'>; reason: string }) => {
      if (act === 'return')
        return answer(
          api.POST('/plans/{plan}/budgets/{year}/requests/{code}/return', { params, body: { reason } }),
        )
      return act === 'accept'
        ? answer(api.POST('/plans/{plan}/budgets/{year}/requests/{code}/accept', { params }))
        : answer(api.POST('/plans/{plan}/budgets/{year}/requests/{code}/withdraw', { params }))
    },
    onSettled: refresh,
  })
}

export function useBudgetYearAct({ year, etag }: Budget) {
  const { plan, refresh } = useFresh()
  const params = { path: { plan, year }, header: { 'if-match': etag } }
  return useMutation({
    mutationFn: (act: YearAct) => {
      const acts = {
        consolidate: () => api.POST('/plans/{plan}/budgets/{year}/consolidate', { params }),
        unfreeze: () => api.POST('/plans/{plan}/budgets/{year}/unfreeze', { params }),
        submit: () => api.POST('/plans/{plan}/budgets/{year}/submit', { params }),
        allocate: () => api.POST('/plans/{plan}/budgets/{year}/allocate', { params }),
        settle: () => api.POST('/plans/{plan}/budgets/{year}/settle', { params }),
      }
      return answer(acts[act]())
    },
    onSettled: refresh,
  })
}

/** What Finance writes on lines, over the version of the year that was read: all of it or nothing. */
export function useSaveBudgetFigures({ year, etag }: Budget) {
  const { plan, refresh } = useFresh()
  return useMutation({
    mutationFn: (lines: Figure[]) =>
      answer(
        api.PATCH('/plans/{plan}/budgets/{year}/lines', {
          params: { path: { plan, year }, header: { 'if-match': etag } },
          body: { lines },
        }),
      ),
    onSettled: refresh,
  })
}
