import type { Day } from '@tien-do/domain/day'
import { NO_CHOICE } from '@tien-do/domain/report-letterhead'
import { DEFAULT_REPORT_TEMPLATE } from '@tien-do/domain/report-template'
import { isIssued } from '@tien-do/domain/ward-report'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { keepSnapshot, readYear, withReading } from './read-year.ts'
import { recorded } from './report-step.ts'
import {
  copyEdits,
  findLastIssued,
  findReport,
  insertReport,
  listReportRows,
  type ReportRow,
} from './reports.repo.ts'
import type { NewWardReport } from './reports.schema.ts'

/** Starts the report of a year from a fresh snapshot; for a year that has one it must say which report it corrects. */
export function draftWardReport(
  context: Context,
  planCode: string,
  input: NewWardReport,
): Promise<ReportRow> {
  return withReading(
    () => readYear(context, planCode, input.year, (input.asOf ?? null) as Day | null),
    (reading) => {
      const { plan } = reading
      const act = {
        action: 'ward-report.draft',
        plan: { id: plan.id, code: planCode },
        reason: input.reason,
      } as const
      return context.change(act, async (tx, record) => {
        const old = await corrected(tx, plan.id, input)
        const others = await listReportRows(tx, plan.id)
        const underWay = others.find(({ year, state }) => year === input.year && !isIssued(state))
        if (underWay) throw new AppError('ward-report.exists', { members: { id: underWay.id } })
        const last = old ?? others.find(({ state }) => isIssued(state))
        const id = newId<string>()
        await insertReport(tx, {
          id,
          planId: plan.id,
          year: input.year,
          state: 'draft',
          snapshotId: await keepSnapshot(tx, reading, id, context),
          template: plan.plan.reportTemplate ?? DEFAULT_REPORT_TEMPLATE,
          sections: old?.sections ?? [],
          // Who signs is carried over; to whom and from whom follows from the day.
          letterhead: {
            ...NO_CHOICE,
            signer: last?.letterhead.signer ?? null,
            signatureLines: last?.letterhead.signatureLines ?? null,
          },
          correctsId: old?.id ?? null,
          reason: input.reason ?? null,
          createdBy: context.actor.personId,
          createdAt: context.now().toISOString(),
        })
        if (old) await copyEdits(tx, old.id, id)
        return recorded(tx, plan.id, id, record, null)
      })
    },
  )
}

async function corrected(
  tx: Parameters<typeof findLastIssued>[0],
  planId: ReportRow['planId'],
  { year, corrects }: NewWardReport,
): Promise<ReportRow | undefined> {
  const issued = await findLastIssued(tx, planId as never, year)
  if (corrects === undefined || corrects === null) {
    if (issued) throw new AppError('ward-report.issued', { members: { id: issued.id } })
    return undefined
  }
  const old = await findReport(tx, planId as never, corrects)
  if (!old) throw new AppError('ward-report.not-found')
  if (old.id !== issued?.id) throw new AppError('ward-report.wrong-state', { members: { state: old.state } })
  return old
}
