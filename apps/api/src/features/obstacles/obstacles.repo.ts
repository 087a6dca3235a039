import type { DepartmentId, ObstacleId, PersonId, PlanId } from '@tien-do/domain/ids'
import type { ObstacleKind, ObstacleState, ObstacleSubject } from '@tien-do/domain/obstacle'
import { and, asc, desc, eq, getTableColumns, inArray, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { department, obstacle, obstacleCounter, obstacleEvent, person } from '../../db/schema/index.ts'

type Stored = typeof obstacle.$inferSelect
export type NewObstacle = typeof obstacle.$inferInsert

export interface ObstacleRow extends Omit<Stored, 'id' | 'departmentId' | 'actingId' | 'raisedBy'> {
  readonly id: ObstacleId
  readonly departmentId: DepartmentId
  readonly departmentCode: string
  readonly actingId: DepartmentId | null
  readonly actingCode: string | null
  readonly raisedBy: PersonId
  readonly raisedByName: string
  readonly mergedIntoCode: string | null
  /** Its own answer or, where it was merged, the survivor's: whichever came last. */
  readonly lastAnswerAt: string | null
}

export interface ObstacleFilter {
  readonly planId: PlanId
  readonly year?: number
  readonly states?: readonly ObstacleState[]
  readonly kind?: ObstacleKind
  readonly subject?: ObstacleSubject
  readonly subjectCode?: string | undefined
  /** Raised by it, or waiting for it to act. */
  readonly departmentId?: DepartmentId
  readonly raisedUntil?: string
  readonly after?: { readonly year: number; readonly number: number }
  readonly limit: number
}

const raiser = alias(department, 'raiser')
const acting = alias(department, 'acting')
const survivor = alias(obstacle, 'survivor')

function selectFrom(read: Reader | Tx) {
  return read
    .select({
      ...getTableColumns(obstacle),
      departmentCode: raiser.code,
      actingCode: acting.code,
      raisedByName: person.name,
      mergedIntoCode: survivor.code,
      lastAnswerAt: sql<string | null>`greatest(${obstacle.answeredAt}, ${survivor.answeredAt})`,
    })
    .from(obstacle)
    .innerJoin(raiser, eq(raiser.id, obstacle.departmentId))
    .innerJoin(person, eq(person.id, obstacle.raisedBy))
    .leftJoin(acting, eq(acting.id, obstacle.actingId))
    .leftJoin(survivor, eq(survivor.id, obstacle.mergedIntoId))
}

/** Newest number first; one more than `limit`, so that the caller knows whether there is a next page. */
export async function listObstacleRows(read: Reader | Tx, filter: ObstacleFilter): Promise<ObstacleRow[]> {
  const rows = await selectFrom(read)
    .where(
      and(
        eq(obstacle.planId, filter.planId),
        filter.year === undefined ? undefined : eq(obstacle.year, filter.year),
        filter.states && inArray(obstacle.state, [...filter.states]),
        filter.kind && eq(obstacle.kind, filter.kind),
        filter.subject && eq(obstacle.subject, filter.subject),
        filter.subjectCode === undefined ? undefined : eq(obstacle.subjectCode, filter.subjectCode),
        filter.departmentId &&
          or(eq(obstacle.departmentId, filter.departmentId), eq(obstacle.actingId, filter.departmentId)),
        filter.raisedUntil ? lte(obstacle.raisedOn, filter.raisedUntil) : undefined,
        filter.after
          ? sql`(${obstacle.year}, ${obstacle.number}) < (${filter.after.year}, ${filter.after.number})`
          : undefined,
      ),
    )
    .orderBy(desc(obstacle.year), desc(obstacle.number))
    .limit(filter.limit + 1)
  return rows as ObstacleRow[]
}

export async function findObstacle(
  read: Reader | Tx,
  planId: PlanId,
  code: string,
): Promise<ObstacleRow | undefined> {
  const [row] = await selectFrom(read).where(and(eq(obstacle.planId, planId), eq(obstacle.code, code)))
  return row as ObstacleRow | undefined
}

/** The codes of those that were merged into it. */
export async function listMergedInto(read: Reader | Tx, id: ObstacleId): Promise<string[]> {
  const rows = await read
    .select({ code: obstacle.code })
    .from(obstacle)
    .where(eq(obstacle.mergedIntoId, id))
    .orderBy(asc(obstacle.code))
  return rows.map(({ code }) => code)
}

/** The next number of the year; it goes back if the transaction does, so that there is never a gap. */
export async function takeNumber(tx: Tx, planId: PlanId, year: number): Promise<number> {
  const [row] = await tx
    .insert(obstacleCounter)
    .values({ planId, year, last: 1 })
    .onConflictDoUpdate({
      target: [obstacleCounter.planId, obstacleCounter.year],
      set: { last: sql`${obstacleCounter.last} + 1` },
    })
    .returning({ last: obstacleCounter.last })
  if (!row) throw new Error('no number was given')
  return row.last
}

export async function insertObstacle(tx: Tx, row: NewObstacle): Promise<void> {
  await tx.insert(obstacle).values(row)
}

/** Moves it if it still has the version that was seen; false when somebody else was faster. */
export async function moveObstacle(
  tx: Tx,
  id: ObstacleId,
  version: number,
  change: Partial<NewObstacle>,
): Promise<boolean> {
  const moved = await tx
    .update(obstacle)
    .set({ ...change, version: version + 1 })
    .where(and(eq(obstacle.id, id), eq(obstacle.version, version)))
    .returning({ id: obstacle.id })
  return moved.length === 1
}

export async function insertEvent(tx: Tx, event: typeof obstacleEvent.$inferInsert): Promise<void> {
  await tx.insert(obstacleEvent).values(event)
}

export function listEvents(read: Reader | Tx, id: ObstacleId) {
  return read
    .select({ ...getTableColumns(obstacleEvent), byName: person.name })
    .from(obstacleEvent)
    .innerJoin(person, eq(person.id, obstacleEvent.byId))
    .where(eq(obstacleEvent.obstacleId, id))
    .orderBy(asc(obstacleEvent.at), asc(obstacleEvent.id))
}

export type ObstacleEventRow = Awaited<ReturnType<typeof listEvents>>[number]
