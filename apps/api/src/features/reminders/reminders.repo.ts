import type { Day } from '@tien-do/domain/day'
import type { PersonId, PlanId } from '@tien-do/domain/ids'
import type { Reachable, Reminder } from '@tien-do/domain/reminder'
import { and, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import {
  delivery,
  department,
  grant,
  type NoticeItem,
  notice,
  person,
  personSetting,
  reminder,
} from '../../db/schema/index.ts'

export type NoticeItemRow = NoticeItem

export interface ReachableRow extends Reachable {
  readonly name: string
  readonly email: string
  /** They chose to be told by e-mail too. */
  readonly byMail: boolean
}

/** Who enters, coordinates or decides in a plan on a day, with their departments and how they want to be told. */
export async function listReachable(read: Reader | Tx, planId: PlanId, on: Day): Promise<ReachableRow[]> {
  const rows = await read
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      role: grant.role,
      department: department.code,
      byMail: personSetting.mailReminders,
    })
    .from(person)
    .innerJoin(grant, eq(grant.personId, person.id))
    .leftJoin(department, eq(department.id, grant.departmentId))
    .leftJoin(personSetting, eq(personSetting.personId, person.id))
    .where(
      and(
        isNull(person.disabledAt),
        inArray(grant.role, ['officer', 'finance', 'coordinator', 'leader']),
        or(isNull(grant.planId), eq(grant.planId, planId)),
        or(isNull(grant.validFrom), lte(grant.validFrom, on)),
        or(isNull(grant.validTo), gt(grant.validTo, on)),
      ),
    )
  const people = new Map<string, ReachableRow>()
  for (const { id, name, email, role, department: code, byMail } of rows) {
    const known = people.get(id)
    people.set(id, {
      id: id as PersonId,
      name,
      email,
      byMail: byMail ?? false,
      departments: [...(known?.departments ?? []), ...(code === null ? [] : [code])],
      coordinates: (known?.coordinates ?? false) || role === 'coordinator',
      leads: (known?.leads ?? false) || role === 'leader',
    })
  }
  return [...people.values()]
}

/** One process at a time works out a plan's reminders: the others find them said. */
export async function takeTurn(tx: Tx, planId: PlanId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reminders ${planId}`}, 0))`)
}

/** Those that were not said yet. */
export async function unsaid<Each extends Reminder>(
  tx: Tx,
  planId: PlanId,
  reminders: readonly Each[],
): Promise<Each[]> {
  if (reminders.length === 0) return []
  const rows = await tx
    .select({ person: reminder.personId, thing: reminder.thing, rung: reminder.rung })
    .from(reminder)
    .where(
      and(
        eq(reminder.planId, planId),
        inArray(reminder.rung, [...new Set(reminders.map(({ rung }) => rung))]),
      ),
    )
  const said = new Set(rows.map((row) => `${row.person} ${row.thing} ${row.rung}`))
  return reminders.filter(({ person: who, thing, rung }) => !said.has(`${who} ${thing.thing} ${rung}`))
}

/** Each of them once: a second one is refused by the database, whatever came before. */
export async function noteSaid(
  tx: Tx,
  planId: PlanId,
  noticeId: string,
  reminders: readonly Reminder[],
): Promise<void> {
  await tx.insert(reminder).values(
    reminders.map(({ person: personId, thing, rung }) => ({
      personId,
      planId,
      thing: thing.thing,
      rung,
      noticeId,
    })),
  )
}

export interface NewNotice {
  readonly id: string
  readonly personId: PersonId
  readonly planId: PlanId
  readonly kind: 'ladder' | 'by_hand'
  readonly items: readonly NoticeItem[]
  readonly on: Day
  readonly createdAt: string
}

export async function insertNotice(tx: Tx, row: NewNotice): Promise<void> {
  await tx.insert(notice).values(row)
}

export async function insertDelivery(tx: Tx, noticeId: string, address: string): Promise<string> {
  const id = newId<string>()
  await tx.insert(delivery).values({ id, noticeId, address, state: 'queued' })
  return id
}

/** A message that has not been sent yet, with all that its words need. */
export async function findQueuedDelivery(read: Reader, id: string) {
  const [row] = await read
    .select({
      id: delivery.id,
      address: delivery.address,
      items: notice.items,
      on: notice.on,
      planId: notice.planId,
      name: person.name,
    })
    .from(delivery)
    .innerJoin(notice, eq(notice.id, delivery.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .where(and(eq(delivery.id, id), eq(delivery.state, 'queued')))
  return row
}

export async function markSent(tx: Tx, id: string, sentAt: string): Promise<boolean> {
  const rows = await tx
    .update(delivery)
    .set({ state: 'sent', sentAt })
    .where(and(eq(delivery.id, id), eq(delivery.state, 'queued')))
    .returning({ id: delivery.id })
  return rows.length === 1
}

/** What was sent to whom, newest first. */
export function listSent(read: Reader, planId: PlanId, limit: number) {
  return read
    .select({
      id: notice.id,
      kind: notice.kind,
      items: notice.items,
      on: notice.on,
      createdAt: notice.createdAt,
      readAt: notice.readAt,
      to: person.name,
      mail: delivery.state,
      mailedAt: delivery.sentAt,
    })
    .from(notice)
    .innerJoin(person, eq(person.id, notice.personId))
    .leftJoin(delivery, eq(delivery.noticeId, notice.id))
    .where(eq(notice.planId, planId))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(limit)
}

/** What a person was told in a plan, newest first. */
export function listNoticesOf(read: Reader, planId: PlanId, personId: PersonId, limit: number) {
  return read
    .select({
      id: notice.id,
      kind: notice.kind,
      items: notice.items,
      on: notice.on,
      createdAt: notice.createdAt,
      readAt: notice.readAt,
    })
    .from(notice)
    .where(and(eq(notice.planId, planId), eq(notice.personId, personId)))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(limit)
}

/** Marks all that the person has not read; how many there were. */
export async function markRead(tx: Tx, planId: PlanId, personId: PersonId, readAt: string): Promise<number> {
  const rows = await tx
    .update(notice)
    .set({ readAt })
    .where(and(eq(notice.planId, planId), eq(notice.personId, personId), isNull(notice.readAt)))
    .returning({ id: notice.id })
  return rows.length
}
