// How questions to the service behave everywhere: when they are asked again, and what an ended session does.

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../lib/api.ts'

const FRESH_FOR_MS = 30_000
const RETRIES = 2
const SERVER_FAULT = 500

/** Only what may pass by itself is tried again: a lost connection, a server that is starting. */
function mayPass(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || failures >= RETRIES) return false
  return error.status >= SERVER_FAULT || (error.status === 0 && navigator.onLine)
}

export function makeQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasSessionEnded(error)) onSessionEnd()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        retry: mayPass,
        // Without a network a question fails at once and says so, instead of waiting behind a skeleton.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export function hasSessionEnded(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'session.required'
}
