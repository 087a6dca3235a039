// A report with all that is in it: its snapshot, what people wrote, and the document they make together.
import { composeReport, type IssuedAs, type ReportChoices } from '@tien-do/domain/compose-report'
import type { Day } from '@tien-do/domain/day'
import type { PlanId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { ReportDocument } from '@tien-do/domain/report-document'
import type { ReportSnapshot } from '@tien-do/domain/report-snapshot'
import { isIssued } from '@tien-do/domain/ward-report'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, today } from '../plans/index.ts'
import {
  type ChartRow,
  findReport,
  findSnapshotRow,
  listCharts,
  listParagraphs,
  listReportRows,
  type ReportRow,
} from './reports.repo.ts'

/** All that a report is made from, not yet put together. */
export interface ReportSource {
  readonly row: ReportRow
  /** The snapshot to the letter: its sha256 is the row's hash. */
  readonly content: string
  readonly choices: ReportChoices
  readonly charts: readonly ChartRow[]
  /** The day by whose names a draft is written. */
  readonly on: Day
}

export interface ReportView extends ReportSource {
  readonly snapshot: ReportSnapshot
  readonly document: ReportDocument
  /** The document as it would be under a number and a day. */
  readonly compose: (issued: IssuedAs) => ReportDocument
}

/** Before it is issued a report exists only for those who work on it; a key of the portal never sees a draft. */
function mayKnow(context: Context, plan: string, { state }: Pick<ReportRow, 'state'>): boolean {
  return isIssued(state) || can(context.actor, 'ward-report.read-draft', { plan }).allowed
}

/** The reports that the caller may know of. */
export async function listReports(context: Context, planCode: string): Promise<ReportRow[]> {
  const plan = await getPlan(context, planCode)
  const rows = await listReportRows(context.read, plan.id)
  return rows.filter((row) => mayKnow(context, planCode, row))
}

export async function getReport(context: Context, planCode: string, id: string): Promise<ReportView> {
  return viewOf(await getReportSource(context, planCode, id))
}

/** The same, for who puts it together elsewhere: in the thread that makes files. */
export async function getReportSource(context: Context, planCode: string, id: string): Promise<ReportSource> {
  const plan = await getPlan(context, planCode)
  const row = await findReport(context.read, plan.id, id)
  if (!row || !mayKnow(context, planCode, row)) throw new AppError('ward-report.not-found')
  return sourceOf(context.read, row, today(context))
}

/** The same inside a change. */
export async function viewForChange(tx: Tx, planId: PlanId, id: string, on: Day): Promise<ReportView> {
  const row = await findReport(tx, planId, id)
  if (!row) throw new AppError('ward-report.not-found')
  return viewOf(await sourceOf(tx, row, on))
}

export async function snapshotOf(read: Reader | Tx, id: string): Promise<ReportSnapshot> {
  return JSON.parse(await contentOf(read, id)) as ReportSnapshot
}

async function contentOf(read: Reader | Tx, id: string): Promise<string> {
  const stored = await findSnapshotRow(read, id)
  if (!stored) throw new Error(`snapshot ${id} is gone`)
  return stored.content
}

async function sourceOf(read: Reader | Tx, row: ReportRow, on: Day): Promise<ReportSource> {
  const content = await contentOf(read, row.snapshotId)
  const charts = await listCharts(read, row.id)
  const edits = row.document ? [] : await listParagraphs(read, row.id)
  const corrects = row.document || row.correctsId === null ? null : await correctedBy(read, row)
  const choices: ReportChoices = {
    sections: row.sections,
    letterhead: row.letterhead,
    edits: Object.fromEntries(edits.map(({ key, text, seen }) => [key, { text, seen }])),
    charts: charts.map(({ section, indicator }) => ({ section, indicator })),
    corrects,
  }
  return { row, content, choices, charts, on }
}

function viewOf(source: ReportSource): ReportView {
  const { row, content, choices, on } = source
  const snapshot = JSON.parse(content) as ReportSnapshot
  const compose = (issued: IssuedAs) =>
    row.document ?? composeReport(snapshot, row.template, choices, issued, issued.on ?? on)
  return { ...source, snapshot, compose, document: compose({ number: null, on: null }) }
}

/** The number and the day of the issued report that a draft takes the place of. */
async function correctedBy(
  read: Reader | Tx,
  { planId, correctsId }: ReportRow,
): Promise<ReportChoices['corrects']> {
  const old = correctsId === null ? undefined : await findReport(read, planId as PlanId, correctsId)
  return old?.document && old.issuedOn
    ? { numberLine: old.document.numberLine, on: old.issuedOn as Day }
    : null
}

/** The bytes of a chart's picture. */
export async function chartOf(context: Context, planCode: string, id: string, code: string): Promise<Buffer> {
  const { charts } = await getReport(context, planCode, id)
  const chart = charts.find(({ indicator }) => indicator === code)
  if (!chart) throw new AppError('indicator.not-found')
  return Buffer.from(chart.png, 'base64')
}
