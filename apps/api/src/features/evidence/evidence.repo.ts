import type { Day } from '@tien-do/domain/day'
import type { EvidenceResource, EvidenceSubject } from '@tien-do/domain/evidence'
import type { PlanId } from '@tien-do/domain/ids'
import type { TaskAssignment } from '@tien-do/domain/task-assignment'
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import {
  checklistItem,
  department,
  evidence,
  obstacle,
  period,
  person,
  subTask,
  task,
  taskAssignment,
  wardReport,
} from '../../db/schema/index.ts'

type Stored = typeof evidence.$inferSelect
export type NewEvidence = typeof evidence.$inferInsert

export interface EvidenceRow extends Stored {
  readonly addedByName: string
  readonly removedByName: string | null
}

const adder = alias(person, 'adder')
const remover = alias(person, 'remover')

function selectFrom(read: Reader | Tx) {
  return read
    .select({ ...getTableColumns(evidence), addedByName: adder.name, removedByName: remover.name })
    .from(evidence)
    .innerJoin(adder, eq(adder.id, evidence.addedBy))
    .leftJoin(remover, eq(remover.id, evidence.removedBy))
}

export interface EvidenceFilter {
  readonly resource: EvidenceResource
  readonly code?: string | undefined
  readonly year?: number | undefined
  readonly removed: boolean
}

const MOST_LISTED = 2_000

/** In the order in which it was added. */
export function listEvidenceRows(
  read: Reader | Tx,
  planId: PlanId,
  { resource, code, year, removed }: EvidenceFilter,
): Promise<EvidenceRow[]> {
  return selectFrom(read)
    .where(
      and(
        eq(evidence.planId, planId),
        eq(evidence.resource, resource),
        code === undefined ? undefined : eq(evidence.code, code),
        year === undefined ? undefined : eq(evidence.year, year),
        removed ? undefined : isNull(evidence.removedAt),
      ),
    )
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
    .limit(MOST_LISTED)
}

export async function findEvidence(
  read: Reader | Tx,
  planId: PlanId,
  id: string,
): Promise<EvidenceRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(evidence.planId, planId), eq(evidence.id, id)))
  return row
}

/** What the subject has now, held until the change ends: two who add the twentieth take turns. */
export async function lockSubject(
  tx: Tx,
  planId: PlanId,
  { resource, code, year }: EvidenceSubject,
): Promise<EvidenceRow[]> {
  const key = `evidence ${planId} ${resource} ${code} ${year}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const rows = await listEvidenceRows(tx, planId, {
    resource,
    code,
    year: year ?? undefined,
    removed: false,
  })
  return rows.filter((row) => row.year === year)
}

export async function insertEvidence(tx: Tx, row: NewEvidence): Promise<void> {
  await tx.insert(evidence).values(row)
}

/** False when somebody else was faster. */
export async function markRemoved(
  tx: Tx,
  id: string,
  version: number,
  by: { removedBy: string; removedAt: string },
): Promise<boolean> {
  const moved = await tx
    .update(evidence)
    .set({ ...by, version: version + 1 })
    .where(and(eq(evidence.id, id), eq(evidence.version, version), isNull(evidence.removedAt)))
    .returning({ id: evidence.id })
  return moved.length === 1
}

export async function hasChecklistItem(
  read: Reader | Tx,
  planId: PlanId,
  list: string,
  code: string,
): Promise<boolean> {
  const rows = await read
    .select({ id: checklistItem.id })
    .from(checklistItem)
    .where(and(eq(checklistItem.planId, planId), eq(checklistItem.list, list), eq(checklistItem.code, code)))
  return rows.length > 0
}

/** Code of the department that raised it; undefined where there is no such obstacle. */
export async function findObstacleOwner(
  read: Reader | Tx,
  planId: PlanId,
  code: string,
): Promise<string | undefined> {
  const [row] = await read
    .select({ owner: department.code })
    .from(obstacle)
    .innerJoin(department, eq(department.id, obstacle.departmentId))
    .where(and(eq(obstacle.planId, planId), eq(obstacle.code, code)))
  return row?.owner
}

/** The task of a piece of work and the department that does it, by their codes; undefined where there is no such piece. */
export async function findPieceOwner(
  read: Reader | Tx,
  planId: PlanId,
  code: string,
): Promise<{ task: string; department: string | null } | undefined> {
  const [row] = await read
    .select({ task: task.code, department: department.code })
    .from(subTask)
    .innerJoin(task, eq(task.id, subTask.taskId))
    .leftJoin(department, eq(department.id, subTask.departmentId))
    .where(and(eq(subTask.planId, planId), eq(subTask.code, code)))
  return row
}

/** The ward's decisions on who leads a task, oldest first. */
export async function listLeadDecisions(
  read: Reader | Tx,
  planId: PlanId,
  code: string,
): Promise<TaskAssignment[]> {
  const { from, coordinating, reason } = taskAssignment
  const rows = await read
    .select({ lead: department.code, coordinating, from, reason })
    .from(taskAssignment)
    .innerJoin(task, eq(task.id, taskAssignment.taskId))
    .leftJoin(department, eq(department.id, taskAssignment.leadId))
    .where(and(eq(taskAssignment.planId, planId), eq(task.code, code)))
    .orderBy(asc(taskAssignment.number))
  return rows.map((row) => ({ ...row, from: row.from as Day }))
}

export async function hasPeriod(read: Reader | Tx, planId: PlanId, year: number): Promise<boolean> {
  return (await read.$count(period, and(eq(period.planId, planId), eq(period.year, year)))) > 0
}

export async function hasIssuedReport(read: Reader | Tx, planId: PlanId, year: number): Promise<boolean> {
  const issued = inArray(wardReport.state, ['issued', 'sent'])
  const where = and(eq(wardReport.planId, planId), eq(wardReport.year, year), issued)
  return (await read.$count(wardReport, where)) > 0
}

/** Of the things of one resource that have evidence for a year, by code: how many pieces. */
export async function countEvidenceByCode(
  read: Reader | Tx,
  planId: PlanId,
  resource: EvidenceResource,
  year: number,
): Promise<Map<string, number>> {
  const rows = await read
    .select({ code: evidence.code, count: sql<number>`count(*)::int` })
    .from(evidence)
    .where(
      and(
        eq(evidence.planId, planId),
        eq(evidence.resource, resource),
        eq(evidence.year, year),
        isNull(evidence.removedAt),
      ),
    )
    .groupBy(evidence.code)
  return new Map(rows.map(({ code, count }) => [code, count]))
}
