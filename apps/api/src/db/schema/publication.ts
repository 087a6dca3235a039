// What of a plan everybody may see. No row: nothing of it.
import type { PublicPart } from '@tien-do/domain/publication'
import { boolean, integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'

export const publication = pgTable('publication', {
  planId: uuid('plan_id')
    .primaryKey()
    .references(() => plan.id),
  isPublic: boolean('is_public').notNull(),
  parts: jsonb('parts').$type<readonly PublicPart[]>().notNull(),
  version: integer('version').notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => person.id),
  changedAt: instant('changed_at').notNull(),
})
