// The ward's report: its life, the snapshots it was made from, what people wrote into it. What is issued stays.
import type { ReportDocument } from '@tien-do/domain/report-document'
import type { LetterheadChoice } from '@tien-do/domain/report-letterhead'
import type { ReportTemplate } from '@tien-do/domain/report-template'
import { WARD_REPORT_STATES } from '@tien-do/domain/ward-report'
import { sql } from 'drizzle-orm'
import {
  char,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'

/** One reading of a plan, as canonical JSON; a trigger refuses every change of it. */
export const reportSnapshot = pgTable(
  'report_snapshot',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    /** The report it was taken for; older ones stay, so that what changed can be said. */
    reportId: uuid('report_id').notNull(),
    /** sha256 of `content`. */
    hash: char('hash', { length: 64 }).notNull(),
    content: text('content').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: uuid('taken_by')
      .notNull()
      .references(() => person.id),
  },
  (table) => [index().on(table.reportId, table.takenAt)],
)

export const wardReport = pgTable(
  'ward_report',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    year: integer('year').notNull(),
    state: text('state', { enum: WARD_REPORT_STATES }).notNull(),
    version: integer('version').notNull().default(1),
    snapshotId: uuid('snapshot_id')
      .notNull()
      .references(() => reportSnapshot.id),
    /** What it was made from before the last refresh. */
    previousSnapshotId: uuid('previous_snapshot_id').references(() => reportSnapshot.id),
    template: jsonb('template').$type<ReportTemplate>().notNull(),
    sections: jsonb('sections').$type<{ key: string; on: boolean }[]>().notNull(),
    letterhead: jsonb('letterhead').$type<LetterheadChoice>().notNull(),
    /** The issued report that this one corrects. */
    correctsId: uuid('corrects_id'),
    /** Why it came back, or why the old one is corrected. */
    reason: text('reason'),
    number: integer('number'),
    issuedOn: day('issued_on'),
    /** The document as it was issued: later names and later programs leave it alone. */
    document: jsonb('document').$type<ReportDocument>(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    submittedBy: uuid('submitted_by').references(() => person.id),
    submittedAt: instant('submitted_at'),
    approvedBy: uuid('approved_by').references(() => person.id),
    approvedAt: instant('approved_at'),
    issuedBy: uuid('issued_by').references(() => person.id),
    sentBy: uuid('sent_by').references(() => person.id),
    sentAt: instant('sent_at'),
  },
  (table) => [
    uniqueIndex('ward_report_under_way')
      .on(table.planId, table.year)
      .where(sql`state not in ('issued', 'sent')`),
    uniqueIndex('ward_report_number')
      .on(table.planId, table.number, sql`extract(year from issued_on)`)
      .where(sql`number is not null`),
    uniqueIndex('ward_report_corrected_once').on(table.correctsId),
  ],
)

/** A person's words instead of the drafted ones. */
export const reportParagraph = pgTable(
  'report_paragraph',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => wardReport.id),
    key: text('key').notNull(),
    text: text('text').notNull(),
    /** What the figures under it said when it was written. */
    seen: jsonb('seen').$type<Record<string, string>>().notNull(),
    editedBy: uuid('edited_by')
      .notNull()
      .references(() => person.id),
    editedAt: instant('edited_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.key] })],
)

/** A chart as it was drawn on a screen. */
export const reportChart = pgTable(
  'report_chart',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => wardReport.id),
    indicator: text('indicator').notNull(),
    section: text('section').notNull(),
    /** base64 of a PNG. */
    png: text('png').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.indicator] })],
)
