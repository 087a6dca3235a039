// The queue's own table, read and moved as its own functions would.
import { JOB_KINDS, type JobKind, type JobState } from '@tien-do/domain/job'
import { type SQL, sql } from 'drizzle-orm'
import { integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'

const instant = (name: string) => timestamp(name, { mode: 'string', withTimezone: true })
/** What this feature reads of it; the table is made and kept by pg-boss. */
const job = pgSchema('pgboss').table('job', {
  id: uuid('id').notNull(),
  name: text('name').notNull().$type<JobKind>(),
  state: text('state').notNull(),
  retryCount: integer('retry_count').notNull(),
  createdOn: instant('created_on').notNull(),
  startAfter: instant('start_after').notNull(),
  completedOn: instant('completed_on'),
  output: jsonb('output').$type<{ message?: string; value?: unknown } | null>(),
})

const STATE: Readonly<Record<string, JobState>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
}
const LONGEST_ERROR = 1_000

export interface JobRow {
  readonly id: string
  readonly kind: JobKind
  readonly state: JobState
  readonly retries: number
  readonly createdAt: string
  readonly dueAt: string
  readonly endedAt: string | null
  readonly error: string | null
}

const ofOurKinds = sql`${job.name} in ${[...JOB_KINDS]}`

/** The newest first. */
export async function listJobRows(
  read: Reader,
  state: JobState | undefined,
  limit: number,
): Promise<JobRow[]> {
  const states = Object.entries(STATE).flatMap(([theirs, ours]) => (ours === state ? [theirs] : []))
  const wanted = state === undefined ? ofOurKinds : sql`${ofOurKinds} and ${job.state}::text in ${states}`
  return (await select(read, wanted).orderBy(sql`${job.createdOn} desc`).limit(limit)).map(rowOf)
}

export async function findJobRow(read: Reader | Tx, id: string): Promise<JobRow | undefined> {
  const [row] = await select(read, sql`${job.id} = ${id} and ${ofOurKinds}`)
  return row && rowOf(row)
}

/** Takes a failed job up again at once; false when it is not failed any more. */
export async function retryJobRow(tx: Tx, { id, kind }: JobRow): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
    where name = ${kind} and id = ${id} and state = 'failed'`)
  return rowCount === 1
}

/** Takes a waiting job off the queue; false when somebody has taken it. */
export async function cancelJobRow(tx: Tx, { id, kind }: JobRow): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update pgboss.job set state = 'cancelled', completed_on = now()
    where name = ${kind} and id = ${id} and state < 'active'`)
  return rowCount === 1
}

export async function countFailedJobs(read: Reader): Promise<number> {
  const [row] = await read
    .select({ count: sql<number>`count(*)::int` })
    .from(job)
    .where(sql`${ofOurKinds} and ${job.state} = 'failed'`)
  return row?.count ?? 0
}

function select(read: Reader | Tx, wanted: SQL) {
  return read
    .select({
      id: job.id,
      kind: job.name,
      state: sql<string>`${job.state}::text`,
      retries: job.retryCount,
      createdOn: job.createdOn,
      startAfter: job.startAfter,
      completedOn: job.completedOn,
      output: job.output,
    })
    .from(job)
    .where(wanted)
}

type Stored = Awaited<ReturnType<typeof select>>[number]

function rowOf({ createdOn, startAfter, completedOn, output, state, ...row }: Stored): JobRow {
  const error = output?.message ?? output?.value
  return {
    ...row,
    state: STATE[state] ?? 'waiting',
    createdAt: new Date(createdOn).toISOString(),
    dueAt: new Date(startAfter).toISOString(),
    endedAt: completedOn && new Date(completedOn).toISOString(),
    error: typeof error === 'string' ? error.slice(0, LONGEST_ERROR) : null,
  }
}
