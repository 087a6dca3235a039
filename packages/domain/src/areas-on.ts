// Which areas a ward has on a day, and what they are called then.

import type { Day } from './day.ts'
import { holdsOn } from './department.ts'
import type { Plan, PlanArea } from './plan.ts'

/** The areas that count on a day: those that have begun and have not ended; a total of that day expects just these. */
export function areasOn(plan: Pick<Plan, 'areas'>, on: Day): readonly PlanArea[] {
  return plan.areas.filter((area) => holdsOn(area, on))
}

/** An area keeps its code; what it is called is a matter of the day. */
export function areaNameOn({ name, formerNames }: Pick<PlanArea, 'name' | 'formerNames'>, on: Day): string {
  return formerNames.find(({ until }) => on < until)?.name ?? name
}
