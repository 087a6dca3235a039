import type { PlanDeadline, PlanIndicator, PlanTask } from '@tien-do/domain/plan'
import { boolean, index, integer, jsonb, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, id } from '../columns.ts'
import { department, plan } from './plan.ts'

export type IndicatorDetail = Omit<
  PlanIndicator,
  'code' | 'group' | 'owner' | 'perArea' | 'measure' | 'direction' | 'targets'
>
export type TaskDetail = Omit<PlanTask, 'code' | 'lead' | 'kind' | 'role'>
export type DeadlineDetail = Omit<PlanDeadline, 'code' | 'rule' | 'before'>

export const indicator = pgTable(
  'indicator',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    code: text('code').notNull(),
    groupCode: text('group_code').notNull(),
    ownerId: uuid('owner_id').references(() => department.id),
    perArea: boolean('per_area').notNull(),
    measure: text('measure').notNull(),
    direction: text('direction').notNull(),
    detail: jsonb('detail').$type<IndicatorDetail>().notNull(),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.planId, table.code)],
)

export const target = pgTable(
  'target',
  {
    id: id(),
    indicatorId: uuid('indicator_id')
      .notNull()
      .references(() => indicator.id),
    milestone: text('milestone').notNull(),
    on: day('on').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.indicatorId, table.milestone)],
)

export const task = pgTable(
  'task',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    code: text('code').notNull(),
    leadId: uuid('lead_id').references(() => department.id),
    /** The plan itself names the lead; otherwise the ward chose. */
    leadStated: boolean('lead_stated').notNull(),
    kind: text('kind').notNull(),
    role: text('role').notNull(),
    detail: jsonb('detail').$type<TaskDetail>().notNull(),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.planId, table.code), index().on(table.leadId)],
)

export const deadline = pgTable(
  'deadline',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plan.id),
    code: text('code').notNull(),
    rule: text('rule').notNull(),
    /** `MM-DD`, exclusive. */
    before: text('before'),
    detail: jsonb('detail').$type<DeadlineDetail>().notNull(),
    position: integer('position').notNull(),
  },
  (table) => [unique().on(table.planId, table.code)],
)
