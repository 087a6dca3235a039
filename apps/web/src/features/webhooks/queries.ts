import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'

const key = (plan: string) => ['plans', plan, 'webhooks']

export const webhooksQuery = (plan: string) =>
  queryOptions({
    queryKey: key(plan),
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/webhooks', { params: { path: { plan } }, signal })),
  })

export const deliveriesQuery = (plan: string, id: string) =>
  queryOptions({
    queryKey: [...key(plan), id, 'deliveries'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/webhooks/{id}/deliveries', { params: { path: { plan, id } }, signal })),
  })

/** An act on the webhooks of this plan; the list and the logs ask anew. */
function useWebhookAct<Input, Result>(act: (plan: string, input: Input) => Promise<Result>) {
  const plan = useCurrentPlan().code
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => act(plan, input),
    onSettled: () => client.invalidateQueries({ queryKey: key(plan) }),
  })
}

export const useMakeWebhook = () =>
  useWebhookAct((plan, body: { name: string; url: string }) =>
    answer(api.POST('/plans/{plan}/webhooks', { params: { path: { plan } }, body })),
  )

export const useRotateWebhook = () =>
  useWebhookAct((plan, id: string) =>
    answer(api.POST('/plans/{plan}/webhooks/{id}/secret', { params: { path: { plan, id } } })),
  )

type Switched = 'enable' | 'disable' | 'remove'

export const useSwitchWebhook = () =>
  useWebhookAct(async (plan, { id, to }: { id: string; to: Switched }) => {
    const params = { path: { plan, id } }
    if (to === 'enable') await answer(api.POST('/plans/{plan}/webhooks/{id}/enable', { params }))
    else if (to === 'disable') await answer(api.POST('/plans/{plan}/webhooks/{id}/disable', { params }))
    else await answer(api.DELETE('/plans/{plan}/webhooks/{id}', { params }))
  })

export const useReplayDelivery = () =>
  useWebhookAct((plan, { id, delivery }: { id: string; delivery: string }) =>
    answer(
      api.POST('/plans/{plan}/webhooks/{id}/deliveries/{delivery}/replay', {
        params: { path: { plan, id, delivery } },
      }),
    ),
  )
