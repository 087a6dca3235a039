import { departmentInForce } from '@tien-do/domain/department'
import { ACTIONS, type Action } from '@tien-do/domain/permission'
import { TASK_KINDS, WARD_ROLES } from '@tien-do/domain/plan'
import { LEAD_SOURCES } from '@tien-do/domain/task-assignment'
import { CLARITIES } from '@tien-do/domain/task-clarity'
import { LATENESS_GRADES } from '@tien-do/domain/task-progress'
import { TASK_MOVE_NAMES, TASK_STATES } from '@tien-do/domain/task-state'
import { asksEvidence, TASK_VERDICTS } from '@tien-do/domain/task-year'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  DayText,
  EtagText,
  exampleOf,
  Id,
  InstantText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
} from '../../http/shapes.ts'
import { DepartmentRef } from '../departments/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { Percent, refTo, TaskOutput, Year } from './sub-tasks.schema.ts'
import { allowedBy } from './task-in-plan.ts'
import type { AssignmentRow, ResultRow, UpdateRow } from './work.repo.ts'
import type { WorkOfTask } from './work-of-plan.ts'

export const TaskParams = Type.Object({ ...PlanParams.properties, code: Code })
export const TaskResultParams = Type.Object({ ...TaskParams.properties, year: Year })
export const TaskQuery = Type.Object(
  { year: Type.Optional({ ...Year, description: 'The year whose work is shown; this one where left out' }) },
  { additionalProperties: false },
)
const Departments = Type.Array(ref(DepartmentRef), { maxItems: 100 })
const Line = Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' })

export const NewAssignment = Type.Object(
  {
    lead: { ...nullable(Code), description: 'Null: nobody leads it any more' },
    coordinating: Type.Array(Code, {
      maxItems: 100,
      description: 'Codes of departments, or * for all sections',
    }),
    from: Type.Optional({ ...DayText, description: 'The first day it holds; today where left out' }),
    reason: Type.Optional({
      ...nullable(Text),
      description: 'Owed where it leaves what the plan states',
    }),
  },
  {
    $id: 'NewAssignment',
    additionalProperties: false,
    examples: [{ lead: 'VP-TK', coordinating: ['VH-TT', 'CA'] }],
  },
)
export type NewAssignment = Static<typeof NewAssignment>

export const Assignment = Type.Object(
  {
    number: Count,
    lead: nullable(ref(DepartmentRef)),
    coordinating: Departments,
    from: DayText,
    reason: nullable(Text),
    assignedBy: Name,
    assignedAt: InstantText,
  },
  {
    $id: 'Assignment',
    additionalProperties: false,
    examples: [
      {
        number: 1,
        lead: { code: 'VP-TK', name: 'Bộ phận Văn phòng - Thống kê', shortName: 'Văn phòng - Thống kê' },
        coordinating: [],
        from: '2026-01-12',
        reason: null,
        assignedBy: 'Trần Thị Hoa',
        assignedAt: '2026-01-12T02:00:00.000Z',
      },
    ],
  },
)
export const AssignmentList = list(Assignment, 'AssignmentList')

const RESULT_EXAMPLE = {
  verdict: 'in_progress',
  result: 'Đã đăng 24 tin, bài; phát thanh 46 lượt.',
  remaining: 'Chưa có chuyên mục riêng trên Trang thông tin điện tử.',
}

export const TaskResultText = Type.Object(
  { verdict: oneOf(TASK_VERDICTS), result: Line, remaining: Type.Optional(nullable(Text)) },
  {
    $id: 'TaskResultText',
    additionalProperties: false,
    examples: [RESULT_EXAMPLE],
  },
)
export type TaskResultText = Static<typeof TaskResultText>

export const TaskResult = Type.Object(
  {
    verdict: oneOf(TASK_VERDICTS),
    result: Text,
    remaining: nullable(Text),
    writtenBy: Name,
    writtenAt: InstantText,
  },
  {
    $id: 'TaskResult',
    additionalProperties: false,
    examples: [
      {
        ...RESULT_EXAMPLE,
        writtenBy: 'Trần Thị Hoa',
        writtenAt: '2026-11-22T02:00:00.000Z',
      },
    ],
  },
)

const Counts = <const Keys extends readonly string[]>(keys: Keys) =>
  Type.Object(Object.fromEntries(keys.map((key) => [key, Count])) as Record<Keys[number], typeof Count>, {
    additionalProperties: false,
  })

const WORK_EXAMPLE = {
  year: 2026,
  state: 'in_progress',
  progress: 62.5,
  counts: { not_started: 1, in_progress: 2, done: 1, paused: 0, cancelled: 0, continuous: 0 },
  lateness: {
    worst: 'days_30_59',
    days: 53,
    onTime: 2,
    noDueDate: 1,
    late: { days_1_29: 0, days_30_59: 1, days_60_plus: 0 },
  },
  outputs: [{ unit: 'tin, bài', planned: 24, done: 11 }],
  clarity: [
    { clarity: 'person', clear: true, missing: [] },
    { clarity: 'work', clear: true, missing: [] },
    { clarity: 'time', clear: false, missing: ['NV-02-2026-03'] },
    { clarity: 'responsibility', clear: true, missing: [] },
    { clarity: 'product', clear: true, missing: [] },
  ],
  evidence: 0,
  asksEvidence: true,
  result: null,
  resultEtag: '"0"',
}

export const TaskWork = Type.Object(
  {
    year: Year,
    state: oneOf(TASK_STATES),
    /** Null where nothing counts: only continuous work, or none at all. */
    progress: nullable(Percent),
    counts: Counts(TASK_STATES),
    /** The worst of its pieces of work, and how many there are of each. */
    lateness: Type.Object({
      worst: nullable(oneOf(LATENESS_GRADES)),
      days: Count,
      onTime: Count,
      noDueDate: Count,
      late: Counts(LATENESS_GRADES),
    }),
    outputs: Type.Array(ref(TaskOutput), { maxItems: 1_000 }),
    /** "5 rõ": person, work, time, responsibility, product; with the pieces of work that lack it. */
    clarity: Type.Array(
      Type.Object({
        clarity: oneOf(CLARITIES),
        clear: Type.Boolean(),
        missing: Type.Array(Code, { maxItems: 2_000 }),
      }),
      { maxItems: CLARITIES.length },
    ),
    /** Pieces of evidence of the task itself for the year; and whether it is still asked for one. */
    evidence: Count,
    asksEvidence: Type.Boolean(),
    result: nullable(ref(TaskResult)),
    /** For writing the result of this year. */
    resultEtag: EtagText,
  },
  {
    $id: 'TaskWork',
    additionalProperties: false,
    examples: [WORK_EXAMPLE],
  },
)

export const Task = Type.Object(
  {
    code: Code,
    ref: Text,
    name: Text,
    nameEn: Text,
    text: Text,
    role: oneOf(WARD_ROLES),
    kind: oneOf(TASK_KINDS),
    /** Who leads today; null: nobody yet. `stated` is false where the ward chose. */
    lead: nullable(
      Type.Object({
        department: ref(DepartmentRef),
        stated: Type.Boolean(),
        source: oneOf(LEAD_SOURCES),
        from: nullable(DayText),
        reason: nullable(Text),
      }),
    ),
    proposedLead: nullable(ref(DepartmentRef)),
    coordinating: Departments,
    /** What the plan's text itself names. */
    stated: Type.Object({ lead: nullable(ref(DepartmentRef)), coordinating: Departments }),
    /** Whether the ward has decided, even if only to follow the plan. */
    assigned: Type.Boolean(),
    indicators: Type.Array(Code, { maxItems: 200 }),
    evidence: nullable(Text),
    subItems: Type.Array(Type.Object({ code: Code, text: Text }), { maxItems: 200 }),
    work: ref(TaskWork),
    /** For assigning it. */
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'Task',
    additionalProperties: false,
    examples: [
      {
        code: 'NV-09',
        ref: 'III.9',
        name: 'Sử dụng các nền tảng số dùng chung của tỉnh, thành phố',
        nameEn: 'Use the shared digital platforms of the province and the city',
        text: 'Triển khai, khai thác và sử dụng các nền tảng số dùng chung của tỉnh, thành phố.',
        role: 'leads',
        kind: 'continuous',
        lead: null,
        proposedLead: {
          code: 'VP-TK',
          name: 'Bộ phận Văn phòng - Thống kê',
          shortName: 'Văn phòng - Thống kê',
        },
        coordinating: [],
        stated: { lead: null, coordinating: [] },
        assigned: false,
        indicators: ['DP-02a', 'DP-03'],
        evidence: 'Từng nền tảng: đã dùng hay chưa, số người dùng, từ ngày nào',
        subItems: [{ code: 'NV-09.1', text: 'nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh (LGSP)' }],
        work: WORK_EXAMPLE,
        etag: '"0"',
        allowedActions: ['task.assign', 'task.update'],
      },
    ],
  },
)

export const TaskList = list(Task, 'TaskList')

export const NewTaskUpdate = Type.Object(
  { text: Line, nextStep: Type.Optional(Text) },
  {
    $id: 'NewTaskUpdate',
    additionalProperties: false,
    examples: [{ text: 'Họp với doanh nghiệp viễn thông về tuyến cáp', nextStep: 'Kiểm tra hiện trường' }],
  },
)
export type NewTaskUpdate = Static<typeof NewTaskUpdate>

export const TaskUpdate = Type.Object(
  {
    id: Id,
    subTask: nullable(Code),
    text: nullable(Text),
    nextStep: nullable(Text),
    move: nullable(oneOf(TASK_MOVE_NAMES)),
    state: nullable(oneOf(TASK_STATES)),
    progress: nullable(Percent),
    writtenBy: Name,
    writtenAt: InstantText,
  },
  {
    $id: 'TaskUpdate',
    additionalProperties: false,
    examples: [
      {
        id: '0198a6f0-5c1e-7a2b-9c3d-4e5f60718293',
        subTask: 'NV-02-2026-01',
        text: 'Đã đăng 3 tin',
        nextStep: 'Viết bài về Tổ công nghệ số',
        move: null,
        state: 'in_progress',
        progress: null,
        writtenBy: 'Trần Thị Hoa',
        writtenAt: '2026-11-22T02:00:00.000Z',
      },
    ],
  },
)
/** The newest of them: a task is told of some dozens of times a year. */
export const TaskUpdateList = Type.Object(
  { items: Type.Array(ref(TaskUpdate), { maxItems: 500 }) },
  { $id: 'TaskUpdateList', additionalProperties: false, examples: [{ items: exampleOf(TaskUpdate) }] },
)

const ACTS: readonly Action[] = ['task.update', 'task-result.write', 'sub-task.add']

/** The task as the contract shows it: the plan's words, who leads today, the year's work. */
export function toWire(
  { task, leading, assignments, sum, clarity, result, year, evidence }: WorkOfTask,
  plan: PlanInForce,
  context: Pick<Context, 'actor' | 'now'>,
): Static<typeof Task> {
  const on = today(context)
  const refs = (codes: readonly string[]) => codes.map((code) => refTo(plan, code, on))
  const now = (code: string) => departmentInForce(plan.plan, code, on)
  const { lead, coordinating, assignment } = leading
  return {
    ...task,
    lead: lead && {
      department: refTo(plan, lead.department, on),
      stated: lead.source === 'plan',
      source: lead.source,
      from: assignment?.from ?? null,
      reason: assignment?.reason ?? null,
    },
    proposedLead: task.proposedLead === null ? null : refTo(plan, now(task.proposedLead), on),
    coordinating: refs(coordinating),
    stated: {
      lead: task.lead?.stated ? refTo(plan, now(task.lead.department), on) : null,
      coordinating: refs(task.coordinating.map(now)),
    },
    assigned: assignment !== null,
    indicators: [...task.indicators],
    subItems: task.subItems.map((item) => ({ ...item })),
    work: {
      year,
      state: sum.state,
      progress: sum.progress,
      counts: { ...sum.counts },
      lateness: { ...sum.lateness, late: { ...sum.lateness.late } },
      outputs: sum.outputs.map((output) => ({ ...output })),
      clarity: clarity.map((check) => ({ ...check, missing: [...check.missing] })),
      evidence,
      asksEvidence: asksEvidence(task.kind, evidence),
      result: result && resultToWire(result),
      resultEtag: etagOf(result?.version ?? 0),
    },
    etag: etagOf(assignments.length),
    allowedActions: [
      ...allowedBy(plan, context.actor, ['task.assign'], [null]),
      ...allowedBy(plan, context.actor, ACTS, [lead?.department ?? null]),
    ],
  }
}

function resultToWire({
  verdict,
  result,
  remaining,
  writtenBy,
  writtenAt,
}: ResultRow): Static<typeof TaskResult> {
  return { verdict, result, remaining, writtenBy, writtenAt: new Date(writtenAt).toISOString() }
}

export function assignmentToWire(
  row: AssignmentRow,
  plan: PlanInForce,
  context: Pick<Context, 'now'>,
): Static<typeof Assignment> {
  const on = today(context)
  return {
    number: row.number,
    lead: row.lead === null ? null : refTo(plan, row.lead, on),
    coordinating: row.coordinating.map((code) => refTo(plan, code, on)),
    from: row.from,
    reason: row.reason,
    assignedBy: row.assignedBy,
    assignedAt: new Date(row.assignedAt).toISOString(),
  }
}

export function updateToWire(row: UpdateRow): Static<typeof TaskUpdate> {
  return { ...row, writtenAt: new Date(row.writtenAt).toISOString() }
}
