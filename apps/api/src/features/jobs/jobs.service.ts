import type { JobKind, JobState } from '@tien-do/domain/job'
import { announce } from '../../core/announce.repo.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { cancelJobRow, findJobRow, type JobRow, listJobRows, retryJobRow } from './jobs.repo.ts'

const SHOWN = 200

/** What is done beside requests, newest first. */
export function listJobs(context: Context, state?: JobState): Promise<JobRow[]> {
  return listJobRows(context.read, state, SHOWN)
}

/** Has a job that was given up tried once more, now. */
export async function retryJob(context: Context, id: string): Promise<JobRow> {
  return moveJob(context, 'job.retry', id, async (tx, row) => {
    const moved = await retryJobRow(tx, row)
    if (moved) await announce(tx, { job: row.kind satisfies JobKind })
    return moved
  })
}

/** Takes a job that nobody has begun off the queue. */
export function cancelJob(context: Context, id: string): Promise<JobRow> {
  return moveJob(context, 'job.cancel', id, cancelJobRow)
}

function moveJob(
  context: Context,
  action: 'job.retry' | 'job.cancel',
  id: string,
  move: (tx: Tx, row: JobRow) => Promise<boolean>,
): Promise<JobRow> {
  return context.change({ action, plan: null }, async (tx, record) => {
    const before = await findJobRow(tx, id)
    if (!before) throw new AppError('job.not-found')
    if (!(await move(tx, before))) throw new AppError('job.wrong-state')
    const after = await findJobRow(tx, id)
    record({
      resource: 'job',
      id,
      code: before.kind,
      before: { state: before.state },
      after: { state: after?.state },
    })
    return after ?? before
  })
}
