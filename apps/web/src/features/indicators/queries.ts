import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

const REVISIONS_PER_PAGE = 15

export const summaryQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/summary', { params: { path: { plan } }, signal })),
  })

export const indicatorQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'indicators', code],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/indicators/{code}', { params: { path: { plan, code } }, signal })),
  })

export const seriesQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'indicators', code, 'series'],
    queryFn: ({ signal }) =>
      answer(api.GET('/plans/{plan}/indicators/{code}/series', { params: { path: { plan, code } }, signal })),
  })

export const historyQuery = (plan: string, indicator: string) =>
  infiniteQueryOptions({
    queryKey: ['plans', plan, 'measurements', 'history', { indicator }],
    queryFn: ({ signal, pageParam }) => {
      const query = { indicator, limit: REVISIONS_PER_PAGE, ...(pageParam && { cursor: pageParam }) }
      return answer(
        api.GET('/plans/{plan}/measurements/history', { params: { path: { plan }, query }, signal }),
      )
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const comparisonQuery = (
  plan: string,
  indicator: string,
  { from, to }: { from: string; to: string },
) =>
  queryOptions({
    queryKey: ['plans', plan, 'measurements', 'comparison', { indicator, from, to }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/measurements/comparison', {
          params: { path: { plan }, query: { indicator, from, to } },
          signal,
        }),
      ),
  })

export const overridesQuery = (plan: string, code: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'indicators', code, 'overrides'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/indicators/{code}/overrides', { params: { path: { plan, code } }, signal }),
      ),
  })
