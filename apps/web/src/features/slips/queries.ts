import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Slip = Schemas['Slip']
export type SlipSheet = Schemas['SlipSheet']
export type SheetIndicator = SlipSheet['indicators'][number]

export const slipsQuery = (plan: string, year: number) =>
  queryOptions({
    queryKey: ['plans', plan, 'slips', year],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/slips', { params: { path: { plan }, query: { year } }, signal })),
  })

/** What a link opens; asked for anew each time. */
export const slipSheetQuery = (secret: string) =>
  queryOptions({
    queryKey: ['slip', secret],
    queryFn: ({ signal }) => answer(api.GET('/slips/{secret}', { params: { path: { secret } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
