// What is done beside requests: its kinds, and how it stands with one piece of it.

export const JOB_KINDS = ['send-reminders', 'send-mail', 'make-backup', 'send-webhook'] as const
export type JobKind = (typeof JOB_KINDS)[number]

/** `waiting` may have failed already and be tried again; `failed` is given up until somebody asks for it again. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

/** What an administrator may still do with a job in this state. */
export function jobActsIn(state: JobState): ('job.retry' | 'job.cancel')[] {
  if (state === 'failed') return ['job.retry']
  return state === 'waiting' ? ['job.cancel'] : []
}
