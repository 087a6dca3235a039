// The reports of a period as they are read; each act on them has a file of its own.
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { type PeriodRow, periodOfYear } from '../periods/index.ts'
import { getPlan, type PlanInForce } from '../plans/index.ts'
import { findCopy } from './department-reports.repo.ts'
import { type Gathered, gatherReports } from './gather-reports.ts'
import { contentOf, type ReportContent } from './report-content.ts'

export interface OneReport {
  readonly plan: PlanInForce
  readonly period: PeriodRow
  readonly gathered: Gathered
  readonly content: ReportContent
}

export async function listDepartmentReports(context: Context, planCode: string, year: number) {
  const plan = await getPlan(context, planCode)
  const period = await periodOfYear(context.read, plan.id, year)
  return { plan, period, all: await gatherReports(context.read, plan, period, context.now()) }
}

export async function getDepartmentReport(
  context: Context,
  planCode: string,
  year: number,
  department: string,
): Promise<OneReport> {
  const plan = await getPlan(context, planCode)
  return reportOf(context.read, plan, year, department, context.now())
}

/** The same inside a change; `department.not-found` where it does not report in the period. */
export async function reportOf(
  read: Reader | Tx,
  plan: PlanInForce,
  year: number,
  department: string,
  now: Date,
): Promise<OneReport> {
  const period = await periodOfYear(read, plan.id, year)
  const [gathered] = await gatherReports(read, plan, period, now, department)
  if (!gathered) throw new AppError('department.not-found', { members: { department } })
  return { plan, period, gathered, content: await contentOf(read, plan, period, gathered) }
}

/** What was sent under a receipt, to the letter. */
export async function getReceipt(context: Context, planCode: string, year: number, receipt: number) {
  const plan = await getPlan(context, planCode)
  const period = await periodOfYear(context.read, plan.id, year)
  const row = await findCopy(context.read, period.id, receipt)
  if (!row) throw new AppError('department-report.receipt-not-found')
  return row
}
