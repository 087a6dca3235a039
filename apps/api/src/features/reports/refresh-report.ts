import type { Day } from '@tien-do/domain/day'
import { DEFAULT_REPORT_TEMPLATE } from '@tien-do/domain/report-template'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { keepSnapshot, readYear, withReading } from './read-year.ts'
import { moveOrFail, planOf, recorded, seenReport } from './report-step.ts'
import { findReport, type ReportRow } from './reports.repo.ts'

/** Takes a new snapshot; the old one stays, so that what changed can be said. Edits stay too. */
export async function refreshWardReport(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  asOf: string | null,
): Promise<ReportRow> {
  const plan = await planOf(context, planCode)
  const row = await findReport(context.read, plan.id, id)
  if (!row) throw new AppError('ward-report.not-found')
  return withReading(
    () => readYear(context, planCode, row.year, asOf as Day | null),
    (reading) =>
      context.change({ action: 'ward-report.refresh', plan }, async (tx, record) => {
        const before = await seenReport(tx, context, plan, id, seen, 'refresh')
        const snapshotId = await keepSnapshot(tx, reading, id, context)
        await moveOrFail(tx, context, plan, before, {
          snapshotId,
          previousSnapshotId: before.snapshotId,
          template: reading.plan.plan.reportTemplate ?? DEFAULT_REPORT_TEMPLATE,
        })
        return recorded(tx, plan.id, id, record, before)
      }),
  )
}
