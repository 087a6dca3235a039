// What changed: since the last refresh, since the snapshot was taken, and from one year's report to another.
import type { PlanId } from '@tien-do/domain/ids'
import {
  type ChangedSubject,
  compareYears,
  type SnapshotChange,
  snapshotChanges,
} from '@tien-do/domain/report-difference'
import type { Context } from '../../core/context.ts'
import { getPlan } from '../plans/index.ts'
import { readYear } from './read-year.ts'
import { getReport, type ReportView, snapshotOf } from './report-view.ts'
import { listReportActs, type ReportAct } from './reports.repo.ts'

export interface ExplainedChange extends SnapshotChange {
  /** Who touched it in between, the newest first. */
  readonly acts: readonly ReportAct[]
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
  const changes = snapshotChanges(before, snapshot)
  return explained(context, planId, changes, before.takenAt, snapshot.takenAt)
}

async function explained(
  context: Context,
  planId: PlanId,
  changes: readonly SnapshotChange[],
  from: string,
  to: string,
): Promise<ExplainedChange[]> {
  if (changes.length === 0) return []
  const acts = await listReportActs(context.read, planId, from, to)
  return changes.map((change) => ({
    ...change,
    acts: acts.filter((act) => isBehind(act, change)).slice(0, MOST_ACTS),
  }))
}

const MOST_ACTS = 5

/** By what each register calls its things: `NV-01/2026` is a result, `NV-01-2026-02` a piece of work, `2026/VH-TT` a department's. */
const BEHIND: Readonly<
  Record<ChangedSubject, Readonly<Record<string, (code: string, of: string) => boolean>>>
> = {
  indicator: {
    measurement: (code, of) => code === of,
    'status-override': (code, of) => code === of,
    'checklist-item': (code, of) => code.startsWith(`${of}/`),
  },
  task: {
    task: (code, of) => code === of,
    'task-result': (code, of) => code.startsWith(`${of}/`),
    'sub-task': (code, of) => code.startsWith(`${of}-`),
  },
  obstacle: { obstacle: (code, of) => code === of },
  department: { 'department-report': (code, of) => code.endsWith(`/${of}`) },
  money: { 'budget-request': (code, of) => of.startsWith(`${code.split('/')[1]}/`) },
}

/** An act on many figures at once names none of them: it may be behind each. */
function isBehind({ resource, code }: ReportAct, { subject, code: of }: SnapshotChange): boolean {
  const matches = BEHIND[subject][resource]
  return matches !== undefined && (code === null || matches(code, of))
}

/** Two reports of one plan, the other one first. */
export async function compareReports(context: Context, planCode: string, id: string, other: string) {
  const [before, after]: ReportView[] = [
    await getReport(context, planCode, other),
    await getReport(context, planCode, id),
  ]
  return { before: before!, after: after!, rows: compareYears(before!.snapshot, after!.snapshot) }
}
