import { OBSTACLE_KINDS, OBSTACLE_STATES, OBSTACLE_SUBJECTS } from '@tien-do/domain/obstacle'
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { department, plan } from './plan.ts'

/** Numbered without gaps in each plan and year: the number is taken from `obstacle_counter` in the same transaction. */
export const obstacle = pgTable(
  'obstacle',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    code: text('code').notNull(),
    kind: text('kind', { enum: OBSTACLE_KINDS }).notNull(),
    /** Who raised it. */
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    subject: text('subject', { enum: OBSTACLE_SUBJECTS }).notNull(),
    /** A code of the plan, the name of a cable route, or null for the plan as a whole. */
    subjectCode: text('subject_code'),
    title: text('title').notNull(),
    detail: text('detail'),
    place: text('place'),
    enterprise: text('enterprise'),
    workOrdered: text('work_ordered'),
    state: text('state', { enum: OBSTACLE_STATES }).notNull(),
    proposal: text('proposal'),
    decision: text('decision'),
    /** Who was told to act, and by when (the last day itself is in time). */
    actingId: uuid('acting_id').references(() => department.id),
    dueOn: day('due_on'),
    result: text('result'),
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => obstacle.id),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => person.id),
    raisedAt: instant('raised_at').notNull(),
    raisedOn: day('raised_on').notNull(),
    closedOn: day('closed_on'),
    answeredAt: instant('answered_at'),
    /** When the department that raised it last saw the answer. */
    answerSeenAt: instant('answer_seen_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique().on(table.planId, table.year, table.number),
    unique().on(table.planId, table.code),
    index().on(table.planId, table.state),
    index().on(table.mergedIntoId),
  ],
)

export const obstacleCounter = pgTable(
  'obstacle_counter',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.year] })],
)

/** What happened to an obstacle, in order: its history, which nothing takes away. */
export const obstacleEvent = pgTable(
  'obstacle_event',
  {
    id: id(),
    obstacleId: uuid('obstacle_id')
      .notNull()
      .references(() => obstacle.id),
    at: instant('at').notNull(),
    act: text('act').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => person.id),
    from: text('from_state', { enum: OBSTACLE_STATES }),
    to: text('to_state', { enum: OBSTACLE_STATES }).notNull(),
    words: text('words'),
    /** Who acts, by when, the survivor's code: by the names of the wire. */
    detail: jsonb('detail').$type<Record<string, string>>(),
  },
  (table) => [index().on(table.obstacleId, table.at)],
)
