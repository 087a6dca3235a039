// Who looks at figures of a plan, and how its periods stand now: what `allowedActions` goes by.
import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import type { OpenFor } from '@tien-do/domain/measurement'
import { mayDecideUnder, maySubmitUnder } from '@tien-do/domain/period'
import type { Actor } from '@tien-do/domain/permission'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { periodLocks } from '../periods/index.ts'
import { getPlanRow } from '../plans/index.ts'

export interface Showing {
  readonly actor: Actor
  /** Code of the plan. */
  readonly plan: string
  readonly openFor: (department: DepartmentId | null, on: Day) => OpenFor
}

/** Read once, for as many figures as are shown; inside a change through its transaction. */
export async function showing(
  read: Reader | Tx,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  plan: { readonly id: PlanId; readonly code: string },
): Promise<Showing> {
  const lockOf = await periodLocks(read, plan.id, now())
  return {
    actor,
    plan: plan.code,
    openFor: (department, on) => ({
      write: maySubmitUnder(lockOf(department, on)),
      decide: mayDecideUnder(lockOf(null, on)),
    }),
  }
}

/** The same outside of a change, by the plan's code. */
export async function showingTo(context: Context, planCode: string): Promise<Showing> {
  const { id } = await getPlanRow(context, planCode)
  return showing(context.read, context, { id: id as PlanId, code: planCode })
}
