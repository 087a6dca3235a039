import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import type { ObstacleWait } from '@tien-do/domain/obstacle'
import { answer, api } from '../../lib/api.ts'
import type { ObstaclesSearch } from './obstacles-search.ts'

export type Obstacle = Schemas['Obstacle']
export type ObstacleHistory = Schemas['ObstacleHistory']
export type ObstacleEvent = ObstacleHistory['events'][number]

const MOST = 200

interface Wanted {
  readonly waitingFor?: ObstacleWait
  readonly open?: boolean
  readonly kind?: Obstacle['kind']
  readonly department?: string
  readonly task?: string
  readonly indicator?: string
  readonly area?: string
  readonly olderThanDays?: number
  readonly state?: Obstacle['state']
  readonly year?: number
}

export const obstaclesQuery = (plan: string, wanted: Wanted = {}) =>
  queryOptions({
    queryKey: ['plans', plan, 'obstacles', wanted],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/obstacles', {
          params: { path: { plan }, query: { ...wanted, limit: MOST } },
          signal,
        }),
      ),
  })

export const obstacleQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'obstacles', code],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/obstacles/{code}', { params: { path: { plan, code } }, signal })),
  })

/** What the address asks for, in the service's words. */
export function wantedBy(search: ObstaclesSearch): Wanted {
  return {
    ...(search.cho ? { waitingFor: search.cho } : {}),
    ...(search.loai ? { kind: search.loai } : {}),
    ...(search['bo-phan'] ? { department: search['bo-phan'] } : {}),
    ...(search.tuoi ? { olderThanDays: Number(search.tuoi) } : {}),
    ...(search.nam ? { year: Number(search.nam) } : {}),
    ...(search.xem === 'tat-ca' || search.cho ? {} : { open: true }),
  }
}
