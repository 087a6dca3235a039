// Areas as rows of a file, and back: one change of the plan for all of them.
import { takeArea } from '@tien-do/domain/import-area'
import type { AreaRow } from '@tien-do/domain/import-registers'
import type { Plan } from '@tien-do/domain/plan'
import { authorize } from '../../core/authorize.ts'
import { type Batch, outcomesOf, stateAfter } from '../../core/batch.ts'
import type { Context, Tx } from '../../core/context.ts'
import { lockPlanInForce, type PlanInForce, storeAreasOfPlan } from '../plans/index.ts'

type Areas = Pick<Plan, 'areas' | 'areaEvents'>

/** What each row would do after the ones above it. */
export async function importAreas(
  tx: Tx,
  context: Context,
  { id, code, plan }: PlanInForce,
  rows: readonly AreaRow[],
): Promise<Batch> {
  authorize(context.actor, 'area.open', { plan: code, department: null })
  return {
    outcomes: outcomesOf<Areas, AreaRow>(plan, rows, takeArea),
    write: async (kept) => {
      // Held from here on: what the plan is now is what the rows are written into.
      const { plan: now } = await lockPlanInForce(tx, id)
      const written = kept.map((index) => rows[index]!)
      await storeAreasOfPlan(tx, id, now, stateAfter<Areas, AreaRow>(now, written, takeArea))
    },
  }
}

/** All areas that ever were, under the names they have now. */
export function exportAreas({ plan }: PlanInForce) {
  return plan.areas.map(({ code, name, validFrom, validTo, formerNames }) => {
    const renamedOn = formerNames.at(-1)?.until ?? null
    const row: AreaRow = { code, name, validFrom, validTo, renamedOn, legalBasis: null }
    return { department: null, row }
  })
}
