// What people are told, how they want to be told, and what was sent.
import type { RemindedKind } from '@tien-do/domain/reminder'
import { boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'

/** One thing in a message, in the house's words: the screens have their own. */
export interface NoticeItem {
  /** `report/2026/VH-TT` */
  readonly thing: string
  /** Absent in old ones, which are about reports alone. */
  readonly kind?: RemindedKind
  /** Of an obstacle. */
  readonly code?: string | null
  /** How many tasks lack their result. */
  readonly count?: number
  /** Null where it waits for a post. */
  readonly department: string | null
  readonly year: number
  readonly lastDay: string | null
  /** What it waits for: `submitted`. */
  readonly waits?: string
}

/** One message to one person: all that they are reminded of at once. */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    /** The ladder's own, or one that the coordinator sent by hand. */
    kind: text('kind', { enum: ['ladder', 'by_hand'] }).notNull(),
    items: jsonb('items').$type<readonly NoticeItem[]>().notNull(),
    on: day('on').notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (table) => [index().on(table.personId, table.createdAt), index().on(table.planId, table.createdAt)],
)

/** Each rung of each thing once for each person, whatever runs twice. */
export const reminder = pgTable(
  'reminder',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    thing: text('thing').notNull(),
    rung: text('rung').notNull(),
    noticeId: uuid('notice_id')
      .notNull()
      .references(() => notice.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.planId, table.thing, table.rung] })],
)

/** A message on its way by e-mail; its id is in the Message-ID, so that a second copy is known as one. */
export const delivery = pgTable(
  'delivery',
  {
    id: id(),
    noticeId: uuid('notice_id')
      .notNull()
      .references(() => notice.id),
    address: text('address').notNull(),
    state: text('state', { enum: ['queued', 'sent'] }).notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [index().on(table.noticeId)],
)

/** How a person wants to be told beside the screens; no row: not by e-mail, no calendar. */
export const personSetting = pgTable('person_setting', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  mailReminders: boolean('mail_reminders').notNull().default(false),
  /** sha256 of the calendar address's secret: 256 bits of chance. Null: there is no such address. */
  calendarHash: text('calendar_hash').unique(),
  calendarSince: instant('calendar_since'),
})
