// Takes work from the queue: at once when it is told of some, and by looking now and then whatever was told.
import { JOB_KINDS, type JobKind } from '@tien-do/domain/job'
import type { PgBoss } from 'pg-boss'
import { MISSED } from '../core/hint.ts'
import type { Database } from '../db/client.ts'
import { makeQueue } from './queue.ts'

/** What is done for a job; it may be begun again after a crash, and must then do what is missing and no more. */
export type JobHandler = (data: Readonly<Record<string, unknown>>, signal: AbortSignal) => Promise<void>

export interface Work {
  readonly handlers: Readonly<Record<JobKind, JobHandler>>
  /** Kinds that nobody asks for: when they are due, as cron in Asia/Ho_Chi_Minh. */
  readonly timetable: Readonly<Partial<Record<JobKind, string>>>
}

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const POLL_S = { postgres: 2, pglite: 10 } as const
const AT_ONCE = 2
/** How long a stop waits for what is under way before it hands it back. */
const GRACE_MS = 3_000

/** Works until it is stopped; what is under way then is finished within a few seconds or handed back. */
export function startWorker(database: Database, work: Work): { readonly stop: () => Promise<void> } {
  const started = start(database, work)
  // A database that is away when the service starts: the next start tries again, requests do meanwhile.
  started.catch(() => undefined)
  return {
    stop: async () => {
      const running = await started.catch(() => null)
      running?.unfollow()
      await running?.boss.stop({ graceful: true, timeout: GRACE_MS })
    },
  }
}

async function start({ pool, engine, hints }: Database, { handlers, timetable }: Work) {
  const boss = await makeQueue(pool, true)
  await boss.start()
  const workers = new Map<JobKind, string>()
  for (const kind of JOB_KINDS) {
    const options = { pollingIntervalSeconds: POLL_S[engine], localConcurrency: AT_ONCE }
    const handle = handlers[kind]
    workers.set(
      kind,
      await boss.work<Record<string, unknown> | null>(kind, options, async (jobs) => {
        for (const { data, signal } of jobs) await handle(data ?? {}, signal)
        // Where there was one there may be more: looked for now, not at the next poll.
        wake(boss, workers.get(kind))
      }),
    )
    const due = timetable[kind]
    if (due) await boss.schedule(kind, due, null, { tz: TIME_ZONE })
    else await boss.unschedule(kind)
  }
  const unfollow = hints.follow((heard) => {
    if (heard === MISSED) for (const id of workers.values()) boss.notifyWorker(id)
    else if ('job' in heard) wake(boss, workers.get(heard.job))
  })
  return { boss, unfollow }
}

function wake(boss: PgBoss, worker: string | undefined): void {
  if (worker) boss.notifyWorker(worker)
}
