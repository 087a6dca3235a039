import { queryOptions } from '@tanstack/react-query'
import type { EvidenceResource } from '@tien-do/domain/evidence'
import { answer, api } from '../../lib/api.ts'

export interface EvidenceAbout {
  readonly resource: EvidenceResource
  /** `FB-02`, `FB-02/TDP-05`, `NV-09`, `SEC-01/MT-03`. */
  readonly code: string
  readonly year: number | null
}

export const evidenceQuery = (plan: string, { resource, code, year }: EvidenceAbout) =>
  queryOptions({
    queryKey: ['plans', plan, 'evidence', resource, code, year],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/plans/{plan}/evidence', {
          params: {
            path: { plan },
            query: { resource, code, removed: false, ...(year === null ? {} : { year }) },
          },
          signal,
        }),
      ),
  })
