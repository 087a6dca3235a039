// What changed: since the last refresh, since the snapshot was taken, and from one year's report to another.
import type { PlanId } from '@tien-do/domain/ids'
import { compareYears, type SnapshotChange, snapshotChanges } from '@tien-do/domain/report-difference'
import type { Context } from '../../core/context.ts'
import { getPlan } from '../plans/index.ts'
import { readYear } from './read-year.ts'
import { getReport, type ReportView, snapshotOf } from './report-view.ts'
import { type FigureAct, listFigureActs } from './reports.repo.ts'

export interface ExplainedChange extends SnapshotChange {
  /** Who touched the figure in between, the newest first. */
  readonly acts: readonly FigureAct[]
}

/** `previous`: what the last refresh brought; `now`: what the next one would bring. */
export async function listReportChanges(
  context: Context,
  planCode: string,
  id: string,
  against: 'previous' | 'now',
): Promise<ExplainedChange[]> {
  const { row, snapshot } = await getReport(context, planCode, id)
  const { id: planId } = await getPlan(context, planCode)
  if (against === 'now') {
    const now = await readYear(context, planCode, snapshot.year, null)
    return explained(
      context,
      planId,
      snapshotChanges(snapshot, now.snapshot),
      snapshot.takenAt,
      now.snapshot.takenAt,
    )
  }
  if (row.previousSnapshotId === null) return []
  const before = await snapshotOf(context.read, row.previousSnapshotId)
  const changes = snapshotChanges(before.snapshot, snapshot)
  return explained(context, planId, changes, before.snapshot.takenAt, snapshot.takenAt)
}

async function explained(
  context: Context,
  planId: PlanId,
  changes: readonly SnapshotChange[],
  from: string,
  to: string,
): Promise<ExplainedChange[]> {
  const figures = changes.some(({ subject }) => subject === 'indicator')
  const acts = figures ? await listFigureActs(context.read, planId, from, to) : []
  return changes.map((change) => ({
    ...change,
    acts:
      change.subject === 'indicator'
        ? acts.filter(({ indicator }) => indicator === change.code || indicator === null).slice(0, 5)
        : [],
  }))
}

/** Two reports of one plan, the other one first. */
export async function compareReports(context: Context, planCode: string, id: string, other: string) {
  const [before, after]: ReportView[] = [
    await getReport(context, planCode, other),
    await getReport(context, planCode, id),
  ]
  return { before: before!, after: after!, rows: compareYears(before!.snapshot, after!.snapshot) }
}
