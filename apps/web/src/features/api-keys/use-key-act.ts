import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { keysQuery } from './queries.ts'

/** An act on the keys of this plan; the list asks anew. */
function useKeyAct<Input, Result>(act: (plan: string, input: Input) => Promise<Result>) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => act(plan, input),
    onSettled: () => queryClient.invalidateQueries(keysQuery(plan)),
  })
}

export const useIssueKey = () =>
  useKeyAct((plan, body: Schemas['NewApiKey']) =>
    answer(api.POST('/plans/{plan}/api-keys', { params: { path: { plan } }, body })),
  )

export const useRotateKey = () =>
  useKeyAct((plan, { id, keepDays }: { id: string; keepDays: number }) =>
    answer(
      api.POST('/plans/{plan}/api-keys/{id}/rotate', {
        params: { path: { plan, id } },
        body: { keepDays },
      }),
    ),
  )

export const useRevokeKey = () =>
  useKeyAct((plan, { id }: { id: string }) =>
    answer(api.DELETE('/plans/{plan}/api-keys/{id}', { params: { path: { plan, id } } })),
  )
