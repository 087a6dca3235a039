// What figures rest on: the register of denominators, the named items of checklists, and evidence.
import { CHECKLIST_STATUSES, OWNER_LEVELS } from '@tien-do/domain/checklist'
import { DENOMINATOR_KINDS } from '@tien-do/domain/denominator'
import { EVIDENCE_RESOURCES } from '@tien-do/domain/evidence'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { count, day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { area, plan } from './plan.ts'

const ofPlan = () =>
  uuid('plan_id')
    .notNull()
    .references(() => plan.id)
const by = (name: string) => uuid(name).references(() => person.id)

/** One count of one kind, of an area (or of the ward's own row) on a day; a mended one keeps its row, the audit its past. */
export const denominator = pgTable(
  'denominator',
  {
    id: id(),
    planId: ofPlan(),
    kind: text('kind', { enum: DENOMINATOR_KINDS }).notNull(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    on: day('on').notNull(),
    value: count('value').notNull(),
    /** Who counted: a department, a body; never a resident. */
    countedBy: text('counted_by'),
    source: text('source'),
    note: text('note'),
    version: integer('version').notNull().default(1),
    recordedBy: by('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    unique('denominator_of_day').on(table.planId, table.kind, table.areaId, table.on),
    check('denominator_counted', sql`value >= 0`),
  ],
)

export const checklistItem = pgTable(
  'checklist_item',
  {
    id: id(),
    planId: ofPlan(),
    /** Code of the indicator or task whose list it is. */
    list: text('list').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: OWNER_LEVELS }),
    validFrom: day('valid_from'),
    /** Exclusive. */
    validTo: day('valid_to'),
    position: integer('position').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique('checklist_item_code').on(table.planId, table.list, table.code)],
)

/** One row is one saying about an item, never updated but for being superseded or taken back. */
export const checklistStatus = pgTable(
  'checklist_status',
  {
    id: id(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => checklistItem.id),
    status: text('status', { enum: CHECKLIST_STATUSES }).notNull(),
    since: day('since').notNull(),
    note: text('note'),
    enteredBy: by('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
    supersededAt: instant('superseded_at'),
    supersededBy: by('superseded_by'),
  },
  (table) => [
    uniqueIndex('checklist_status_living').on(table.itemId, table.since).where(sql`superseded_at is null`),
    index('checklist_status_of_item').on(table.itemId),
  ],
)

export const EVIDENCE_KINDS = ['file', 'link'] as const

/** Files lie in the data directory under the sha-256 of their bytes; what is removed here stays, and stays served to nobody. */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    planId: ofPlan(),
    resource: text('resource', { enum: EVIDENCE_RESOURCES }).notNull(),
    code: text('code').notNull(),
    year: integer('year'),
    kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
    /** The file's name, or what the link is called. */
    name: text('name').notNull(),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
    url: text('url'),
    addedBy: by('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    removedBy: by('removed_by'),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('evidence_of_subject').on(table.planId, table.resource, table.code),
    check(
      'evidence_is_file_or_link',
      sql`(kind = 'file' and sha256 is not null and media_type is not null and bytes is not null and url is null) or (kind = 'link' and url is not null and sha256 is null)`,
    ),
  ],
)
