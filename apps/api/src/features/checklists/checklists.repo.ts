import type { ChecklistStatus } from '@tien-do/domain/checklist'
import type { Day } from '@tien-do/domain/day'
import type { PlanId } from '@tien-do/domain/ids'
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from '../../core/context.ts'
import { checklistItem, checklistStatus, person } from '../../db/schema/index.ts'

type StoredItem = typeof checklistItem.$inferSelect
export type NewItem = typeof checklistItem.$inferInsert
export type NewStatus = typeof checklistStatus.$inferInsert

/** One saying about an item that still holds. */
export interface StatusRow {
  readonly id: string
  readonly itemId: string
  readonly status: ChecklistStatus
  readonly since: Day
  readonly note: string | null
  readonly enteredByName: string
  readonly enteredAt: string
}

export interface ItemRow extends Omit<StoredItem, 'validFrom' | 'validTo'> {
  readonly validFrom: Day | null
  readonly validTo: Day | null
  /** Those that still hold, the oldest first. */
  readonly statuses: readonly StatusRow[]
}

/** The items of some lists (of all where none are named), in their order. */
export async function listItemRows(
  read: Reader | Tx,
  planId: PlanId,
  lists?: readonly string[],
): Promise<ItemRow[]> {
  const items = await read
    .select()
    .from(checklistItem)
    .where(and(eq(checklistItem.planId, planId), lists ? inArray(checklistItem.list, [...lists]) : undefined))
    .orderBy(asc(checklistItem.list), asc(checklistItem.position), asc(checklistItem.code))
  if (items.length === 0) return []
  const { id, itemId, status, since, note, enteredAt } = checklistStatus
  const statuses = await read
    .select({ id, itemId, status, since, note, enteredAt, enteredByName: person.name })
    .from(checklistStatus)
    .innerJoin(person, eq(person.id, checklistStatus.enteredBy))
    .innerJoin(checklistItem, eq(checklistItem.id, checklistStatus.itemId))
    .where(
      and(
        eq(checklistItem.planId, planId),
        lists ? inArray(checklistItem.list, [...lists]) : undefined,
        isNull(checklistStatus.supersededAt),
      ),
    )
    .orderBy(asc(since))
  const ofItem = Map.groupBy(statuses as StatusRow[], (row) => row.itemId)
  return items.map((item) => ({ ...item, statuses: ofItem.get(item.id) ?? [] })) as ItemRow[]
}

/** The same, held until the change ends: two who save one list take turns. */
export async function lockLists(tx: Tx, planId: PlanId, lists: readonly string[]): Promise<ItemRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`checklists ${planId}`}, 0))`)
  return listItemRows(tx, planId, lists)
}

export async function insertItems(tx: Tx, rows: readonly NewItem[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.insert(checklistItem).values(rows.slice(from, from + BATCH))
}

export async function insertStatuses(tx: Tx, rows: readonly NewStatus[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.insert(checklistStatus).values(rows.slice(from, from + BATCH))
}
const BATCH = 1_000

/** Changes what an item is, or only that it was changed. */
export async function mendItem(tx: Tx, id: string, change: Partial<NewItem>): Promise<void> {
  await tx
    .update(checklistItem)
    .set({ ...change, version: sql`${checklistItem.version} + 1` })
    .where(eq(checklistItem.id, id))
}

export async function supersedeStatuses(
  tx: Tx,
  ids: readonly string[],
  by: { supersededAt: string; supersededBy: string },
): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(checklistStatus)
      .set(by)
      .where(inArray(checklistStatus.id, [...ids]))
}

export interface SayingRow extends StatusRow {
  readonly supersededByName: string | null
  readonly supersededAt: string | null
}

const superseder = alias(person, 'superseder')

/** All that was ever said about an item, the newest saying first. */
export async function listSayings(read: Reader, itemId: string): Promise<SayingRow[]> {
  const { id, status, since, note, enteredAt, supersededAt } = checklistStatus
  const rows = await read
    .select({
      id,
      itemId: checklistStatus.itemId,
      status,
      since,
      note,
      enteredAt,
      enteredByName: person.name,
      supersededAt,
      supersededByName: superseder.name,
    })
    .from(checklistStatus)
    .innerJoin(person, eq(person.id, checklistStatus.enteredBy))
    .leftJoin(superseder, eq(superseder.id, checklistStatus.supersededBy))
    .where(eq(checklistStatus.itemId, itemId))
    .orderBy(desc(enteredAt), desc(id))
  return rows as SayingRow[]
}
