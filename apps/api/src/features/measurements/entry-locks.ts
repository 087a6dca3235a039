// Whether a department may still write figures of a day: the periods know.
import type { Day } from '@tien-do/domain/day'
import type { Reader, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'

export interface EntryLock {
  readonly code: 'period.locked'
  readonly year: number
}

/** The lock that stands before a figure of a department (its code; null: nobody's) on a day; null where it is open. */
export type LockOf = (department: string | null, on: Day) => EntryLock | null

export async function readLocks(_read: Reader | Tx, _plan: PlanInForce, _now: Date): Promise<LockOf> {
  return () => null
}
