// What of a plan everybody may see: nothing, until somebody who may decides it; and what is shown of it then.

import { isOnTime } from './deadline.ts'

/** What can be shown beside the standing of the indicators. Figures of single areas and drafts are never among them. */
export const PUBLIC_PARTS = ['series', 'reports', 'deadlines'] as const
export type PublicPart = (typeof PUBLIC_PARTS)[number]

export interface Publication {
  readonly isPublic: boolean
  readonly parts: readonly PublicPart[]
}

/** What holds of a plan of which nobody has decided anything. */
export const NOTHING_PUBLIC: Publication = { isPublic: false, parts: [] }

/** Whether the outside sees this part; nothing of a plan that is not public. */
export function isShown({ isPublic, parts }: Publication, part: PublicPart): boolean {
  return isPublic && parts.includes(part)
}

export const DEADLINE_OUTCOMES = ['met', 'late', 'waiting', 'overdue'] as const
export type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number]

/** What became of a deadline: `dueAt` is exclusive; instants in milliseconds since 1970, `sentAt` null until it is sent. */
export function deadlineOutcome(dueAt: number, sentAt: number | null, now: number): DeadlineOutcome {
  if (sentAt !== null) return isOnTime(sentAt, dueAt) ? 'met' : 'late'
  return isOnTime(now, dueAt) ? 'waiting' : 'overdue'
}
