import type { NarrativeSection, ReturnNote } from '@tien-do/domain/department-report-steps'
import { DEPARTMENT_REPORT_STEPS } from '@tien-do/domain/department-report-steps'
import { ALLOWANCE_KINDS, PERIOD_STATES } from '@tien-do/domain/period'
import { boolean, char, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { department, plan } from './plan.ts'

/** One reporting year of a plan. Its dates are written when it opens, and never moved by a later change of the rule. */
export const period = pgTable(
  'period',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    year: integer('year').notNull(),
    state: text('state', { enum: PERIOD_STATES }).notNull(),
    dataCutOff: day('data_cut_off').notNull(),
    /** Exclusive, both. */
    departmentsDueAt: instant('departments_due_at').notNull(),
    wardDueAt: instant('ward_due_at').notNull(),
    reminders: integer('reminders').array().notNull(),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => person.id),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    lockedAt: instant('locked_at'),
    reopenedAt: instant('reopened_at'),
    reopenedBecause: text('reopened_because'),
    /** The number of the newest receipt: the next one is one more, and a refused submission takes none. */
    lastReceipt: integer('last_receipt').notNull().default(0),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique().on(table.planId, table.year)],
)

/** What one department is allowed in a period, with the reason. It is never changed: it ends, or is taken back. */
export const periodAllowance = pgTable(
  'period_allowance',
  {
    id: id(),
    periodId: uuid('period_id')
      .notNull()
      .references(() => period.id),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    kind: text('kind', { enum: ALLOWANCE_KINDS }).notNull(),
    reason: text('reason').notNull(),
    /** Exclusive; null for an exemption. */
    until: instant('until'),
    allowedBy: uuid('allowed_by')
      .notNull()
      .references(() => person.id),
    allowedAt: instant('allowed_at').notNull(),
    takenBackAt: instant('taken_back_at'),
  },
  (table) => [index().on(table.periodId)],
)

/** The report of one department for one period: its words, and how far it has come. */
export const departmentReport = pgTable(
  'department_report',
  {
    id: id(),
    periodId: uuid('period_id')
      .notNull()
      .references(() => period.id),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    state: text('state', { enum: DEPARTMENT_REPORT_STEPS }).notNull(),
    narrative: jsonb('narrative').$type<Partial<Record<NarrativeSection, string>>>().notNull(),
    /** Kept when it is returned and sent again: lateness is counted from it. */
    firstSubmittedAt: instant('first_submitted_at'),
    submittedBy: uuid('submitted_by').references(() => person.id),
    submittedAt: instant('submitted_at'),
    /** Whether the newest submission had every required value. */
    complete: boolean('complete').notNull().default(false),
    returns: integer('returns').notNull().default(0),
    /** What has to be mended, by its place; empty once it is sent again. */
    returnNotes: jsonb('return_notes').$type<readonly ReturnNote[]>().notNull(),
    decidedBy: uuid('decided_by').references(() => person.id),
    decidedAt: instant('decided_at'),
    editedBy: uuid('edited_by').references(() => person.id),
    editedAt: instant('edited_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique().on(table.periodId, table.departmentId)],
)

/** One row is one submission: its receipt, and the copy of what was sent, never changed. */
export const departmentReportSubmission = pgTable(
  'department_report_submission',
  {
    id: id(),
    periodId: uuid('period_id')
      .notNull()
      .references(() => period.id),
    reportId: uuid('report_id')
      .notNull()
      .references(() => departmentReport.id),
    receipt: integer('receipt').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => person.id),
    submittedAt: instant('submitted_at').notNull(),
    /** When it was due for this department as it was sent. */
    dueAt: instant('due_at').notNull(),
    complete: boolean('complete').notNull(),
    copy: jsonb('copy').notNull(),
    copyHash: char('copy_hash', { length: 64 }).notNull(),
  },
  (table) => [unique().on(table.periodId, table.receipt), index().on(table.reportId)],
)
