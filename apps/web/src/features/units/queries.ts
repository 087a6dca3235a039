import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type Unit = Schemas['Department']
export type Organisation = Schemas['Organisation']
export type Arrangement = Schemas['Arrangement']
export type NewArrangement = Schemas['NewArrangement']
export type Arranged = Schemas['DepartmentsArranged']

export const unitsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'departments'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/departments', { params: { path: { plan } }, signal })),
  })

export const organisationQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'organisation'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/organisation', { params: { path: { plan } }, signal })),
  })
