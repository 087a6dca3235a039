import type { FigureCheck } from '@tien-do/domain/figure-checks'
import { METHODS, QUALITATIVE_STATES } from '@tien-do/domain/indicator'
import { MEASUREMENT_STATES } from '@tien-do/domain/measurement'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
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
    /** Where the indicator is judged in words; the words are the note. */
    qualitative: text('qualitative', { enum: QUALITATIVE_STATES }),
    /** Declared not to apply, with a reason: the area leaves the sum and the expected coverage. */
    notApplicable: boolean('not_applicable').notNull().default(false),
    source: text('source'),
    method: text('method', { enum: METHODS }).notNull(),
    note: text('note'),
    state: text('state', { enum: MEASUREMENT_STATES }).notNull(),
    /** Why it is odd, or why an approved value was corrected: what who entered it says. */
    reason: text('reason'),
    /** What the checks said when it was entered. */
    warnings: jsonb('warnings').$type<readonly FigureCheck[]>().notNull().default([]),
    version: integer('version').notNull().default(1),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => person.id),
    enteredAt: instant('entered_at').notNull(),
    submittedBy: uuid('submitted_by').references(() => person.id),
    submittedAt: instant('submitted_at'),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    /** Why it came back, or what was remarked when it was approved. */
    decisionNote: text('decision_note'),
    approvedAt: instant('approved_at'),
    /** The batch that wrote it, and the one that ended it: what an undo goes by. */
    batch: uuid('batch'),
    endedBatch: uuid('ended_batch'),
    endedBy: uuid('ended_by').references(() => person.id),
    endedAt: instant('ended_at'),
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
    index('measurement_before')
      .on(table.indicatorId, table.areaId, table.on, table.revision)
      .where(sql`state = 'superseded'`),
    index('measurement_by_batch').on(table.batch).where(sql`batch is not null`),
    index('measurement_by_ended_batch').on(table.endedBatch).where(sql`ended_batch is not null`),
    // A draft may be half filled; whatever else counts says something.
    check(
      'measurement_has_figure',
      sql`(numerator is not null and denominator is not null) or value is not null or qualitative is not null or not_applicable or state in ('draft', 'superseded')`,
    ),
  ],
)
