// What a figure is about, by its codes in the plan, and whether the law lets it be taken down.
import type { Day } from '@tien-do/domain/day'
import { type Figure, figureFaults } from '@tien-do/domain/figure'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import type { PlanIndicator } from '@tien-do/domain/plan'
import { AppError } from '../../core/errors.ts'
import type { PlanInForce } from '../plans/index.ts'

export function indicatorOf(plan: PlanInForce, code: string): { id: IndicatorId; indicator: PlanIndicator } {
  const id = plan.indicators.get(code)
  const indicator = plan.plan.indicators.find((each) => each.code === code)
  if (!id || !indicator) throw new AppError('indicator.not-found', { members: { indicator: code } })
  return { id, indicator }
}

/** The whole ward where no area is named. */
export function areaOf(plan: PlanInForce, code: string | null): AreaId {
  if (code === null) return plan.ward
  const id = plan.areas.get(code)
  if (!id) throw new AppError('area.not-found', { members: { area: code } })
  return id
}

/** Throws `measurement.faulty` with a pointer to each thing that is wrong. */
export function judge(indicator: PlanIndicator, figure: Figure, hasArea: boolean, on: Day): void {
  const faults = figureFaults(indicator, figure, hasArea, on)
  if (faults.length === 0) return
  throw new AppError('measurement.faulty', {
    faults: faults.map(({ field, code, params }) => ({
      pointer: `/${field}`,
      in: 'body' as const,
      code,
      ...(params ? { params } : {}),
    })),
  })
}
