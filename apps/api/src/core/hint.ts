// What the processes of one database tell each other at a commit: that something changed, or that there is work. Never data.
import type { JobKind } from '@tien-do/domain/job'

export const HINT_CHANNEL = 'tien_do'

/** A change of a plan (null: of the installation), and the kinds of things that changed in it. */
export interface ChangeHint {
  readonly plan: string | null
  readonly revision: number | null
  readonly resources: readonly string[]
}

interface JobHint {
  readonly job: JobKind
}

export type Hint = ChangeHint | JobHint

/** Hints may have been missed: whoever follows looks for themselves. */
export const MISSED = 'missed'
export type Heard = Hint | typeof MISSED

export interface Hints {
  /** Hears what is committed from now on; the answer stops it. */
  readonly follow: (hear: (heard: Heard) => void) => () => void
  readonly close: () => Promise<void>
}
