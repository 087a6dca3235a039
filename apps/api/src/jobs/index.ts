// What runs beside requests. So far: the embedded database writes its log to its files every few minutes.
import type { Database } from '../db/client.ts'

const CHECKPOINT_MS = 5 * 60_000

export interface Jobs {
  readonly stop: () => Promise<void>
}

/** The embedded database never writes its log into its files by itself; a server does. */
export async function checkpoint({ engine, pool }: Database): Promise<void> {
  // Failing is no harm: the next one does it.
  if (engine === 'pglite') await pool.query('checkpoint').catch(() => undefined)
}

export function startJobs(database: Database): Jobs {
  if (database.engine !== 'pglite') return { stop: async () => undefined }
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = checkpoint(database)
  }, CHECKPOINT_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
