// What runs beside requests: the queue's worker; and what each process does for itself, however many there are.
import type { Database } from '../db/client.ts'
import { forgetAnswers } from '../http/idempotency.repo.ts'
import { startWorker, type Work } from './worker.ts'

export type { JobHandler, Work } from './worker.ts'

const CHECKPOINT_MS = 5 * 60_000
const FORGET_MS = 60 * 60_000
/** A script that was stopped on Friday may repeat its request on Monday. */
const ANSWERS_KEPT_MS = 7 * 24 * 60 * 60_000

export interface Jobs {
  readonly stop: () => Promise<void>
}

/** The embedded database never writes its log into its files by itself; a server does. */
export async function checkpoint({ engine, pool }: Database): Promise<void> {
  // Failing is no harm: the next one does it.
  if (engine === 'pglite') await pool.query('checkpoint').catch(() => undefined)
}

export function startJobs(database: Database, now: () => Date, work: Work): Jobs {
  const jobs = [
    startWorker(database, work),
    every(FORGET_MS, () => forgetAnswers(database.db, new Date(now().getTime() - ANSWERS_KEPT_MS))),
    ...(database.engine === 'pglite' ? [every(CHECKPOINT_MS, () => checkpoint(database))] : []),
  ]
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) }
}

/** Does the work again and again; to stop is to wait for what is under way. */
function every(ms: number, work: () => Promise<void>): Jobs {
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    // Failing is no harm: the next one does it.
    running = work().catch(() => undefined)
  }, ms)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}
