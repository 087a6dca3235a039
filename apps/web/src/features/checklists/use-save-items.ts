import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { type Checklist, checklistQuery, type ItemChange } from './queries.ts'

/** Saves one after the other, so that a second tick of an item knows the version that the first one made. */
export function useSaveItems(list: string) {
  const plan = useCurrentPlan().code
  const queryClient = useQueryClient()
  const key = checklistQuery(plan, list).queryKey
  return useMutation({
    scope: { id: `checklist ${list}` },
    mutationFn: async (changes: readonly Omit<ItemChange, 'etag'>[]) => {
      const known = queryClient.getQueryData<Checklist>(key)
      const items = changes.map((change) => ({
        ...change,
        etag: known?.items.find(({ code }) => code === change.code)?.etag ?? null,
      }))
      const { results } = await answer(
        api.PATCH('/plans/{plan}/checklists/{code}', {
          params: { path: { plan, code: list } },
          body: { items },
        }),
      )
      return results
    },
    onSuccess: (results) => {
      queryClient.setQueryData<Checklist>(key, (known) =>
        known
          ? {
              ...known,
              items: known.items.map(
                (item) => results.find((result) => result.item?.code === item.code)?.item ?? item,
              ),
            }
          : known,
      )
      return queryClient.invalidateQueries({ queryKey: ['plans', plan] })
    },
  })
}
