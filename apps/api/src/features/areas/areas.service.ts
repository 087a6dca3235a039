import { type AreaChange, areaNameOn, areasOn, changeAreas } from '@tien-do/domain/area'
import type { Day } from '@tien-do/domain/day'
import type { PlanId } from '@tien-do/domain/ids'
import { type Action, allowedAmong } from '@tien-do/domain/permission'
import type { PlanArea, PlanAreaEvent } from '@tien-do/domain/plan'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, lockPlanInForce, storeAreasOfPlan } from '../plans/index.ts'
import { AREA_ACTIONS } from './areas.schema.ts'

export interface AreaReading {
  readonly areas: readonly PlanArea[]
  readonly events: readonly PlanAreaEvent[]
  readonly allowedActions: (typeof AREA_ACTIONS)[number][]
}

/** All areas that ever were; with a day, those of that day under the names they had. */
export async function listAreas(context: Context, planCode: string, asOf?: string): Promise<AreaReading> {
  const { plan, code } = await getPlan(context, planCode)
  const day = asOf as Day | undefined
  return {
    areas: day ? areasOn(plan, day).map((area) => ({ ...area, name: areaNameOn(area, day) })) : plan.areas,
    events: plan.areaEvents,
    allowedActions: allowedAmong(context.actor, AREA_ACTIONS, {
      plan: code,
      department: null,
    }) as AreaReading['allowedActions'],
  }
}

const ACTION_OF: Readonly<Record<AreaChange['act'], Action>> = {
  open: 'area.open',
  rename: 'area.rename',
  close: 'area.close',
  merge: 'area.merge',
  split: 'area.split',
}

/** Does one act on the ward's areas, in one change of the plan; figures stay with the areas they were counted in. */
export async function changeAreasOfPlan(
  context: Context,
  planCode: string,
  change: AreaChange,
  legalBasis: string | null,
): Promise<AreaReading> {
  const { id } = await getPlan(context, planCode)
  const act = { action: ACTION_OF[change.act], plan: { id, code: planCode }, reason: legalBasis ?? undefined }
  await context.change(act, async (tx, record) => {
    const { plan } = await lockPlanInForce(tx, id as PlanId)
    const result = changeAreas(plan, change, legalBasis)
    if (!result.ok)
      throw new AppError('area.faulty', {
        faults: result.faults.map(({ field, code, params = {} }) => ({
          pointer: `/${field}`,
          in: 'body' as const,
          code,
          params,
        })),
      })
    await storeAreasOfPlan(tx, id, plan, result)
    record({
      resource: 'area',
      id: planCode,
      code: [change.act === 'open' ? change.to.map(({ code }) => code) : change.from].flat().join(' '),
      subject: { department: null },
      before: null,
      after: { ...change, legalBasis },
    })
  })
  return listAreas(context, planCode)
}
