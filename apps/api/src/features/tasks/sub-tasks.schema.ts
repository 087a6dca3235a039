import type { Day } from '@tien-do/domain/day'
import { ACTIONS, type Action } from '@tien-do/domain/permission'
import { PROGRESS_SOURCES, subTaskLateness, subTaskProgress } from '@tien-do/domain/sub-task'
import { LATENESS_GRADES, type Lateness } from '@tien-do/domain/task-progress'
import {
  COMPLETIONS,
  completionOf,
  TASK_MOVE_NAMES,
  TASK_STATES,
  taskMovesFrom,
} from '@tien-do/domain/task-state'
import { pieceAsksEvidence } from '@tien-do/domain/task-year'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  DayText,
  EtagText,
  InstantText,
  list,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { allowedBy, taskOf } from './task-in-plan.ts'
import type { PieceOfWork } from './work-of-plan.ts'

export const Year = Type.Integer({ minimum: 2000, maximum: 2199, format: 'int32' })
export const Percent = Type.Number({ minimum: 0, maximum: 100, format: 'double' })
const WholePercent = Type.Integer({ minimum: 0, maximum: 100, format: 'int32' })
const Title = Type.String({ minLength: 3, maxLength: 500, pattern: '^[^\\u0000]*$' })
const Unit = Type.String({ minLength: 1, maxLength: 60, pattern: '^[^\\u0000]*$' })
const Weight = Type.Number({ exclusiveMinimum: 0, maximum: 1000, format: 'double' })

export const SubTaskParams = Type.Object({ ...PlanParams.properties, code: Code })

/** A product: so many of a unit; `done` is null until somebody has counted. */
export const TaskOutput = Type.Object(
  { unit: Unit, planned: Count, done: nullable(Count) },
  {
    $id: 'TaskOutput',
    additionalProperties: false,
    examples: [{ unit: 'tin, bài', planned: 24, done: 11 }],
  },
)
const PlannedOutputs = Type.Array(Type.Object({ unit: Unit, planned: Count }), { maxItems: 20 })

export const LatenessShape = Type.Object(
  {
    kind: oneOf(['on_time', 'late', 'no_due_date'] as const),
    days: nullable(Whole),
    grade: nullable(oneOf(LATENESS_GRADES)),
  },
  {
    $id: 'Lateness',
    additionalProperties: false,
    examples: [{ kind: 'late', days: 54, grade: 'days_30_59' }],
  },
)

function latenessToWire(lateness: Lateness): Static<typeof LatenessShape> {
  return lateness.kind === 'late' ? { ...lateness } : { kind: lateness.kind, days: null, grade: null }
}

const PLANNED = {
  department: Type.Optional({ ...nullable(Code), description: 'Who answers for it; null: nobody yet' }),
  startsOn: Type.Optional(nullable(DayText)),
  dueOn: Type.Optional({ ...nullable(DayText), description: 'The last day on which it is in time' }),
  weight: Type.Optional({
    ...Weight,
    description: 'Its share of the task beside the others; 1 where left out',
  }),
  progressFrom: Type.Optional({
    ...oneOf(PROGRESS_SOURCES),
    description: '`typed`: a person says how far it is; `outputs`: what is done of what was planned says it',
  }),
  outputs: Type.Optional(PlannedOutputs),
  note: Type.Optional(nullable(Text)),
}

const EXAMPLE = {
  department: 'VH-TT',
  startsOn: '2026-01-15',
  dueOn: '2026-09-30',
  weight: 2,
  progressFrom: 'outputs',
  outputs: [{ unit: 'tin, bài', planned: 24 }],
} as const

export const NewSubTask = Type.Object(
  {
    code: Type.Optional({ ...Code, description: 'Taken from the task and the year where left out' }),
    task: Code,
    year: Year,
    name: Title,
    continuous: Type.Optional({
      ...Type.Boolean(),
      description: 'It goes on all year and has no end: it is never late',
    }),
    ...PLANNED,
  },
  {
    $id: 'NewSubTask',
    additionalProperties: false,
    examples: [{ task: 'NV-02', year: 2026, name: 'Viết tin, bài trên Trang thông tin điện tử', ...EXAMPLE }],
  },
)
export type NewSubTask = Static<typeof NewSubTask>

export const SubTaskChange = Type.Object(
  { name: Type.Optional(Title), ...PLANNED },
  {
    $id: 'SubTaskChange',
    additionalProperties: false,
    minProperties: 1,
    examples: [{ dueOn: '2026-10-31', weight: 3 }],
  },
)
export type SubTaskChange = Static<typeof SubTaskChange>

export const NewSubTaskUpdate = Type.Object(
  {
    move: Type.Optional(oneOf(TASK_MOVE_NAMES)),
    progress: Type.Optional(WholePercent),
    outputs: Type.Optional(Type.Array(Type.Object({ unit: Unit, done: nullable(Count) }), { maxItems: 20 })),
    doneOn: Type.Optional({ ...DayText, description: 'With `finish`; today where left out' }),
    text: Type.Optional({
      ...Text,
      description: 'What was done; the reason of a pause, an end or a reopening',
    }),
    nextStep: Type.Optional(Text),
  },
  {
    $id: 'NewSubTaskUpdate',
    additionalProperties: false,
    minProperties: 1,
    examples: [
      {
        outputs: [{ unit: 'tin, bài', done: 11 }],
        text: 'Đã đăng 3 tin',
        nextStep: 'Viết bài về Tổ công nghệ số',
      },
    ],
  },
)
export type NewSubTaskUpdate = Static<typeof NewSubTaskUpdate>

export const SubTask = Type.Object(
  {
    code: Code,
    task: Code,
    year: Year,
    name: Text,
    department: nullable(ref(DepartmentRef)),
    startsOn: nullable(DayText),
    dueOn: nullable(DayText),
    weight: Weight,
    progressFrom: oneOf(PROGRESS_SOURCES),
    outputs: Type.Array(ref(TaskOutput), { maxItems: 20 }),
    state: oneOf(TASK_STATES),
    /** Computed; null where it does not count (cancelled, continuous). */
    progress: nullable(Percent),
    typedProgress: nullable(WholePercent),
    doneOn: nullable(DayText),
    /** How it ended, computed from its days; null while it is not done. */
    completion: nullable(oneOf(COMPLETIONS)),
    lateness: ref(LatenessShape),
    note: nullable(Text),
    carriedFrom: nullable(Code),
    /** Its pieces of evidence; and whether it is still asked for one. */
    evidence: Count,
    asksEvidence: Type.Boolean(),
    updatedAt: InstantText,
    etag: EtagText,
    /** The moves open to it now, for whoever has `sub-task.update`. */
    moves: Type.Array(oneOf(TASK_MOVE_NAMES), { maxItems: 10 }),
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'SubTask',
    additionalProperties: false,
    examples: [
      {
        code: 'NV-02-2026-01',
        task: 'NV-02',
        year: 2026,
        name: 'Viết tin, bài trên Trang thông tin điện tử',
        department: { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
        startsOn: '2026-01-15',
        dueOn: '2026-09-30',
        weight: 2,
        progressFrom: 'outputs',
        outputs: [{ unit: 'tin, bài', planned: 24, done: 11 }],
        state: 'in_progress',
        progress: 45.8,
        typedProgress: null,
        doneOn: null,
        completion: null,
        lateness: { kind: 'late', days: 53, grade: 'days_30_59' },
        note: null,
        carriedFrom: null,
        evidence: 1,
        asksEvidence: false,
        updatedAt: '2026-11-22T02:00:00.000Z',
        etag: '"4"',
        moves: ['finish', 'pause', 'cancel', 'keep_up'],
        allowedActions: ['sub-task.update', 'sub-task.change'],
      },
    ],
  },
)

export const SubTaskList = list(SubTask, 'SubTaskList')

export const SubTaskQuery = Type.Object(
  {
    year: Type.Optional(Year),
    task: Type.Optional(Code),
    department: Type.Optional(Code),
  },
  { additionalProperties: false },
)

const ACTS: readonly Action[] = ['sub-task.update', 'sub-task.change', 'sub-task.remove']

export function refTo(plan: PlanInForce, code: string, on: Day): Static<typeof DepartmentRef> {
  const department = plan.plan.departments.find((each) => each.code === code)
  return department ? departmentRef(department, on) : { code, name: code, shortName: code }
}

/** A piece of work as the contract shows it, with what this caller may do with it now. */
export function subTaskToWire(
  { plan, row, lead }: PieceOfWork,
  context: Pick<Context, 'actor' | 'now'>,
): Static<typeof SubTask> {
  const on = today(context)
  const allowedActions = allowedBy(plan, context.actor, ACTS, [row.department, lead]).filter(
    (action) => action !== 'sub-task.remove' || row.state === 'not_started',
  )
  return {
    code: row.code,
    task: row.task,
    year: row.year,
    name: row.name,
    department: row.department === null ? null : refTo(plan, row.department, on),
    startsOn: row.startsOn,
    dueOn: row.dueOn,
    weight: row.weight,
    progressFrom: row.progressFrom,
    outputs: row.outputs.map((output) => ({ ...output })),
    state: row.state,
    progress: subTaskProgress(row),
    typedProgress: row.progress,
    doneOn: row.doneOn,
    completion: completionOf(row.state, row.doneOn, row.dueOn),
    lateness: latenessToWire(subTaskLateness(row, on)),
    note: row.note,
    carriedFrom: row.carriedFrom,
    evidence: row.evidence,
    asksEvidence: pieceAsksEvidence(taskOf(plan, row.task).task.kind, row.state, row.evidence),
    updatedAt: new Date(row.updatedAt).toISOString(),
    etag: etagOf(row.version),
    moves: allowedActions.includes('sub-task.update') ? taskMovesFrom(row.state) : [],
    allowedActions,
  }
}
