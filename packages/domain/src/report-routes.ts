// Who a ward's papers go through and to on a day, by the names of that day: what a rearrangement changes, side by side.

import type { Day } from './day.ts'
import { departmentInForce, recipientOn, versionOn } from './department.ts'
import type { Plan } from './plan.ts'
import { letterheadOn, NO_CHOICE } from './report-letterhead.ts'

export interface Route {
  /** Code of the deadline. */
  readonly deadline: string
  readonly name: string
  /** Names on the day; null where the plan names nobody. */
  readonly recipient: string | null
  readonly via: string | null
}

/** Every deadline that goes to somebody or through somebody. */
export function routesOn(plan: Plan, on: Day): Route[] {
  const nameOf = (code: string | null) => {
    const department = plan.departments.find((each) => each.code === code)
    return department ? (versionOn(department.versions, on)?.name ?? department.code) : code
  }
  return plan.deadlines
    .filter(({ via, routes }) => via !== null || routes.length > 0)
    .map((deadline) => ({
      deadline: deadline.code,
      name: deadline.name,
      recipient: nameOf(recipientOn(plan, deadline, on)),
      via: nameOf(deadline.via === null ? null : departmentInForce(plan, deadline.via, on)),
    }))
}

/** Who issues the ward's report on a day, to whom, with copies to whom. */
export function paperOn(plan: Plan, on: Day) {
  const wardDeadline = plan.deadlines.find(({ code }) => code === plan.cycle.wardDeadline) ?? null
  const { issuer, addressees, recipients } = letterheadOn({ ...plan, wardDeadline }, on, 'BC', NO_CHOICE)
  return { issuer, addressees, recipients }
}
