// Whether a department may still write figures of a day: the periods know, and are asked once for all cells.
import { type Day, yearOf } from '@tien-do/domain/day'
import type { DepartmentId } from '@tien-do/domain/ids'
import { maySubmitUnder, type PeriodState } from '@tien-do/domain/period'
import type { Reader, Tx } from '../../core/context.ts'
import { periodLocks } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'

export interface EntryLock {
  readonly code: 'period.locked'
  readonly year: number
  readonly state: Exclude<PeriodState, 'open'>
}

/** The lock that stands before a figure of a department (null: nobody's) on a day; null where it is open. */
export type LockOf = (department: DepartmentId | null, on: Day) => EntryLock | null

export async function readLocks(read: Reader | Tx, plan: PlanInForce, now: Date): Promise<LockOf> {
  const lockOf = await periodLocks(read, plan.id, now)
  return (department, on) => {
    const lock = lockOf(department, on)
    if (maySubmitUnder(lock) || lock.state === 'open' || lock.state === 'exception') return null
    return { code: 'period.locked', year: yearOf(on), state: lock.state }
  }
}
