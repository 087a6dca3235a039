import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'
import type { HeldRole, Person } from './people-words.ts'
import { peopleQuery } from './queries.ts'

/** An act on the people of this installation; the list asks anew. */
function usePeopleAct<Input, Result>(act: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries(peopleQuery()),
  })
}

export const useInvite = () =>
  usePeopleAct((body: Schemas['NewPerson']) => answer(api.POST('/people', { body })))

export const useReinvite = () =>
  usePeopleAct(({ id }: Person) => answer(api.POST('/people/{id}/invitation', { params: { path: { id } } })))

export const useChangeRoles = () =>
  usePeopleAct(({ person: { id, etag }, roles }: { person: Person; roles: HeldRole[] }) =>
    answer(
      api.PUT('/people/{id}/roles', {
        params: { path: { id }, header: { 'if-match': etag } },
        body: { roles },
      }),
    ),
  )

export const useLetIn = () =>
  usePeopleAct(({ id, state }: Person) => {
    const params = { path: { id } }
    return answer(
      state === 'disabled'
        ? api.POST('/people/{id}/enable', { params })
        : api.POST('/people/{id}/disable', { params }),
    )
  })

export const useHandOver = () =>
  usePeopleAct(({ id, ...body }: Schemas['HandOver'] & { id: string }) =>
    answer(api.POST('/people/{id}/hand-over', { params: { path: { id } }, body })),
  )
