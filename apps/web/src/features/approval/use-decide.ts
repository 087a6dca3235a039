import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import type { Waiting } from './queries.ts'

export interface Decision {
  readonly act: 'approve' | 'return'
  readonly items: readonly Waiting[]
  readonly note: string
  /** By the id of a figure: what is said of it alone. */
  readonly notes: ReadonlyMap<string, string>
}

export interface Decided extends Decision {
  readonly results: Schemas['MeasurementMoveResults']['results']
}

/** Approves or returns what was chosen; whatever came of it, the queue and the figures are asked for anew. */
export function useDecide() {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (decision: Decision): Promise<Decided> => {
      const { act, items, note, notes } = decision
      const request = {
        params: { path: { plan }, header: { 'idempotency-key': crypto.randomUUID() } },
        body: {
          note: note || null,
          items: items.map(({ measurement: { id, etag } }) => ({ id, etag, note: notes.get(id) || null })),
        },
      }
      const call =
        act === 'approve'
          ? api.POST('/plans/{plan}/measurements/approve', request)
          : api.POST('/plans/{plan}/measurements/return', request)
      return { ...decision, results: (await answer(call)).results }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
}
