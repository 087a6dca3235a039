import { JOB_KINDS, JOB_STATES, jobActsIn } from '@tien-do/domain/job'
import { type Static, Type } from 'typebox'
import { Id, InstantText, list, nullable, oneOf, Text, Whole } from '../../http/shapes.ts'
import type { JobRow } from './jobs.repo.ts'

export const Job = Type.Object(
  {
    id: Id,
    kind: oneOf(JOB_KINDS),
    state: oneOf(JOB_STATES),
    /** How often it was tried again after failing. */
    retries: Whole,
    createdAt: InstantText,
    /** When it is next taken, or was. */
    dueAt: InstantText,
    endedAt: nullable(InstantText),
    /** What the last try failed with, in the words of the machine; null when nothing failed. */
    error: nullable(Text),
    allowedActions: Type.Array(oneOf(['job.retry', 'job.cancel'] as const), { maxItems: 2 }),
  },
  {
    $id: 'Job',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        kind: 'send-mail',
        state: 'failed',
        retries: 16,
        createdAt: '2026-11-22T02:00:00.000Z',
        dueAt: '2026-11-22T09:10:00.000Z',
        endedAt: '2026-11-22T09:10:01.000Z',
        error: 'connect ECONNREFUSED 10.0.0.9:25',
        allowedActions: ['job.retry'],
      },
    ],
  },
)
export const JobList = list(Job, 'JobList')

export const JobsQuery = Type.Object({ state: Type.Optional(oneOf(JOB_STATES)) })
export const JobParams = Type.Object({ id: Id })

export function toWire(row: JobRow): Static<typeof Job> {
  return { ...row, allowedActions: jobActsIn(row.state) }
}
