import type { Plan, PlanArea } from '@tien-do/domain/plan'
import { sql } from 'drizzle-orm'
import { boolean, char, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'

/** Parts of the plan file that nothing refers to by identity. */
export const PLAN_BODY_PARTS = [
  'document',
  'milestones',
  'groups',
  'responsibilities',
  'departmentEvents',
  'arrangements',
  'areaEvents',
  'cycle',
  'fundingSources',
  'thresholds',
  'holidays',
  'reportTemplate',
] as const satisfies readonly (keyof Plan)[]

export type PlanBody = Pick<Plan, (typeof PLAN_BODY_PARTS)[number]>

export const plan = pgTable('plan', {
  id: id(),
  code: text('code').notNull().unique(),
  title: text('title').notNull(),
  shortTitle: text('short_title').notNull(),
  startsOn: day('starts_on').notNull(),
  /** Every screen says so while its figures are samples. */
  sample: boolean('sample').notNull().default(false),
  body: jsonb('body').$type<PlanBody>().notNull(),
  /** Grows with every change in the plan: the ETag of all that is computed from it. */
  revision: integer('revision').notNull().default(1),
  /** Head of the audit chain of this plan. */
  auditHead: char('audit_head', { length: 64 }),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const department = pgTable(
  'department',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    code: text('code').notNull(),
    kind: text('kind').notNull(),
    reports: boolean('reports').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.planId, table.code)],
)

export const departmentVersion = pgTable(
  'department_version',
  {
    id: id(),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    symbol: text('symbol'),
    parent: text('parent'),
    /** `validTo` is exclusive. */
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    legalBasis: text('legal_basis'),
    position: integer('position').notNull(),
  },
  (table) => [index().on(table.departmentId)],
)

export const AREA_KINDS = ['ward', 'area'] as const

/** Tổ dân phố; and one row of kind `ward` in each plan, so that a figure of the whole ward has an area too. */
export const area = pgTable(
  'area',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    kind: text('kind', { enum: AREA_KINDS }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    formerNames: jsonb('former_names').$type<PlanArea['formerNames']>().notNull().default(sql`'[]'::jsonb`),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.planId, table.code)],
)
