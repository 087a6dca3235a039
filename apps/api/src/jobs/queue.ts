// The queue: pg-boss over the house's own pool, on either database. Why it is this one: docs/decisions/0021-jobs.md.
import { JOB_KINDS } from '@tien-do/domain/job'
import type { PgBoss } from 'pg-boss'

/** How statements reach the database: a pool, or one client of it. */
interface Sends {
  readonly query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
}

const DAY_S = 24 * 60 * 60

/**
 * What holds for every kind. A job whose process died is seen after 10 s without a heartbeat, and tried again; one that
 * fails waits 2 s, 4 s … one hour, sixteen times (about ten hours), and is then given up until somebody asks for it again.
 */
const QUEUE = {
  heartbeatSeconds: 10,
  expireInSeconds: 15 * 60,
  retryLimit: 16,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60 * 60,
  retentionSeconds: 14 * DAY_S,
  deleteAfterSeconds: 30 * DAY_S,
}

/** How often the queue looks after itself: for dead workers, and for what its timetable asks. */
const LOOKS_AFTER = {
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  cronMonitorIntervalSeconds: 45,
}

/** A queue that is not started yet. `supervised`: it also gives back what dead processes held, and keeps the timetable. */
export async function makeQueue(sends: Sends, supervised: boolean): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    db: { executeSql: (text, values) => sends.query(text, values) },
    supervise: supervised,
    schedule: supervised,
    ...LOOKS_AFTER,
  })
  // What fails is tried again by the queue itself; an error that nobody hears would end the process.
  boss.on('error', () => undefined)
  return boss
}

/** Makes the queue's tables and its kinds where they are missing, so that work can be put down before anybody takes it. */
export async function prepareQueue(sends: Sends): Promise<void> {
  if (await isPrepared(sends)) return
  const boss = await makeQueue(sends, false)
  await boss.start()
  for (const kind of JOB_KINDS) await boss.createQueue(kind, QUEUE)
  await boss.stop({ graceful: false })
}

async function isPrepared(sends: Sends): Promise<boolean> {
  const there = await sends.query(`select to_regclass('pgboss.queue') is not null as made`)
  if (!(there.rows[0] as { made: boolean }).made) return false
  const { rows } = await sends.query('select name from pgboss.queue')
  const known = new Set((rows as { name: string }[]).map(({ name }) => name))
  return JOB_KINDS.every((kind) => known.has(kind))
}
