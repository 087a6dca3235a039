import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

const FIVE_MINUTES = 5 * 60_000

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer(api.GET('/me', { signal })),
    staleTime: FIVE_MINUTES,
  })

/** Whom a link was made for; asked once: what is wrong with it is said when it is used. */
export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) =>
      answer(api.GET('/invitations/{secret}', { params: { path: { secret } }, signal })),
    retry: false,
    staleTime: FIVE_MINUTES,
  })
