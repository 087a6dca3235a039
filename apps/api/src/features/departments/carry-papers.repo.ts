// Requests for money and reports of a year: one for each department, so what several had written is put together.
import type { BudgetState } from '@tien-do/domain/budget'
import type { Day } from '@tien-do/domain/day'
import { OPEN_BUDGET_STATES } from '@tien-do/domain/department-succession'
import type { DepartmentId } from '@tien-do/domain/ids'
import { and, asc, eq, gte, inArray, max, sql } from 'drizzle-orm'
import type { Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { budgetLine, budgetRequest, departmentReport, evidence, period } from '../../db/schema/index.ts'
import type { Ended } from './carry-over.repo.ts'

export type RequestRow = typeof budgetRequest.$inferSelect

export function listOpenRequests(tx: Tx, { planId, ids }: Ended): Promise<RequestRow[]> {
  return tx
    .select()
    .from(budgetRequest)
    .where(
      and(
        eq(budgetRequest.planId, planId),
        inArray(budgetRequest.departmentId, [...ids]),
        inArray(budgetRequest.state, [...OPEN_BUDGET_STATES]),
      ),
    )
    .orderBy(asc(budgetRequest.year), asc(budgetRequest.id))
}

/** The request that a department has of its own for a year, however far it is. */
export async function findOwnRequest(
  tx: Tx,
  { planId, year }: Pick<RequestRow, 'planId' | 'year'>,
  departmentId: DepartmentId,
): Promise<RequestRow | undefined> {
  const [row] = await tx
    .select()
    .from(budgetRequest)
    .where(
      and(
        eq(budgetRequest.planId, planId),
        eq(budgetRequest.year, year),
        eq(budgetRequest.departmentId, departmentId),
      ),
    )
  return row
}

/** The request goes over as it is. */
export async function moveRequest(tx: Tx, id: string, departmentId: DepartmentId): Promise<void> {
  await tx
    .update(budgetRequest)
    .set({ departmentId, version: sql`${budgetRequest.version} + 1` })
    .where(eq(budgetRequest.id, id))
}

/** The lines of the others follow those of the first, numbered on; their requests are gone, and the trail has them. */
export async function joinRequests(
  tx: Tx,
  [first, ...others]: readonly [RequestRow, ...RequestRow[]],
  departmentId: DepartmentId,
  state: BudgetState,
): Promise<void> {
  for (const other of others) {
    const [last] = await tx
      .select({ line: max(budgetLine.line) })
      .from(budgetLine)
      .where(eq(budgetLine.requestId, first.id))
    await tx
      .update(budgetLine)
      .set({ requestId: first.id, line: sql`${budgetLine.line} + ${last?.line ?? 0}` })
      .where(eq(budgetLine.requestId, other.id))
    await tx.delete(budgetRequest).where(eq(budgetRequest.id, other.id))
  }
  const noCost = [first, ...others].every((each) => each.noCost)
  const again = { requestedBy: null, requestedAt: null, decidedBy: null, decidedAt: null, reason: null }
  await tx
    .update(budgetRequest)
    .set({
      ...(state === first.state ? {} : again),
      ...{ departmentId, state, noCost, version: first.version + 1 },
    })
    .where(eq(budgetRequest.id, first.id))
}

export type ReportRow = typeof departmentReport.$inferSelect & { readonly year: number }

/** Reports of years that are open and whose cut-off the new departments see. */
export async function listOpenReports(tx: Tx, { planId, ids }: Ended, on: Day): Promise<ReportRow[]> {
  const rows = await tx
    .select({ report: departmentReport, year: period.year })
    .from(departmentReport)
    .innerJoin(period, eq(period.id, departmentReport.periodId))
    .where(
      and(
        eq(period.planId, planId),
        eq(period.state, 'open'),
        gte(period.dataCutOff, on),
        inArray(departmentReport.departmentId, [...ids]),
      ),
    )
    .orderBy(asc(period.year), asc(departmentReport.id))
  return rows.map(({ report, year }) => ({ ...report, year }))
}

export async function findOwnReport(
  tx: Tx,
  { periodId, year }: Pick<ReportRow, 'periodId' | 'year'>,
  departmentId: DepartmentId,
): Promise<ReportRow | undefined> {
  const [row] = await tx
    .select()
    .from(departmentReport)
    .where(and(eq(departmentReport.periodId, periodId), eq(departmentReport.departmentId, departmentId)))
  return row && { ...row, year }
}

export async function moveReport(tx: Tx, id: string, departmentId: DepartmentId): Promise<void> {
  await tx
    .update(departmentReport)
    .set({ departmentId, version: sql`${departmentReport.version} + 1` })
    .where(eq(departmentReport.id, id))
}

/** A report of the new department, to be written on. */
export async function joinReports(
  tx: Tx,
  { periodId }: Pick<ReportRow, 'periodId'>,
  own: ReportRow | undefined,
  departmentId: DepartmentId,
  narrative: ReportRow['narrative'],
): Promise<void> {
  const open = {
    state: 'open' as const,
    narrative,
    firstSubmittedAt: null,
    submittedBy: null,
    submittedAt: null,
    complete: false,
    returnNotes: [],
  }
  if (own)
    await tx
      .update(departmentReport)
      .set({ ...open, version: own.version + 1 })
      .where(eq(departmentReport.id, own.id))
  else await tx.insert(departmentReport).values({ id: newId<string>(), periodId, departmentId, ...open })
}

/** Nobody waits any more for what was sent by a department that has ended. */
export async function releaseReports(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .update(departmentReport)
    .set({ state: 'open', version: sql`${departmentReport.version} + 1` })
    .where(
      and(inArray(departmentReport.id, [...ids]), inArray(departmentReport.state, ['submitted', 'returned'])),
    )
}

/** What was attached to the report of a year goes with it. */
export async function moveReportEvidence(
  tx: Tx,
  { planId }: Pick<Ended, 'planId'>,
  { year, from, to }: { readonly year: number; readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .update(evidence)
    .set({ code: to })
    .where(
      and(
        eq(evidence.planId, planId),
        eq(evidence.resource, 'report'),
        eq(evidence.code, from),
        eq(evidence.year, year),
      ),
    )
}
