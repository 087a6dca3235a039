// Who is told that something changed in a plan, and every time it was tried. Secrets are not here: they are derived.
import { DELIVERY_STATES, DISABLED_BECAUSE, WEBHOOK_STATES } from '@tien-do/domain/webhook'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'

export const webhook = pgTable(
  'webhook',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    name: text('name').notNull(),
    url: text('url').notNull(),
    state: text('state', { enum: WEBHOOK_STATES }).notNull(),
    disabledBecause: text('disabled_because', { enum: DISABLED_BECAUSE }),
    /** Counts the secrets: the one in force, and until `previousUntil` the one before. */
    secretVersion: integer('secret_version').notNull().default(1),
    previousUntil: instant('previous_until'),
    /** Null while the last try was a success. */
    failingSince: instant('failing_since'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index().on(table.planId)],
)

export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    /** What the receiver knows it by, however often it comes. */
    id: id(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhook.id),
    body: text('body').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    tries: integer('tries').notNull().default(0),
    nextAt: instant('next_at'),
    lastStatus: integer('last_status'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [index().on(table.webhookId, table.createdAt)],
)
