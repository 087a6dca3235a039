// What is known of the sheets that a plan's people load.
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { plan } from './plan.ts'

/** What the headings of people's own sheets mean, per plan and resource. */
export const importHeading = pgTable(
  'import_heading',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    resource: text('resource').notNull(),
    headings: jsonb('headings').$type<{ heading: string; column: string | null }[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.resource] })],
)
