// A department keeps its identity; its names have dates.

import type { Day } from './day.ts'
import type { Plan, PlanDeadline, PlanDepartment, PlanIndicator } from './plan.ts'

interface Dated {
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** Whether something with dates holds on a day; `validTo` is the first day on which it no longer does. */
export function holdsOn(dated: Dated, on: Day): boolean {
  return (dated.validFrom === null || dated.validFrom <= on) && (dated.validTo === null || on < dated.validTo)
}

/** The version in force on a day; history before the first or after the last borrows the nearest one. */
export function versionOn<Version extends Dated>(versions: readonly Version[], on: Day): Version | null {
  const ordered = [...versions].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
  return (
    ordered.find((version) => holdsOn(version, on)) ??
    ordered.filter((version) => (version.validFrom ?? '') <= on).at(-1) ??
    ordered[0] ??
    null
  )
}

/** Whether it is there on a day. */
export function isInForce(department: Pick<PlanDepartment, 'versions'>, on: Day): boolean {
  return department.versions.some((version) => holdsOn(version, on))
}

/** Whether it owes reports on a day: the plan says that it reports, it is there, and it did not begin to only later. */
export function isReporting(
  plan: Pick<Plan, 'departmentEvents'>,
  department: PlanDepartment,
  on: Day,
): boolean {
  const begins = plan.departmentEvents.filter(({ reporting }) => reporting.includes(department.code))
  return department.reports && isInForce(department, on) && begins.every((event) => event.on <= on)
}

type Organisation = Pick<Plan, 'departments' | 'departmentEvents'>

/**
 * Who does a department's work on a day: itself while it is there; then the one it went into, and so on. Of a split the
 * first named takes over; where nobody did, it stays with its last name.
 */
export function departmentInForce(plan: Organisation, code: string, on: Day): string {
  const seen = new Set([code])
  let at = code
  for (;;) {
    const department = plan.departments.find((each) => each.code === at)
    if (!department || isInForce(department, on)) return at
    const next = takenOverBy(plan, at, on)
    if (next === null || seen.has(next)) return at
    seen.add(next)
    at = next
  }
}

function takenOverBy(plan: Organisation, code: string, on: Day): string | null {
  const events = plan.departmentEvents.filter(
    ({ kind, on: day, from, to }) =>
      kind !== 'founded' && day <= on && from.includes(code) && !to.includes(code) && to.length > 0,
  )
  return events.at(-1)?.to[0] ?? null
}

/** Who receives what a deadline asks for on a day: by its dated route, and then by whoever took over from that one. */
export function recipientOn(
  plan: Organisation,
  { routes }: Pick<PlanDeadline, 'routes'>,
  on: Day,
): string | null {
  const route = routes.find((each) => holdsOn(each, on))
  return route ? departmentInForce(plan, route.recipient, on) : null
}

/** Who owned an indicator on a day: what moved to another department was the former one's before. */
export function ownerOn(indicator: Pick<PlanIndicator, 'owner' | 'formerOwners'>, on: Day): string | null {
  const former = indicator.formerOwners.find(({ until }) => on < until)
  return former ? former.owner : indicator.owner
}
