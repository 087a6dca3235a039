// The acts that move a report on its way: for signature, back, approved, issued, sent.
import type { Day } from '@tien-do/domain/day'
import { checkReport } from '@tien-do/domain/report-checks'
import { WARD_REPORT_ACTS, type WardReportAct } from '@tien-do/domain/ward-report'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { sqlStateOf } from '../../core/sql-state.ts'
import { today } from '../plans/index.ts'
import { moveOrFail, planOf, recorded, seenReport } from './report-step.ts'
import { viewForChange } from './report-view.ts'
import type { NewReport, ReportRow } from './reports.repo.ts'
import type { Issuing } from './reports.schema.ts'

type Change = (tx: Tx, before: ReportRow) => Promise<Partial<NewReport>>
type Seen = number | null

async function move(
  context: Context,
  planCode: string,
  id: string,
  seen: Seen,
  act: Exclude<WardReportAct, 'edit' | 'refresh'>,
  change: Change,
  reason?: string,
): Promise<ReportRow> {
  const plan = await planOf(context, planCode)
  const { action, to } = WARD_REPORT_ACTS[act]
  return context.change({ action, plan, reason }, async (tx, record) => {
    const before = await seenReport(tx, context, plan, id, seen, act)
    await moveOrFail(tx, context, plan, before, { state: to, ...(await change(tx, before)) })
    return recorded(tx, plan.id, id, record, before)
  })
}

/** Hands the report up for signature; what it still owes is named instead. */
export function submitWardReport(context: Context, planCode: string, id: string, seen: Seen) {
  return move(context, planCode, id, seen, 'submit', async (tx, before) => {
    const { snapshot, document } = await viewForChange(tx, before.planId as never, id, today(context))
    const owed = checkReport(snapshot, document).filter(({ weight }) => weight === 'owed')
    if (owed.length > 0)
      throw new AppError('ward-report.incomplete', {
        faults: owed.map(({ code, about }) => ({
          pointer: '',
          in: 'body' as const,
          code,
          params: { about: [...about] },
        })),
      })
    return { submittedBy: context.actor.personId, submittedAt: context.now().toISOString(), reason: null }
  })
}

/** Sends it back with a reason: it is a draft again. */
export function returnWardReport(context: Context, planCode: string, id: string, seen: Seen, reason: string) {
  return move(
    context,
    planCode,
    id,
    seen,
    'return',
    async () => ({ reason, approvedBy: null, approvedAt: null }),
    reason,
  )
}

export function approveWardReport(context: Context, planCode: string, id: string, seen: Seen) {
  return move(context, planCode, id, seen, 'approve', async () => ({
    approvedBy: context.actor.personId,
    approvedAt: context.now().toISOString(),
  }))
}

const UNIQUE = '23505'

/** Takes the number and the day from the clerk, and freezes the document by the names valid on that day. */
export async function issueWardReport(
  context: Context,
  planCode: string,
  id: string,
  seen: Seen,
  { number, issuedOn }: Issuing,
) {
  const on = issuedOn as Day
  try {
    return await move(context, planCode, id, seen, 'issue', async (tx, before) => {
      const view = await viewForChange(tx, before.planId as never, id, on)
      if (on > today(context)) throw faultyDay('future_day')
      if (on < view.snapshot.asOf) throw faultyDay('before_figures')
      const document = view.compose({ number, on })
      return { number, issuedOn: on, document, issuedBy: context.actor.personId }
    })
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE) throw new AppError('ward-report.number-taken', { cause: error })
    throw error
  }
}

function faultyDay(code: string): AppError {
  return new AppError('validation-failed', { faults: [{ pointer: '/issuedOn', in: 'body', code }] })
}

export function sendWardReport(context: Context, planCode: string, id: string, seen: Seen) {
  return move(context, planCode, id, seen, 'send', async () => ({
    sentBy: context.actor.personId,
    sentAt: context.now().toISOString(),
  }))
}
