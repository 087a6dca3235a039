// What can be reminded of: the reports of a period that have not come.

import { lastDayBefore } from '@tien-do/domain/deadline'
import type { OwedThing } from '@tien-do/domain/reminder'
import type { Reader, Tx } from '../../core/context.ts'
import { gatherReports } from '../department-reports/index.ts'
import { listPeriodRows } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'

export interface OwedReportThing extends OwedThing {
  readonly year: number
  /** The rungs as they were when the period opened. */
  readonly workingDaysBefore: readonly number[]
}

/** Of every open period: each department that owes a report and has not sent it, or got it back. */
export async function listOwedReports(
  read: Reader | Tx,
  plan: PlanInForce,
  now: Date,
): Promise<OwedReportThing[]> {
  const things: OwedReportThing[] = []
  for (const period of await listPeriodRows(read, plan.id)) {
    if (period.state !== 'open') continue
    for (const { department, counted } of await gatherReports(read, plan, period, now)) {
      const isSent = counted.outcome !== null && counted.outcome !== 'returned'
      if (counted.exemptBecause !== null || isSent) continue
      things.push({
        thing: `report/${period.year}/${department}`,
        person: null,
        department,
        lastDay: lastDayBefore(counted.dueAt),
        year: period.year,
        workingDaysBefore: period.reminders,
      })
    }
  }
  return things
}
