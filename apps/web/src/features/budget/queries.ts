import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Budget = Schemas['Budget']
export type BudgetRequest = Schemas['BudgetRequest']
export type BudgetLine = BudgetRequest['lines'][number]
export type Money = Schemas['Money']
export type BudgetTotals = Budget['totals']

export const budgetQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'budgets', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/budgets/{year}', { params: { path: { plan, year } }, signal })),
  })

export const budgetRequestQuery = (plan: string, year: number, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'budgets', year, code],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/budgets/{year}/requests/{code}', {
          params: { path: { plan, year, code } },
          signal,
        }),
      ),
  })
