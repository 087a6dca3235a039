// What the ward does about the plan's tasks: who leads, the pieces of work, what was reported, what came of a year.
import { PROGRESS_SOURCES, type TaskOutput } from '@tien-do/domain/sub-task'
import { TASK_STATES, type TaskMove } from '@tien-do/domain/task-state'
import { TASK_VERDICTS } from '@tien-do/domain/task-year'
import { YEARLY_PLAN_STATES } from '@tien-do/domain/yearly-plan'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, id, instant } from '../columns.ts'
import { person } from './person.ts'
import { department, plan } from './plan.ts'
import { task } from './target.ts'

const planId = () =>
  uuid('plan_id')
    .notNull()
    .references(() => plan.id)
const taskId = () =>
  uuid('task_id')
    .notNull()
    .references(() => task.id)
const by = (name: string) => uuid(name).references(() => person.id)

/** The ward's decisions on who leads a task: added to, never changed. The newest that has begun is in force. */
export const taskAssignment = pgTable(
  'task_assignment',
  {
    id: id(),
    planId: planId(),
    taskId: taskId(),
    /** Counts the decisions on one task: two people never take the same number. */
    number: integer('number').notNull(),
    leadId: uuid('lead_id').references(() => department.id),
    /** Codes of departments, or `*`. */
    coordinating: text('coordinating').array().notNull(),
    from: day('from_day').notNull(),
    reason: text('reason'),
    assignedBy: by('assigned_by').notNull(),
    assignedAt: instant('assigned_at').notNull(),
  },
  (table) => [unique().on(table.taskId, table.number), index().on(table.planId)],
)

export const subTask = pgTable(
  'sub_task',
  {
    id: id(),
    planId: planId(),
    taskId: taskId(),
    code: text('code').notNull(),
    year: integer('year').notNull(),
    name: text('name').notNull(),
    departmentId: uuid('department_id').references(() => department.id),
    startsOn: day('starts_on'),
    dueOn: day('due_on'),
    weight: numeric('weight', { mode: 'number' }).notNull(),
    progressFrom: text('progress_from', { enum: PROGRESS_SOURCES }).notNull(),
    outputs: jsonb('outputs').$type<TaskOutput[]>().notNull(),
    state: text('state', { enum: TASK_STATES }).notNull(),
    progress: integer('progress'),
    doneOn: day('done_on'),
    note: text('note'),
    /** Code of the piece of work of the year before that this one continues. */
    carriedFrom: text('carried_from'),
    version: integer('version').notNull().default(1),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    unique().on(table.planId, table.code),
    index('sub_task_by_year').on(table.planId, table.year),
    index().on(table.taskId),
    check('sub_task_progress', sql`progress between 0 and 100`),
    check('sub_task_weight', sql`weight > 0`),
  ],
)

/** The log of a task: what was done, by whom, what comes next. Added to, never changed. */
export const taskUpdate = pgTable(
  'task_update',
  {
    id: id(),
    planId: planId(),
    taskId: taskId(),
    subTaskId: uuid('sub_task_id').references(() => subTask.id, { onDelete: 'cascade' }),
    text: text('text'),
    nextStep: text('next_step'),
    move: text('move').$type<TaskMove>(),
    /** State and progress after the update; null for the task as a whole. */
    state: text('state', { enum: TASK_STATES }),
    progress: integer('progress'),
    writtenBy: by('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('task_update_newest').on(table.taskId, table.writtenAt.desc(), table.id.desc())],
)

/** What came of a task in a year, in two lines. */
export const taskResult = pgTable(
  'task_result',
  {
    id: id(),
    planId: planId(),
    taskId: taskId(),
    year: integer('year').notNull(),
    verdict: text('verdict', { enum: TASK_VERDICTS }).notNull(),
    result: text('result').notNull(),
    remaining: text('remaining'),
    version: integer('version').notNull().default(1),
    writtenBy: by('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [unique().on(table.taskId, table.year), index().on(table.planId, table.year)],
)

/** Where a department's detailed plan of a year stands; its content is the pieces of work themselves. No row: a draft. */
export const yearlyPlan = pgTable(
  'yearly_plan',
  {
    id: id(),
    planId: planId(),
    year: integer('year').notNull(),
    departmentId: uuid('department_id')
      .notNull()
      .references(() => department.id),
    state: text('state', { enum: YEARLY_PLAN_STATES }).notNull(),
    note: text('note'),
    version: integer('version').notNull().default(1),
    submittedBy: by('submitted_by'),
    submittedAt: instant('submitted_at'),
    decidedBy: by('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (table) => [unique().on(table.planId, table.year, table.departmentId)],
)
