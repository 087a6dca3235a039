import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'

interface NewArea {
  readonly code: string
  readonly name: string
}
export type AreaAct =
  | { readonly act: 'open'; readonly on: string | null; readonly areas: NewArea[] }
  | { readonly act: 'rename'; readonly code: string; readonly on: string; readonly name: string }
  | { readonly act: 'close'; readonly code: string; readonly on: string }
  | { readonly act: 'split'; readonly code: string; readonly on: string; readonly to: NewArea[] }
  | { readonly act: 'merge'; readonly on: string; readonly from: string[]; readonly to: NewArea }

/** One act on the ward's areas; everything that is counted by area asks anew. */
export function useAreaAct() {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ legalBasis, ...act }: AreaAct & { legalBasis: string | null }) =>
      answer(send(plan, act, legalBasis)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['plans', plan] }),
  })
}

function send(plan: string, act: AreaAct, legalBasis: string | null) {
  const path = { plan }
  switch (act.act) {
    case 'open':
      return api.POST('/plans/{plan}/areas', {
        params: { path },
        body: { on: act.on, areas: act.areas, legalBasis },
      })
    case 'merge':
      return api.POST('/plans/{plan}/areas/merge', {
        params: { path },
        body: { on: act.on, from: act.from, to: act.to, legalBasis },
      })
    case 'split':
      return api.POST('/plans/{plan}/areas/{code}/split', {
        params: { path: { plan, code: act.code } },
        body: { on: act.on, to: act.to, legalBasis },
      })
    case 'rename':
      return api.POST('/plans/{plan}/areas/{code}/rename', {
        params: { path: { plan, code: act.code } },
        body: { on: act.on, name: act.name, legalBasis },
      })
    case 'close':
      return api.POST('/plans/{plan}/areas/{code}/close', {
        params: { path: { plan, code: act.code } },
        body: { on: act.on, legalBasis },
      })
  }
}
