import type { SentFigure } from '@tien-do/domain/department-report-copy'
import type { FigureCheck } from '@tien-do/domain/figure-checks'
import type { DepartmentId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { MeasurementState } from '@tien-do/domain/measurement'
import { and, asc, between, desc, eq, getTableColumns, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import {
  area,
  budgetRequest,
  departmentReport,
  departmentReportSubmission,
  indicator,
  measurement,
  obstacle,
  period,
  person,
} from '../../db/schema/index.ts'

type Stored = typeof departmentReport.$inferSelect
export type NewReport = typeof departmentReport.$inferInsert
export type NewSubmission = typeof departmentReportSubmission.$inferInsert

export interface ReportRow extends Stored {
  readonly departmentId: DepartmentId & string
  readonly submittedBy: (PersonId & string) | null
  readonly submittedByName: string | null
  readonly editedByName: string | null
}

const submitter = alias(person, 'submitter')
const editor = alias(person, 'editor')

/** The reports of a period that have been begun. */
export async function listReportRows(
  read: Reader | Tx,
  periodId: string,
  departmentId?: string,
): Promise<ReportRow[]> {
  const rows = await read
    .select({ report: departmentReport, submittedByName: submitter.name, editedByName: editor.name })
    .from(departmentReport)
    .leftJoin(submitter, eq(submitter.id, departmentReport.submittedBy))
    .leftJoin(editor, eq(editor.id, departmentReport.editedBy))
    .where(
      and(
        eq(departmentReport.periodId, periodId),
        departmentId === undefined ? undefined : eq(departmentReport.departmentId, departmentId),
      ),
    )
  return rows.map(({ report, ...names }) => ({ ...report, ...names }) as ReportRow)
}

/** False when somebody else has begun it meanwhile. */
export async function insertReport(tx: Tx, row: NewReport): Promise<boolean> {
  const made = await tx
    .insert(departmentReport)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: departmentReport.id })
  return made.length === 1
}

/** Moves a report if it still has the version that was seen; false when somebody else was faster. */
export async function moveReport(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewReport>,
): Promise<boolean> {
  const moved = await tx
    .update(departmentReport)
    .set({ ...change, version: version + 1 })
    .where(and(eq(departmentReport.id, id), eq(departmentReport.version, version)))
    .returning({ id: departmentReport.id })
  return moved.length === 1
}

/**
 * The next number of the period's receipts. The period's row is held until the change ends: numbers have no gaps,
 * because a refused submission gives its own back, and nobody closes the period meanwhile.
 */
export async function takeReceipt(
  tx: Tx,
  periodId: string,
): Promise<{ readonly number: number; readonly periodVersion: number }> {
  const [row] = await tx
    .update(period)
    .set({ lastReceipt: sql`${period.lastReceipt} + 1` })
    .where(eq(period.id, periodId))
    .returning({ number: period.lastReceipt, periodVersion: period.version })
  if (!row) throw new Error(`no period ${periodId}`)
  return row
}

export async function insertSubmission(tx: Tx, row: NewSubmission): Promise<void> {
  await tx.insert(departmentReportSubmission).values(row)
}

export interface SubmissionRow {
  readonly id: string
  readonly reportId: string
  readonly receipt: number
  readonly submittedBy: string
  readonly submittedAt: string
  readonly dueAt: string
  readonly complete: boolean
  readonly copyHash: string
}

/** The receipts of some reports, the newest first, without their copies. */
export async function listSubmissions(
  read: Reader | Tx,
  reportIds: readonly string[],
): Promise<SubmissionRow[]> {
  if (reportIds.length === 0) return []
  const { id, reportId, receipt, submittedAt, dueAt, complete, copyHash } = departmentReportSubmission
  return read
    .select({ id, reportId, receipt, submittedBy: person.name, submittedAt, dueAt, complete, copyHash })
    .from(departmentReportSubmission)
    .innerJoin(person, eq(person.id, departmentReportSubmission.submittedBy))
    .where(inArray(reportId, [...reportIds]))
    .orderBy(desc(receipt))
}

export async function findCopy(
  read: Reader,
  periodId: string,
  receipt: number,
): Promise<(SubmissionRow & { copy: unknown }) | undefined> {
  const [row] = await read
    .select({ submission: departmentReportSubmission, submittedBy: person.name })
    .from(departmentReportSubmission)
    .innerJoin(person, eq(person.id, departmentReportSubmission.submittedBy))
    .where(
      and(eq(departmentReportSubmission.periodId, periodId), eq(departmentReportSubmission.receipt, receipt)),
    )
  return row && { ...row.submission, submittedBy: row.submittedBy }
}

/** A figure of the year that still counts. */
export interface YearFigure extends SentFigure {
  readonly method: string
  /** Why it is so far from the one before, where it is. */
  readonly reason: string | null
  readonly warnings: readonly FigureCheck[]
  readonly state: MeasurementState
}

/** The figures that describe a day of the year, under way and in force, by their days. */
export async function listYearFigures(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
): Promise<YearFigure[]> {
  const { on, numerator, denominator, value, qualitative, notApplicable, source, method, note, state } =
    getTableColumns(measurement)
  const { reason, warnings } = getTableColumns(measurement)
  const rows = await read
    .select({
      indicator: indicator.code,
      area: sql<string | null>`case when ${area.kind} = 'ward' then null else ${area.code} end`,
      ...{ on, numerator, denominator, value, qualitative, notApplicable, source, method, note, state },
      ...{ reason, warnings },
    })
    .from(measurement)
    .innerJoin(indicator, eq(indicator.id, measurement.indicatorId))
    .innerJoin(area, eq(area.id, measurement.areaId))
    .where(
      and(
        eq(measurement.planId, planId),
        between(on, `${year}-01-01`, `${year}-12-31`),
        ne(state, 'superseded'),
      ),
    )
    .orderBy(asc(on), asc(measurement.revision))
  return rows as YearFigure[]
}

/** How many obstacles each department raised in the year. */
export async function countObstacles(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .select({ departmentId: obstacle.departmentId, raised: sql<number>`count(*)::int` })
    .from(obstacle)
    .where(and(eq(obstacle.planId, planId), eq(obstacle.year, year)))
    .groupBy(obstacle.departmentId)
  return new Map(rows.map(({ departmentId, raised }) => [departmentId, raised]))
}

/** The departments that have asked for the money of a year, or said that they need none. */
export async function listRequesters(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
): Promise<ReadonlySet<string>> {
  const rows = await read
    .select({ departmentId: budgetRequest.departmentId })
    .from(budgetRequest)
    .where(
      and(
        eq(budgetRequest.planId, planId),
        eq(budgetRequest.year, year),
        notInArray(budgetRequest.state, ['draft', 'returned']),
      ),
    )
  return new Set(rows.map(({ departmentId }) => departmentId))
}
