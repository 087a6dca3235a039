import { INDICATOR_STATUSES } from '@tien-do/domain/status'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'
import { indicator } from './target.ts'

/** What the leader decided instead of the computed status, from one day to another: never changed, only ended. */
export const statusOverride = pgTable(
  'status_override',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    status: text('status', { enum: INDICATOR_STATUSES }).notNull(),
    reason: text('reason').notNull(),
    from: day('from').notNull(),
    /** Inclusive. */
    until: day('until').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
    /** The day on which somebody ended it early, or decided otherwise: from then on it does not hold. */
    endedOn: day('ended_on'),
    endedBy: uuid('ended_by').references(() => person.id),
  },
  (table) => [index().on(table.planId, table.indicatorId)],
)
