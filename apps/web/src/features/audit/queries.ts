import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { type AuditSearch, filtersOf } from './audit-search.ts'

/** What was done, newest first, a page at a time: in the plan, or in the installation (sign-ins, keys, people). */
export const auditQuery = (plan: string, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['plans', plan, 'audit', search],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...filtersOf(search), ...(pageParam ? { cursor: pageParam } : {}) }
      return answer(
        search.cua === 'he-thong'
          ? api.GET('/audit-events', { params: { query }, signal })
          : api.GET('/plans/{plan}/audit-events', { params: { path: { plan }, query }, signal }),
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

/** Whether the chain is what was written; asked when somebody wants to know, for it walks all of it. */
export const verificationQuery = (plan: string, ofInstallation: boolean) =>
  queryOptions({
    queryKey: ['plans', plan, 'audit-verification', { ofInstallation }],
    queryFn: ({ signal }) =>
      answer(
        ofInstallation
          ? api.GET('/audit-verification', { signal })
          : api.GET('/plans/{plan}/audit-verification', { params: { path: { plan } }, signal }),
      ),
    enabled: false,
    staleTime: 0,
  })
