import { firstTimeAfter } from '@tien-do/domain/department-report-steps'
import { type Excuse, hasEveryValue, inTheWay, type Missing, missingOf } from '@tien-do/domain/owed'
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { Context } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { changeReport, type ReportAddress } from './change-report.ts'
import { insertSubmission, type ReportRow, takeReceipt } from './department-reports.repo.ts'
import { copyOf } from './report-copy.ts'

/** Sends the report: refused by name while something is missing; a receipt with its number, and a copy that stays. */
export function submitDepartmentReport(
  context: Context,
  address: ReportAddress,
  seen: number | null,
  excuses: readonly Excuse[],
) {
  return changeReport(context, address, 'submit', seen, async (tx, before) => {
    const { gathered, period, reportId } = before
    const missing = missingOf(gathered.owed, gathered.delivered)
    refuse(inTheWay(missing, excuses))
    const now = context.now()
    const at = now.toISOString()
    const complete = hasEveryValue(missing)
    const { number: receipt, periodVersion } = await takeReceipt(tx, period.id)
    // Somebody closed it, or took back an extension, since it was read.
    if (periodVersion !== period.version) throw new AppError('version.mismatch')
    const copy = copyOf(before, excuses)
    await insertSubmission(tx, {
      id: newId<string>(),
      periodId: period.id,
      reportId,
      receipt,
      submittedBy: context.actor.personId,
      submittedAt: at,
      dueAt: new Date(gathered.counted.dueAt).toISOString(),
      complete,
      copy,
      copyHash: sha256(canonicalJson(copy)),
    })
    const first = firstTimeAfter('submit', timesOf(gathered.report), complete, now.getTime())
    return {
      complete,
      firstSubmittedAt: first === null ? null : new Date(first).toISOString(),
      submittedBy: context.actor.personId,
      submittedAt: at,
      returnNotes: [],
    }
  })
}

/** Takes the report back to go on writing, until it is accepted. */
export function withdrawDepartmentReport(context: Context, address: ReportAddress, seen: number | null) {
  return changeReport(context, address, 'withdraw', seen, async (_tx, { gathered: { report } }) => {
    const first = firstTimeAfter(
      'withdraw',
      timesOf(report),
      report?.complete ?? false,
      context.now().getTime(),
    )
    return { firstSubmittedAt: first === null ? null : new Date(first).toISOString() }
  })
}

function timesOf(report: ReportRow | null) {
  return {
    firstSubmittedAt: report?.firstSubmittedAt ? Date.parse(report.firstSubmittedAt) : null,
    returns: report?.returns ?? 0,
  }
}

/** Throws `department-report.incomplete` with each thing that is missing, by its name. */
function refuse(missing: readonly Missing[]): void {
  if (missing.length > 0) throw new AppError('department-report.incomplete', { members: { missing } })
}
