import { queryOptions } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { answer, api } from '../../lib/api.ts'

export type JobState = Schemas['Job']['state']

export const jobsQuery = (state: JobState | undefined) =>
  queryOptions({
    queryKey: ['installation', 'jobs', { state }],
    queryFn: ({ signal }) =>
      answer(api.GET('/jobs', { params: { query: { ...(state && { state }) } }, signal })),
    refetchInterval: 10_000,
  })
