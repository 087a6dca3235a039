// A department keeps its identity; its names have dates.

import type { Day } from './day.ts'

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
