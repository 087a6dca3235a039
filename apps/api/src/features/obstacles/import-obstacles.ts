// Obstacles as rows of a file, and back. A row finds its obstacle by its code, or by department, subject and title.

import type { Day } from '@tien-do/domain/day'
import { yearOf } from '@tien-do/domain/day'
import { asRowFaults, type BatchFault } from '@tien-do/domain/import-row-fault'
import type { ObstacleFileRow as FileRow } from '@tien-do/domain/import-work'
import { mayMoveObstacle, obstacleCode, obstacleFaults } from '@tien-do/domain/obstacle'
import { can } from '@tien-do/domain/permission'
import { fold } from '@tien-do/domain/search-fold'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { moved } from './obstacle-in-plan.ts'
import {
  insertEvent,
  insertObstacle,
  listObstacleRows,
  type ObstacleRow,
  takeNumber,
} from './obstacles.repo.ts'

const MOST = 100_000
const SHORTEST_TITLE = 3

interface Step {
  readonly before: ObstacleRow | null
  readonly said: Pick<ObstacleRow, 'kind' | 'title' | 'detail' | 'place' | 'enterprise' | 'workOrdered'>
}
type Judged = { readonly step: Step; readonly outcome: 'created' | 'updated' | 'unchanged' } | BatchFault[]

export async function importObstacles(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly FileRow[],
): Promise<Batch> {
  const known = await listObstacleRows(tx, { planId: plan.id, limit: MOST })
  const touched = new Set<string>()
  const judged = rows.map((row): Judged => {
    const found = obstaclesMeant(row, known)
    if (found.length > 1) return [{ column: 'code', code: 'several_match' }]
    const [before = null] = found
    if (row.code !== null && !before) return [{ column: 'code', code: 'unknown_code' }]
    const id = before?.id ?? identityOf(row)
    if (touched.has(id)) return [{ column: null, code: 'duplicate_key' }]
    touched.add(id)
    return judge(context, plan, row, before)
  })
  return {
    outcomes: judged.map((each) => (Array.isArray(each) ? each : each.outcome)),
    write: async (kept) => {
      for (const index of kept) {
        const each = judged[index]!
        if (Array.isArray(each)) continue
        const { before, said } = each.step
        // The file is recorded as one; the obstacle's own history still has its line.
        if (before) await moved({ tx, plan, context, record: () => {} }, before, 'amend', said)
        else await raise(tx, context, plan, rows[index]!, said)
      }
    },
  }
}

/** Every obstacle, the oldest first; what became of it stands beside what was said. */
export async function exportObstacles(read: Reader, { id }: PlanInForce) {
  const rows = await listObstacleRows(read, { planId: id, limit: MOST })
  return rows.reverse().map((row) => {
    const { code, kind, subject, subjectCode, title, detail, place, enterprise, workOrdered } = row
    return {
      department: row.departmentCode,
      row: {
        ...{ code, kind, department: row.departmentCode, subject, subjectCode, title, detail },
        ...{ place, enterprise, workOrdered, raisedOn: row.raisedOn as Day, state: row.state },
        ...{ proposal: row.proposal, decision: row.decision, acting: row.actingCode },
        ...{ dueOn: row.dueOn as Day | null, result: row.result },
      },
    }
  })
}

function identityOf({ department, subject, subjectCode, title }: FileRow): string {
  return [department, subject ?? 'plan', subjectCode, fold(title ?? '')].join('\n')
}

function obstaclesMeant(row: FileRow, known: readonly ObstacleRow[]): readonly ObstacleRow[] {
  if (row.code !== null) return known.filter(({ code }) => code === row.code)
  const wanted = identityOf(row)
  return known.filter(
    ({ departmentCode, subject, subjectCode, title }) =>
      [departmentCode, subject, subjectCode, fold(title)].join('\n') === wanted,
  )
}

function judge(context: Context, plan: PlanInForce, row: FileRow, before: ObstacleRow | null): Judged {
  const said = {
    kind: row.kind ?? before?.kind ?? ('difficulty' as const),
    title: row.title!,
    detail: row.detail ?? before?.detail ?? null,
    place: row.place ?? before?.place ?? null,
    enterprise: row.enterprise ?? before?.enterprise ?? null,
    workOrdered: row.workOrdered ?? before?.workOrdered ?? null,
  }
  const faults = [...referenceFaults(plan, row, before), ...permissionFaults(context, plan, row, before)]
  if (faults.length > 0) return faults
  const step = { before, said }
  if (before && sameAs(said, before)) return { step, outcome: 'unchanged' }
  if (before && !mayMoveObstacle('amend', before.state)) return [{ column: null, code: 'wrong_state' }]
  const wrong = asRowFaults(obstacleFaults(said))
  if (said.title.length < SHORTEST_TITLE) wrong.push({ column: 'title', code: 'too_short' })
  return wrong.length > 0 ? wrong : { step, outcome: before ? 'updated' : 'created' }
}

function sameAs(said: Step['said'], before: ObstacleRow): boolean {
  return (Object.keys(said) as (keyof Step['said'])[]).every((field) => said[field] === before[field])
}

/** What an obstacle is about and who raised it stay; the plan knows what it is about. */
function referenceFaults(plan: PlanInForce, row: FileRow, before: ObstacleRow | null): BatchFault[] {
  const faults: BatchFault[] = []
  if (!plan.departments.has(row.department!))
    faults.push({ column: 'department', code: 'unknown_department' })
  if (before) {
    const stays = [
      ['kind', row.kind, before.kind],
      ['department', row.department, before.departmentCode],
      ['subject', row.subject, before.subject],
      ['subjectCode', row.subjectCode, before.subjectCode],
    ] as const
    for (const [column, given, stored] of stays)
      if (given !== null && given !== stored) faults.push({ column, code: 'field_stays' })
    return faults
  }
  const subject = row.subject ?? 'plan'
  if (subject === 'plan') return faults
  if (row.subjectCode === null) return [...faults, { column: 'subjectCode', code: 'subject_missing' }]
  const isKnown = {
    task: plan.tasks.has(row.subjectCode),
    indicator: plan.indicators.has(row.subjectCode),
    area: plan.areas.has(row.subjectCode),
    route: true,
  }[subject]
  return isKnown ? faults : [...faults, { column: 'subjectCode', code: 'unknown_subject' }]
}

function permissionFaults(
  { actor }: Context,
  plan: PlanInForce,
  { department }: FileRow,
  before: ObstacleRow | null,
): BatchFault[] {
  const id = before?.departmentId ?? plan.departments.get(department!)
  if (id === undefined) return []
  const action = before ? 'obstacle.amend' : 'obstacle.raise'
  const allowed = can(actor, action, { plan: plan.code, department: id }).allowed
  return allowed ? [] : [{ column: 'department', code: 'forbidden_department' }]
}

async function raise(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  row: FileRow,
  said: Step['said'],
): Promise<void> {
  const raisedOn = today(context)
  const year = yearOf(raisedOn)
  const number = await takeNumber(tx, plan.id, year)
  const id = newId<string>()
  const [at, by] = [context.now().toISOString(), context.actor.personId]
  const subject = row.subject ?? 'plan'
  await insertObstacle(tx, {
    ...{ id, planId: plan.id, year, number, code: obstacleCode(year, number), ...said },
    ...{ departmentId: plan.departments.get(row.department!)!, subject },
    subjectCode: subject === 'plan' ? null : row.subjectCode,
    ...{ state: 'raised', raisedBy: by, raisedAt: at, raisedOn },
  })
  const history = { id: newId<string>(), obstacleId: id, at, act: 'raise', byId: by }
  await insertEvent(tx, { ...history, from: null, to: 'raised', words: null, detail: null })
}
