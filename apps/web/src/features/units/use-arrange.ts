import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import type { NewArrangement } from './queries.ts'

/** First what would move, then the act itself: everything that names a department asks anew. */
export function useArrange() {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const send = (mode: 'validate' | 'commit') => (body: NewArrangement) =>
    answer(api.POST('/plans/{plan}/organisation', { params: { path: { plan }, query: { mode } }, body }))
  const look = useMutation({ mutationFn: send('validate') })
  const apply = useMutation({
    mutationFn: send('commit'),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
  return { look, apply }
}
