import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import type { ImportOptions } from './import-options.ts'
import type { ImportSource } from './import-source.ts'
import { sendImport } from './send-import.ts'

/** A check writes nothing: it is a question, asked once for each file and way of reading it. */
export const checkQuery = (plan: string, source: ImportSource, options: ImportOptions) =>
  queryOptions({
    queryKey: ['imports', plan, source.id, options],
    queryFn: ({ signal }) => sendImport(plan, { source, options, mode: 'validate', atomic: 'none' }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })

export const areasQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'areas'],
    queryFn: ({ signal }) => answer(api.GET('/plans/{plan}/areas', { params: { path: { plan } }, signal })),
  })
