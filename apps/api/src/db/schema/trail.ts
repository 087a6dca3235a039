// What every change leaves behind: an audit row, a line in the feed; and what makes a repeated request harmless.
import { sql } from 'drizzle-orm'
import {
  bigserial,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'

export const auditEvent = pgTable(
  'audit_event',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    /** Null: of the installation rather than of one plan. */
    planId: uuid('plan_id').references(() => plan.id),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').references(() => person.id),
    actorName: text('actor_name').notNull(),
    /** The API key that acted for the person, if one did. */
    keyId: uuid('key_id'),
    ip: text('ip'),
    requestId: text('request_id'),
    action: text('action').notNull(),
    resource: text('resource').notNull(),
    resourceId: text('resource_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
    previousHash: char('previous_hash', { length: 64 }),
    hash: char('hash', { length: 64 }).notNull(),
  },
  (table) => [index().on(table.planId, table.seq), index().on(table.resource, table.resourceId)],
)

/** One row: the installation itself, and the head of the audit chain of what belongs to no plan. */
export const installation = pgTable(
  'installation',
  {
    id: integer('id').primaryKey(),
    auditHead: char('audit_head', { length: 64 }),
  },
  (table) => [check('installation_is_one', sql`${table.id} = 1`)],
)

/** What changed, for those who follow: one row per object, one per imported batch. */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    resource: text('resource').notNull(),
    resourceId: text('resource_id').notNull(),
    code: text('code'),
    /** Counted under the lock of the plan's row, so revisions are committed in their order: readers may trust it. */
    planRevision: integer('plan_revision').notNull(),
  },
  (table) => [index('outbox_order').on(table.planId, table.planRevision, table.seq)],
)

export const idempotency = pgTable(
  'idempotency',
  {
    principal: text('principal').notNull(),
    key: text('key').notNull(),
    /** sha256 of method, path, content type and body. */
    fingerprint: char('fingerprint', { length: 64 }).notNull(),
    status: integer('status'),
    body: jsonb('body'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.principal, table.key] }), index().on(table.createdAt)],
)

export const importRun = pgTable(
  'import_run',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    resource: text('resource').notNull(),
    mode: text('mode').notNull(),
    atomic: text('atomic').notNull(),
    status: text('status').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    /** The report's faults and what else the caller was told, so that it can be read again. */
    report: jsonb('report').notNull(),
    checksum: text('checksum').notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => person.id),
    startedAt: instant('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (table) => [index().on(table.planId, table.startedAt)],
)
