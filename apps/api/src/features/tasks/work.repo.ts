// Rows of the ward's work: assignments, pieces of work, the log, results, yearly plans.
import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PersonId, PlanId, TaskId } from '@tien-do/domain/ids'
import type { SubTaskWork } from '@tien-do/domain/sub-task'
import type { TaskAssignment } from '@tien-do/domain/task-assignment'
import { and, asc, desc, eq, getTableColumns, isNull, like, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import {
  department,
  evidence,
  person,
  subTask,
  task,
  taskAssignment,
  taskResult,
  taskUpdate,
} from '../../db/schema/index.ts'

export interface AssignmentRow extends TaskAssignment {
  readonly task: string
  readonly number: number
  readonly assignedBy: string
  readonly assignedAt: string
}

/** The decisions of one task, or of all of a plan, oldest first. */
export async function listAssignments(
  read: Reader | Tx,
  planId: PlanId,
  taskId?: TaskId,
): Promise<AssignmentRow[]> {
  const rows = await read
    .select({
      task: task.code,
      number: taskAssignment.number,
      lead: department.code,
      coordinating: taskAssignment.coordinating,
      from: taskAssignment.from,
      reason: taskAssignment.reason,
      assignedBy: person.name,
      assignedAt: taskAssignment.assignedAt,
    })
    .from(taskAssignment)
    .innerJoin(task, eq(task.id, taskAssignment.taskId))
    .innerJoin(person, eq(person.id, taskAssignment.assignedBy))
    .leftJoin(department, eq(department.id, taskAssignment.leadId))
    .where(and(eq(taskAssignment.planId, planId), taskId && eq(taskAssignment.taskId, taskId)))
    .orderBy(asc(taskAssignment.taskId), asc(taskAssignment.number))
  return rows as (Omit<(typeof rows)[number], 'from'> & { from: Day })[]
}

export async function insertAssignment(tx: Tx, row: typeof taskAssignment.$inferInsert): Promise<void> {
  await tx.insert(taskAssignment).values(row)
}

export interface SubTaskRow extends SubTaskWork {
  readonly id: string
  readonly code: string
  readonly task: string
  readonly departmentId: DepartmentId | null
  readonly department: string | null
  readonly note: string | null
  readonly carriedFrom: string | null
  /** How many pieces of evidence it has. */
  readonly evidence: number
  readonly version: number
  readonly updatedAt: string
}

export interface SubTaskFilter {
  readonly year?: number
  readonly taskId?: TaskId
  readonly departmentId?: DepartmentId
}

const { planId: _plan, taskId: _task, ...columns } = getTableColumns(subTask)

const evidenceOfIt = and(
  eq(evidence.planId, subTask.planId),
  eq(evidence.resource, 'sub-task'),
  eq(evidence.code, subTask.code),
  isNull(evidence.removedAt),
)

async function selectSubTasks(read: Reader | Tx, where: SQL | undefined): Promise<SubTaskRow[]> {
  const rows = await read
    .select({
      ...columns,
      task: task.code,
      department: department.code,
      evidence: read.$count(evidence, evidenceOfIt),
    })
    .from(subTask)
    .innerJoin(task, eq(task.id, subTask.taskId))
    .leftJoin(department, eq(department.id, subTask.departmentId))
    .where(where)
    .orderBy(asc(task.position), asc(subTask.year), asc(subTask.code))
  return rows as SubTaskRow[]
}

/** The pieces of work of a plan, in the order of its tasks. */
export function listSubTaskRows(
  read: Reader | Tx,
  planId: PlanId,
  filter: SubTaskFilter = {},
): Promise<SubTaskRow[]> {
  return selectSubTasks(
    read,
    and(
      eq(subTask.planId, planId),
      filter.year ? eq(subTask.year, filter.year) : undefined,
      filter.taskId && eq(subTask.taskId, filter.taskId),
      filter.departmentId && eq(subTask.departmentId, filter.departmentId),
    ),
  )
}

export async function findSubTask(
  read: Reader | Tx,
  planId: PlanId,
  code: string,
): Promise<SubTaskRow | undefined> {
  const [row] = await selectSubTasks(read, and(eq(subTask.planId, planId), eq(subTask.code, code)))
  return row
}

/** Codes that begin so, to find the next free one. */
export async function listCodesLike(tx: Tx, planId: PlanId, prefix: string): Promise<string[]> {
  const rows = await tx
    .select({ code: subTask.code })
    .from(subTask)
    .where(and(eq(subTask.planId, planId), like(subTask.code, `${prefix}%`)))
  return rows.map(({ code }) => code)
}

export async function insertSubTasks(tx: Tx, rows: readonly (typeof subTask.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(subTask).values([...rows])
}

/** Changes it if it still has the version that was seen; false when somebody else was faster. */
export async function changeSubTaskRow(
  tx: Tx,
  { id, version }: Pick<SubTaskRow, 'id' | 'version'>,
  change: Partial<typeof subTask.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(subTask)
    .set({ ...change, version: version + 1 })
    .where(and(eq(subTask.id, id), eq(subTask.version, version)))
    .returning({ id: subTask.id })
  return changed.length === 1
}

export async function deleteSubTask(
  tx: Tx,
  { id, version }: Pick<SubTaskRow, 'id' | 'version'>,
): Promise<boolean> {
  const gone = await tx
    .delete(subTask)
    .where(and(eq(subTask.id, id), eq(subTask.version, version)))
    .returning({ id: subTask.id })
  return gone.length === 1
}

export async function insertUpdate(tx: Tx, row: typeof taskUpdate.$inferInsert): Promise<void> {
  await tx.insert(taskUpdate).values(row)
}

/** The log of a task with its pieces of work, newest first; at most `limit`. */
export async function listUpdates(read: Reader, taskId: TaskId, limit: number) {
  const { id, text, nextStep, move, state, progress, writtenAt } = getTableColumns(taskUpdate)
  return read
    .select({
      id,
      text,
      nextStep,
      move,
      state,
      progress,
      writtenAt,
      writtenBy: person.name,
      subTask: subTask.code,
    })
    .from(taskUpdate)
    .innerJoin(person, eq(person.id, taskUpdate.writtenBy))
    .leftJoin(subTask, eq(subTask.id, taskUpdate.subTaskId))
    .where(eq(taskUpdate.taskId, taskId))
    .orderBy(desc(taskUpdate.writtenAt), desc(taskUpdate.id))
    .limit(limit)
}
export type UpdateRow = Awaited<ReturnType<typeof listUpdates>>[number]

/** What was said to have come of a plan's tasks in a year. */
export async function listResults(read: Reader | Tx, planId: PlanId, year: number) {
  const { verdict, result, remaining, version, writtenAt } = getTableColumns(taskResult)
  return read
    .select({ task: task.code, verdict, result, remaining, version, writtenAt, writtenBy: person.name })
    .from(taskResult)
    .innerJoin(task, eq(task.id, taskResult.taskId))
    .innerJoin(person, eq(person.id, taskResult.writtenBy))
    .where(and(eq(taskResult.planId, planId), eq(taskResult.year, year)))
}
export type ResultRow = Awaited<ReturnType<typeof listResults>>[number]

interface NewResult {
  readonly id: string
  readonly planId: PlanId
  readonly taskId: TaskId
  readonly year: number
  readonly verdict: ResultRow['verdict']
  readonly result: string
  readonly remaining: string | null
  readonly writtenBy: PersonId
  readonly writtenAt: string
}

/** Writes it over the version that was seen (0: there is none yet); false when somebody else was faster. */
export async function writeResult(tx: Tx, row: NewResult, seen: number): Promise<boolean> {
  const { id, planId, taskId, year, ...said } = row
  if (seen === 0) {
    const inserted = await tx
      .insert(taskResult)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: taskResult.id })
    return inserted.length === 1
  }
  const written = await tx
    .update(taskResult)
    .set({ ...said, version: seen + 1 })
    .where(and(eq(taskResult.taskId, taskId), eq(taskResult.year, year), eq(taskResult.version, seen)))
    .returning({ id: taskResult.id })
  return written.length === 1
}
