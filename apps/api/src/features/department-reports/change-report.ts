// What the acts on a report share: the version that was seen, the move that the declaration allows, the record.
import {
  DEPARTMENT_REPORT_ACTS,
  type DepartmentReportAct,
  mayMoveReport,
  stepAfter,
} from '@tien-do/domain/department-report-steps'
import { maySubmitUnder } from '@tien-do/domain/period'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { insertReport, moveReport, type NewReport } from './department-reports.repo.ts'
import { type OneReport, reportOf } from './department-reports.service.ts'

export interface ReportAddress {
  readonly plan: string
  readonly year: number
  readonly department: string
}

type Change = Partial<Omit<NewReport, 'id' | 'version' | 'periodId' | 'departmentId' | 'state'>>

/** Does one act of the declaration: `decide` says, from what there is, what changes with it, and writes beside it. */
export async function changeReport(
  context: Context,
  address: ReportAddress,
  act: DepartmentReportAct,
  seen: number | null,
  decide: (tx: Tx, before: OneReport & { readonly reportId: string }) => Promise<Change>,
  reason?: string,
): Promise<OneReport> {
  const { id: planId } = await getPlan(context, address.plan)
  const { action, whileWritable } = DEPARTMENT_REPORT_ACTS[act]
  return context.change({ action, plan: { id: planId, code: address.plan }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, address.plan)
    const before = await reportOf(tx, plan, address.year, address.department, context.now())
    const { report, departmentId, lock } = before.gathered
    const version = report?.version ?? 0
    if (seen !== null && seen !== version)
      throw new AppError('version.mismatch', { members: currentOf(before) })
    const step = report?.state ?? 'open'
    if (!mayMoveReport(act, step))
      throw new AppError('department-report.wrong-state', { members: { state: step } })
    if (whileWritable ? !maySubmitUnder(lock) : lock.state === 'locked')
      throw new AppError('period.locked', { members: { year: address.year, state: lock.state } })
    const reportId = report?.id ?? (await begin(tx, before))
    const change = await decide(tx, { ...before, reportId })
    const state = stepAfter(act, step)
    if (!(await moveReport(tx, reportId, Math.max(version, 1), { ...change, state })))
      throw new AppError('version.mismatch')
    record({
      resource: 'department-report',
      id: reportId,
      code: `${address.year}/${address.department}`,
      subject: {
        department: departmentId,
        ...(report?.submittedBy ? { enteredBy: report.submittedBy } : {}),
      },
      before: report && { state: step, narrative: report.narrative },
      after: { state, ...change },
    })
    return reportOf(tx, plan, address.year, address.department, context.now())
  })
}

/** The row of a report in which nobody has written yet. */
async function begin(tx: Tx, { period, gathered }: OneReport): Promise<string> {
  const id = newId<string>()
  const row = {
    id,
    periodId: period.id,
    departmentId: gathered.departmentId,
    state: 'open' as const,
    narrative: {},
    returnNotes: [],
  }
  if (!(await insertReport(tx, row))) throw new AppError('version.mismatch')
  return id
}

/** What is stored now, so that whoever was too late can compare. */
function currentOf({ gathered: { report } }: OneReport): Readonly<Record<string, unknown>> {
  return {
    current: report && {
      etag: `"${report.version}"`,
      narrative: report.narrative,
      editedBy: report.editedByName,
      editedAt: report.editedAt && new Date(report.editedAt).toISOString(),
    },
  }
}
