import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'

/** An act on tasks or their work; every list that shows them asks anew, also where it was refused as too late. */
export function useWork<Order, Answer>(
  act: (plan: string, order: Order) => Promise<Answer>,
  onDone?: () => void,
) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (order: Order) => act(plan, order),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['plans', plan] })
      onDone?.()
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
}
