import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import { parseQuantity } from '@tien-do/domain/money'
import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { budgetLine, budgetRequest, department, person } from '../../db/schema/index.ts'

type StoredRequest = typeof budgetRequest.$inferSelect
export type NewRequest = typeof budgetRequest.$inferInsert
export type NewLine = typeof budgetLine.$inferInsert
export type LineRow = typeof budgetLine.$inferSelect

export interface RequestRow extends Omit<StoredRequest, 'departmentId'> {
  readonly departmentId: DepartmentId
  readonly departmentCode: string
  readonly requestedByName: string | null
  readonly decidedByName: string | null
  readonly lines: readonly LineRow[]
}

const requester = alias(person, 'requester')
const decider = alias(person, 'decider')

/** The requests of a year, or of all years, with their lines in order. */
export async function listRequests(read: Reader | Tx, planId: PlanId, year?: number): Promise<RequestRow[]> {
  const requests = await read
    .select({
      ...getTableColumns(budgetRequest),
      departmentCode: department.code,
      requestedByName: requester.name,
      decidedByName: decider.name,
    })
    .from(budgetRequest)
    .innerJoin(department, eq(department.id, budgetRequest.departmentId))
    .leftJoin(requester, eq(requester.id, budgetRequest.requestedBy))
    .leftJoin(decider, eq(decider.id, budgetRequest.decidedBy))
    .where(
      and(eq(budgetRequest.planId, planId), year === undefined ? undefined : eq(budgetRequest.year, year)),
    )
    .orderBy(asc(budgetRequest.year), asc(department.position))
  if (requests.length === 0) return []
  const ids = requests.map(({ id }) => id)
  const stored = await read
    .select()
    .from(budgetLine)
    .where(inArray(budgetLine.requestId, ids))
    .orderBy(asc(budgetLine.requestId), asc(budgetLine.line))
  const lines = stored.map((line) => ({ ...line, quantity: parseQuantity(line.quantity) ?? line.quantity }))
  return requests.map((request) => ({
    ...request,
    departmentId: request.departmentId as DepartmentId,
    lines: lines.filter(({ requestId }) => requestId === request.id),
  }))
}

export async function findRequest(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
  code: string,
): Promise<RequestRow | undefined> {
  return (await listRequests(read, planId, year)).find(({ departmentCode }) => departmentCode === code)
}

/** False when somebody else was faster. */
export async function insertRequest(tx: Tx, row: NewRequest): Promise<boolean> {
  const made = await tx
    .insert(budgetRequest)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: budgetRequest.id })
  return made.length === 1
}

/** Changes it if it still has the version that was seen; false when somebody else was faster. */
export async function changeRequest(
  tx: Tx,
  { id, version }: Pick<RequestRow, 'id' | 'version'>,
  change: Partial<NewRequest>,
): Promise<boolean> {
  const moved = await tx
    .update(budgetRequest)
    .set({ ...change, version: version + 1 })
    .where(and(eq(budgetRequest.id, id), eq(budgetRequest.version, version)))
    .returning({ id: budgetRequest.id })
  return moved.length === 1
}

export async function replaceLines(tx: Tx, requestId: string, lines: readonly NewLine[]): Promise<void> {
  await tx.delete(budgetLine).where(eq(budgetLine.requestId, requestId))
  if (lines.length > 0) await tx.insert(budgetLine).values([...lines])
}

export async function changeLine(tx: Tx, id: string, change: Partial<NewLine>): Promise<void> {
  await tx.update(budgetLine).set(change).where(eq(budgetLine.id, id))
}
