import { METHODS } from '@tien-do/domain/indicator'
import { MEASUREMENT_STATES } from '@tien-do/domain/measurement'
import { sql } from 'drizzle-orm'
import { check, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { count, day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { area, plan } from './plan.ts'
import { indicator } from './target.ts'

/**
 * One row is one revision of the figure of (indicator, area, day): its numbers are never updated, only its state.
 * A correction is a new row; the one it replaces becomes `superseded`. Two partial indexes hold that at most one
 * revision is in force and at most one is on its way.
 */
export const measurement = pgTable(
  'measurement',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    on: day('on').notNull(),
    revision: integer('revision').notNull(),
    numerator: count('numerator'),
    denominator: count('denominator'),
    value: numeric('value', { mode: 'number' }),
    source: text('source'),
    method: text('method', { enum: METHODS }).notNull(),
    note: text('note'),
    state: text('state', { enum: MEASUREMENT_STATES }).notNull(),
    /** Why an approved value was corrected, or why it came back. */
    reason: text('reason'),
    version: integer('version').notNull().default(1),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => person.id),
    enteredAt: instant('entered_at').notNull(),
    submittedBy: uuid('submitted_by').references(() => person.id),
    submittedAt: instant('submitted_at'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    uniqueIndex('measurement_in_force')
      .on(table.indicatorId, table.areaId, table.on)
      .where(sql`state = 'approved'`),
    uniqueIndex('measurement_under_way')
      .on(table.indicatorId, table.areaId, table.on)
      .where(sql`state in ('draft', 'submitted', 'returned')`),
    index('measurement_by_day').on(table.planId, table.on.desc(), table.id.desc()),
    check('measurement_share', sql`numerator >= 0 and denominator >= 0`),
    check(
      'measurement_has_figure',
      sql`(numerator is not null and denominator is not null) or value is not null`,
    ),
  ],
)
