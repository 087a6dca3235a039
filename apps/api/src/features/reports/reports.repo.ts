import type { PersonId, PlanId } from '@tien-do/domain/ids'
import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import {
  auditEvent,
  outbox,
  person,
  reportChart,
  reportParagraph,
  reportSnapshot,
  wardReport,
} from '../../db/schema/index.ts'

type Stored = typeof wardReport.$inferSelect
export type NewReport = typeof wardReport.$inferInsert
export type ParagraphRow = typeof reportParagraph.$inferSelect
export type ChartRow = typeof reportChart.$inferSelect

export interface ReportRow extends Omit<Stored, 'submittedBy'> {
  readonly submittedBy: PersonId | null
  readonly createdByName: string
  readonly submittedByName: string | null
  readonly approvedByName: string | null
  readonly hash: string
  /** The report that corrects this one, if there is one. */
  readonly correctedById: string | null
}

const creator = alias(person, 'creator')
const submitter = alias(person, 'submitter')
const approver = alias(person, 'approver')
const correction = alias(wardReport, 'correction')

function selectFrom(read: Reader | Tx) {
  return read
    .select({
      ...getTableColumns(wardReport),
      createdByName: creator.name,
      submittedByName: submitter.name,
      approvedByName: approver.name,
      hash: reportSnapshot.hash,
      correctedById: correction.id,
    })
    .from(wardReport)
    .innerJoin(reportSnapshot, eq(reportSnapshot.id, wardReport.snapshotId))
    .innerJoin(creator, eq(creator.id, wardReport.createdBy))
    .leftJoin(submitter, eq(submitter.id, wardReport.submittedBy))
    .leftJoin(approver, eq(approver.id, wardReport.approvedBy))
    .leftJoin(correction, eq(correction.correctsId, wardReport.id))
}

/** The newest year first, and of one year the newest report. */
export async function listReportRows(read: Reader, planId: PlanId): Promise<ReportRow[]> {
  const rows = await selectFrom(read)
    .where(eq(wardReport.planId, planId))
    .orderBy(desc(wardReport.year), desc(wardReport.id))
    .limit(500)
  return rows as ReportRow[]
}

/** Of each report its year and how far it is, the newest first. */
export function listReportStates(read: Reader | Tx, planId: PlanId) {
  const { year, state, reason } = getTableColumns(wardReport)
  return read
    .select({ year, state, reason })
    .from(wardReport)
    .where(eq(wardReport.planId, planId))
    .orderBy(desc(wardReport.year), desc(wardReport.id))
}

export async function findReport(
  read: Reader | Tx,
  planId: PlanId,
  id: string,
): Promise<ReportRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(wardReport.planId, planId), eq(wardReport.id, id)))
  return row as ReportRow | undefined
}

export async function insertReport(tx: Tx, row: NewReport): Promise<void> {
  await tx.insert(wardReport).values(row)
}

/** Moves a report if it still has the version that was seen; false when somebody else was faster. */
export async function moveReport(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewReport>,
): Promise<boolean> {
  const moved = await tx
    .update(wardReport)
    .set({ ...change, version: version + 1 })
    .where(and(eq(wardReport.id, id), eq(wardReport.version, version)))
    .returning({ id: wardReport.id })
  return moved.length === 1
}

export async function insertSnapshot(tx: Tx, row: typeof reportSnapshot.$inferInsert): Promise<void> {
  await tx.insert(reportSnapshot).values(row)
}

export async function findSnapshotRow(read: Reader | Tx, id: string) {
  const [row] = await read.select().from(reportSnapshot).where(eq(reportSnapshot.id, id))
  return row
}

export function listParagraphs(read: Reader | Tx, reportId: string): Promise<ParagraphRow[]> {
  return read
    .select()
    .from(reportParagraph)
    .where(eq(reportParagraph.reportId, reportId))
    .orderBy(asc(reportParagraph.key))
}

export async function keepParagraph(tx: Tx, row: typeof reportParagraph.$inferInsert): Promise<void> {
  const { text, seen, editedBy, editedAt } = row
  await tx
    .insert(reportParagraph)
    .values(row)
    .onConflictDoUpdate({
      target: [reportParagraph.reportId, reportParagraph.key],
      set: { text, seen, editedBy, editedAt },
    })
}

export async function dropParagraphs(tx: Tx, reportId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .delete(reportParagraph)
    .where(and(eq(reportParagraph.reportId, reportId), inArray(reportParagraph.key, [...keys])))
}

export function listCharts(read: Reader | Tx, reportId: string): Promise<ChartRow[]> {
  return read
    .select()
    .from(reportChart)
    .where(eq(reportChart.reportId, reportId))
    .orderBy(asc(reportChart.indicator))
}

export async function keepChart(tx: Tx, row: ChartRow): Promise<void> {
  const { section, png, width, height } = row
  await tx
    .insert(reportChart)
    .values(row)
    .onConflictDoUpdate({
      target: [reportChart.reportId, reportChart.indicator],
      set: { section, png, width, height },
    })
}

export async function dropChart(tx: Tx, reportId: string, indicator: string): Promise<boolean> {
  const gone = await tx
    .delete(reportChart)
    .where(and(eq(reportChart.reportId, reportId), eq(reportChart.indicator, indicator)))
    .returning({ indicator: reportChart.indicator })
  return gone.length > 0
}

/** Copies what people wrote into a report to the one that corrects it. */
export async function copyEdits(tx: Tx, from: string, to: string): Promise<void> {
  const paragraphs = await listParagraphs(tx, from)
  if (paragraphs.length > 0)
    await tx.insert(reportParagraph).values(paragraphs.map((row) => ({ ...row, reportId: to })))
  const charts = await listCharts(tx, from)
  if (charts.length > 0) await tx.insert(reportChart).values(charts.map((row) => ({ ...row, reportId: to })))
}

export interface ReportAct {
  readonly resource: string
  /** What it was done to, as the feed names it; null where many things were done at once. */
  readonly code: string | null
  readonly by: string
  readonly at: string
  readonly action: string
  readonly reason: string | null
}

/** Resources that a report is made from. */
const REPORTED = [
  ...['measurement', 'checklist-item', 'status-override', 'task', 'task-result', 'sub-task'],
  ...['obstacle', 'department-report', 'budget-request'],
]

/** Who did what between two moments to the things that a report is made from, the newest first. */
export async function listReportActs(
  read: Reader,
  planId: PlanId,
  from: string,
  to: string,
): Promise<ReportAct[]> {
  const { resource, actorName, at, action, reason } = auditEvent
  return read
    .select({ resource, code: outbox.code, by: actorName, at, action, reason })
    .from(auditEvent)
    .leftJoin(
      outbox,
      and(
        eq(outbox.planId, auditEvent.planId),
        eq(outbox.at, at),
        eq(outbox.resource, resource),
        eq(outbox.resourceId, auditEvent.resourceId),
        eq(outbox.action, action),
      ),
    )
    .where(and(eq(auditEvent.planId, planId), inArray(resource, REPORTED), gt(at, from), lte(at, to)))
    .orderBy(desc(auditEvent.seq))
    .limit(2_000)
}

/** The report of a year that nobody has corrected: the last word. */
export async function findLastIssued(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
): Promise<ReportRow | undefined> {
  const [row] = await selectFrom(read)
    .where(
      and(
        eq(wardReport.planId, planId),
        eq(wardReport.year, year),
        inArray(wardReport.state, ['issued', 'sent']),
        isNull(correction.id),
      ),
    )
    .orderBy(desc(wardReport.id))
    .limit(1)
  return row as ReportRow | undefined
}
