// A department keeps its identity; its names have dates.

import type { Day } from './day.ts'
import type { Plan } from './plan.ts'

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

/** Who does a department's work on a day: itself, or, once it has been merged or renamed, the one it went into. */
export function departmentInForce(
  plan: Pick<Plan, 'departments' | 'departmentEvents'>,
  code: string,
  on: Day,
): string {
  const department = plan.departments.find((each) => each.code === code)
  if (!department || department.versions.some((version) => holdsOn(version, on))) return code
  const event = plan.departmentEvents.find(
    ({ kind, on: day, from, to }) =>
      (kind === 'merged' || kind === 'renamed') && day <= on && from.includes(code) && to.length === 1,
  )
  const next = event?.to[0]
  return next === undefined || next === code ? code : departmentInForce(plan, next, on)
}
