import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Home = Schemas['Home']
export type HomeItem = Home['todo'][number]

/** Under "mine": a change by anybody may add to it or take from it. */
export const homeQuery = (plan: string) =>
  queryOptions({
    queryKey: ['mine', 'home', plan],
    queryFn: ({ signal }) => answer(api.GET('/me/home', { params: { query: { plan } }, signal })),
  })
