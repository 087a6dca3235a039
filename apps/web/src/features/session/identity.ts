// The way to the office's identity provider: the service says where, the browser goes.

import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'

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

const FAULTS: Readonly<Record<string, () => string>> = {
  'identity.unknown': m.error_identity_unknown,
  'identity.taken': m.error_identity_taken,
}

/** The sentence for what the address says went wrong on the way; made-up ones are just "begin again". */
export const identityFault = (code: string): string => (FAULTS[code] ?? m.error_identity_failed)()
