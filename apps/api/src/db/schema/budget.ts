import { BUDGET_LINE_KINDS, BUDGET_STATES } from '@tien-do/domain/budget'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { person } from './person.ts'
import { department, plan } from './plan.ts'

/** Whole đồng: never a float, neither here nor on the way. */
const dong = (name: string) => bigint(name, { mode: 'bigint' })

/** One department's answer for one year: its lines, or that it needs nothing. */
export const budgetRequest = pgTable(
  'budget_request',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    year: integer('year').notNull(),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    state: text('state', { enum: BUDGET_STATES }).notNull(),
    noCost: boolean('no_cost').notNull().default(false),
    /** Why Finance sent it back. */
    reason: text('reason'),
    requestedBy: uuid('requested_by').references(() => person.id),
    requestedAt: instant('requested_at'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique().on(table.planId, table.year, table.departmentId)],
)

export const budgetLine = pgTable(
  'budget_line',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => budgetRequest.id),
    /** Its number in the request; it stays with the line. */
    line: integer('line').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: BUDGET_LINE_KINDS }).notNull(),
    task: text('task'),
    /** Code of the piece of work of that task and year. */
    subTask: text('sub_task'),
    source: text('source').notNull(),
    quantity: numeric('quantity', { precision: 13, scale: 3 }).notNull(),
    unit: text('unit').notNull(),
    unitPrice: dong('unit_price').notNull(),
    note: text('note'),
    adjusted: dong('adjusted'),
    financeNote: text('finance_note'),
    allocated: dong('allocated'),
    spent: dong('spent'),
  },
  (table) => [
    unique().on(table.requestId, table.line),
    index().on(table.requestId),
    check('budget_line_amounts', sql`quantity > 0 and unit_price >= 0 and coalesce(adjusted, 0) >= 0`),
    check('budget_line_spent', sql`coalesce(spent, 0) <= coalesce(allocated, 0)`),
  ],
)
