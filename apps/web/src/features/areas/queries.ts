import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Areas = Schemas['AreaList']
export type Area = Areas['items'][number]
export type Register = Schemas['DenominatorList']
export type Denominator = Register['items'][number]

export const areaListQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'areas'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/areas', { params: { path: { plan } }, signal })),
  })

export const denominatorsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'denominators'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/denominators', {
          params: { path: { plan }, query: { history: false } },
          signal,
        }),
      ),
  })
