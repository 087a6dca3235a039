// Areas as rows of a file, and back: one change of the plan for all of them.
import { takeArea } from '@tien-do/domain/import-area'
import type { AreaRow } from '@tien-do/domain/import-registers'
import type { Plan } from '@tien-do/domain/plan'
import { authorize } from '../../core/authorize.ts'
import type { Batch, RowOutcome } from '../../core/batch.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
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
  let after: Areas = plan
  const outcomes = rows.map((row): RowOutcome => {
    const taken = takeArea(after, row)
    if (taken.outcome === 'refused') return taken.faults
    after = taken.after
    return taken.outcome
  })
  return {
    outcomes,
    write: async (kept) => {
      // Held from here on: what the plan is now is what the rows are written into.
      const { plan: now } = await lockPlanInForce(tx, id)
      const added = areasAfter(
        now,
        kept.map((index) => rows[index]!),
      )
      await storeAreasOfPlan(tx, id, now, added)
    },
  }
}

function areasAfter(plan: Areas, rows: readonly AreaRow[]): Areas {
  return rows.reduce<Areas>((areas, row) => {
    const taken = takeArea(areas, row)
    // Somebody changed the areas since the rows were judged.
    if (taken.outcome === 'refused') throw new AppError('conflict')
    return taken.after
  }, plan)
}

/** All areas that ever were, under the names they have now. */
export function exportAreas({ plan }: PlanInForce) {
  return plan.areas.map(({ code, name, validFrom, validTo, formerNames }) => {
    const renamedOn = formerNames.at(-1)?.until ?? null
    const row: AreaRow = { code, name, validFrom, validTo, renamedOn, legalBasis: null }
    return { department: null, row }
  })
}
