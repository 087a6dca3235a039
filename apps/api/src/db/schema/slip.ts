import { sql } from 'drizzle-orm'
import { check, index, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { count, day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { area, plan } from './plan.ts'

/** A link for somebody without an account: one area, one year, the indicators listed. Only the hash of its secret is kept. */
export const slip = pgTable(
  'slip',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    year: integer('year').notNull(),
    /** Who was given the link; the source of what comes back. */
    person: text('person').notNull(),
    indicators: text('indicators').array().notNull(),
    secretHash: text('secret_hash').notNull().unique(),
    issuedBy: uuid('issued_by')
      .notNull()
      .references(() => person.id),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('slip_by_year').on(table.planId, table.year)],
)

/** What was sent with a slip. Sending again replaces it until an officer has confirmed it. */
export const slipFigure = pgTable(
  'slip_figure',
  {
    slipId: uuid('slip_id')
      .notNull()
      .references(() => slip.id),
    indicator: text('indicator').notNull(),
    on: day('on').notNull(),
    numerator: count('numerator'),
    denominator: count('denominator'),
    value: numeric('value', { mode: 'number' }),
    sentAt: instant('sent_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: uuid('confirmed_by').references(() => person.id),
  },
  (table) => [
    primaryKey({ columns: [table.slipId, table.indicator] }),
    check('slip_figure_share', sql`numerator >= 0 and denominator >= 0`),
  ],
)
