import { queryOptions } from '@tanstack/react-query'
import { addDays, type Day } from '@tien-do/domain/day'
import { answer, api } from '../../lib/api.ts'

const DAYS = 7
const MOST = 200

/** The figures that were approved in the week that ends on this day. */
export const changedFiguresQuery = (plan: string, today: string) => {
  const decidedFrom = addDays(today as Day, -DAYS)
  return queryOptions({
    queryKey: ['plans', plan, 'measurements', { decidedFrom }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/measurements', {
          params: { path: { plan }, query: { decidedFrom, state: 'approved', limit: MOST } },
          signal,
        }),
      ),
  })
}
