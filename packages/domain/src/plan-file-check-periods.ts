// Dated rows: `validTo` is exclusive, null is open; two rows of one thing never hold on the same day.

import type { Day } from './day.ts'
import type { Report } from './plan-file-fault.ts'

interface Period {
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

export function checkPeriod(period: Period, pointer: string, report: Report): void {
  const { validFrom, validTo } = period
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    report(`${pointer}/validTo`, 'period_reversed', { validFrom, validTo })
}

/** The dated versions of a department, and the routes of a report, follow each other without overlapping. */
export function checkPeriods(periods: readonly Period[], pointer: string, report: Report): void {
  periods.forEach((period, index) => {
    checkPeriod(period, `${pointer}/${index}`, report)
    const other = periods.findIndex((earlier, at) => at < index && overlap(earlier, period))
    if (other !== -1) report(`${pointer}/${index}`, 'periods_overlap', { with: `${pointer}/${other}` })
  })
}

function overlap(a: Period, b: Period): boolean {
  return startsBeforeEnd(a.validFrom, b.validTo) && startsBeforeEnd(b.validFrom, a.validTo)
}

function startsBeforeEnd(start: Day | null, end: Day | null): boolean {
  return start === null || end === null || start < end
}
