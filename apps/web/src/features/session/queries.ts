import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

const FIVE_MINUTES = 5 * 60_000

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer(api.GET('/me', { signal })),
    staleTime: FIVE_MINUTES,
  })
