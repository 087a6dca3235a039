// What others change is seen here within seconds: one stream of hints while this tab is looked at, and questions asked again.

import type { QueryClient } from '@tanstack/react-query'
import { answer, api } from '../lib/api.ts'

/** Everybody hears of a change at once; not everybody has to ask at once. */
const JITTER_MS = { least: 150, most: 900 }
const POLL_MS = 20_000

interface Change {
  plan: string | null
}

/** Follows until it is stopped. Where the stream cannot be had, it asks now and then where each plan stands. */
export function followChanges(queryClient: QueryClient): () => void {
  const changed = new Set<string | null>()
  const revisions = new Map<string, number>()
  let source: EventSource | undefined
  let asking: number | undefined
  let refreshing: number | undefined

  function refreshSoon(plan: string | null) {
    changed.add(plan)
    refreshing ??= window.setTimeout(refresh, JITTER_MS.least + Math.random() * JITTER_MS.most)
  }

  function refresh() {
    refreshing = undefined
    for (const plan of changed) {
      if (plan === null) void queryClient.invalidateQueries({ queryKey: ['installation'] })
      else void queryClient.invalidateQueries({ queryKey: ['plans', plan] })
    }
    changed.clear()
    // What concerns only this person, and does not decide what they may see.
    void queryClient.invalidateQueries({ queryKey: ['mine'] })
  }

  async function compare() {
    // Through the query client: an ended session is noticed as everywhere.
    const { plans } = await queryClient.fetchQuery({
      queryKey: ['revisions'],
      queryFn: ({ signal }) => answer(api.GET('/events', { signal, parseAs: 'json' })) as Promise<Revisions>,
      staleTime: 0,
    })
    for (const { plan, revision } of plans) {
      if (revisions.has(plan) && revisions.get(plan) !== revision) refreshSoon(plan)
      revisions.set(plan, revision)
    }
  }

  const compareQuietly = () => void compare().catch(() => undefined)

  function open() {
    stopAsking()
    compareQuietly()
    source = new EventSource('/api/v1/events')
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      refreshSoon((JSON.parse(data) as Change).plan)
    })
    source.addEventListener('missed', compareQuietly)
    source.addEventListener('error', () => {
      // The browser tries again by itself, unless it was refused.
      if (source?.readyState !== EventSource.CLOSED) return
      source = undefined
      asking ??= window.setInterval(compareQuietly, POLL_MS)
      compareQuietly()
    })
  }

  function stopAsking() {
    window.clearInterval(asking)
    asking = undefined
    source?.close()
    source = undefined
  }

  /** A browser has six connections for all its tabs: only the one that is looked at holds one. */
  function followVisibility() {
    if (document.visibilityState === 'visible') open()
    else stopAsking()
  }

  document.addEventListener('visibilitychange', followVisibility)
  followVisibility()
  return () => {
    document.removeEventListener('visibilitychange', followVisibility)
    window.clearTimeout(refreshing)
    stopAsking()
  }
}

interface Revisions {
  plans: { plan: string; revision: number }[]
}
