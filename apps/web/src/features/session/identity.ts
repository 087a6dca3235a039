// The way to the office's identity provider: the service says where, the browser goes.

import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const signInOptionsQuery = () =>
  queryOptions({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => answer(api.GET('/sign-in-options', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export async function goToProvider(back: string): Promise<void> {
  const { to } = await answer(api.POST('/sessions/identity', { params: { query: { back } } }))
  window.location.assign(to)
}

export async function goAndLink(): Promise<void> {
  const { to } = await answer(api.POST('/me/identity'))
  window.location.assign(to)
}

/** Hands over what the provider sent the browser back with: each answer is taken once. */
export const providerAnswerQuery = (search: string) =>
  queryOptions({
    queryKey: ['provider-answer', search],
    queryFn: () => answer(api.POST('/sessions/identity/answer', { body: { answer: search } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
