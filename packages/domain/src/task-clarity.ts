// "5 rõ": rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm. A check on each task, computed for a year.

import type { Day } from './day.ts'
import type { TaskState } from './task-state.ts'

export const CLARITIES = ['person', 'work', 'time', 'responsibility', 'product'] as const
export type Clarity = (typeof CLARITIES)[number]

export interface ClarityInput {
  /** Code of who leads, or null. */
  readonly lead: string | null
  /** The pieces of work of the year. */
  readonly pieces: readonly {
    readonly code: string
    readonly state: TaskState
    readonly department: string | null
    readonly dueOn: Day | null
    readonly outputs: readonly unknown[]
  }[]
}

export interface ClarityCheck {
  readonly clarity: Clarity
  readonly clear: boolean
  /** Codes of the pieces of work that lack it; empty where the task itself does. */
  readonly missing: readonly string[]
}

/**
 * Person: somebody leads. Work: the year has at least one piece of work. Time: each has a due day, or goes on all year.
 * Responsibility: each has a department that answers for it. Product: each says what comes out of it. Cancelled pieces
 * do not count; without any piece nothing but the person can be clear.
 */
export function clarityOf({ lead, pieces }: ClarityInput): ClarityCheck[] {
  const counted = pieces.filter(({ state }) => state !== 'cancelled')
  const each = (clarity: Clarity, isClear: (piece: ClarityInput['pieces'][number]) => boolean) => {
    const missing = counted.filter((piece) => !isClear(piece)).map(({ code }) => code)
    return { clarity, clear: counted.length > 0 && missing.length === 0, missing }
  }
  return [
    { clarity: 'person', clear: lead !== null, missing: [] },
    { clarity: 'work', clear: counted.length > 0, missing: [] },
    each('time', ({ state, dueOn }) => state === 'continuous' || dueOn !== null),
    each('responsibility', ({ department }) => department !== null),
    each('product', ({ outputs }) => outputs.length > 0),
  ]
}
