// The steps that the acts on a report share: the version that was seen, the move, the record.
import type { PlanId } from '@tien-do/domain/ids'
import { reportMayMove, type WardReportAct } from '@tien-do/domain/ward-report'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan } from '../plans/index.ts'
import { findReport, moveReport, type NewReport, type ReportRow } from './reports.repo.ts'
import { toBrief } from './reports.schema.ts'

/** The report, if it is still the version that was seen and the act is open to its state. */
export async function seenReport(
  tx: Tx,
  context: Context,
  plan: { id: PlanId; code: string },
  id: string,
  seen: number | null,
  act: WardReportAct,
): Promise<ReportRow> {
  const before = await findReport(tx, plan.id, id)
  if (!before) throw new AppError('ward-report.not-found')
  if (seen !== null && before.version !== seen) throw overtaken(before, context, plan.code)
  if (!reportMayMove(act, before.state))
    throw new AppError('ward-report.wrong-state', { members: { state: before.state } })
  return before
}

export async function moveOrFail(
  tx: Tx,
  context: Context,
  plan: { id: PlanId; code: string },
  before: ReportRow,
  change: Partial<NewReport>,
): Promise<void> {
  if (await moveReport(tx, before.id, before.version, change)) return
  throw overtaken((await findReport(tx, plan.id, before.id)) ?? before, context, plan.code)
}

function overtaken(current: ReportRow, context: Context, plan: string): AppError {
  return new AppError('version.mismatch', { members: { current: toBrief(current, context.actor, plan) } })
}

/** Records what became of the report and returns it as it is now; the document itself is too long for a trail. */
export async function recorded(
  tx: Tx,
  planId: PlanId,
  id: string,
  record: RecordChange,
  before: ReportRow | null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<ReportRow> {
  const after = await findReport(tx, planId, id)
  if (!after) throw new Error(`report ${id} vanished`)
  record({
    resource: 'ward-report',
    id,
    code: String(after.year),
    subject: {
      department: null,
      ...(before?.submittedBy ? { enteredBy: before.submittedBy } : {}),
    },
    before: before && trailOf(before),
    after: { ...trailOf(after), ...more },
  })
  return after
}

function trailOf({ document: _document, template: _template, ...row }: ReportRow) {
  return row
}

export async function planOf(context: Context, code: string): Promise<{ id: PlanId; code: string }> {
  const { id } = await getPlan(context, code)
  return { id, code }
}
