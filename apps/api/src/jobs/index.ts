// What runs beside requests. So far: the embedded database writes its log to its files every few minutes.
import type { Database } from '../db/client.ts'

const CHECKPOINT_MS = 5 * 60_000

export interface Jobs {
  readonly stop: () => Promise<void>
}

export function startJobs({ engine, pool }: Database): Jobs {
  if (engine !== 'pglite') return { stop: async () => undefined }
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = pool.query('checkpoint').catch(() => undefined)
  }, CHECKPOINT_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
