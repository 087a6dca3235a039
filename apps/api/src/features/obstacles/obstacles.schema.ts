import type { Day } from '@tien-do/domain/day'
import {
  OBSTACLE_ACTS,
  OBSTACLE_KINDS,
  OBSTACLE_STATES,
  OBSTACLE_SUBJECTS,
  OBSTACLE_WAITS,
  type ObstacleAct,
  obstacleActsIn,
  obstacleAge,
  obstacleLateDays,
  obstacleWaitsFor,
} from '@tien-do/domain/obstacle'
import { ACTIONS, type Actor, can } from '@tien-do/domain/permission'
import { type Static, Type } from 'typebox'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  CursorText,
  DayText,
  EtagText,
  exampleOf,
  InstantText,
  Name,
  nullable,
  oneOf,
  PlanParams,
  page,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { ObstacleEventRow, ObstacleRow } from './obstacles.repo.ts'

const Words = Type.String({ minLength: 3, maxLength: 4_000, pattern: '^[^\\u0000]*$' })
const Title = Type.String({ minLength: 3, maxLength: 200, pattern: '^[^\\u0000]*$' })
const Year = Type.Integer({ minimum: 2000, maximum: 2199, format: 'int32' })
/** Missing where the subject is the plan as a whole; the name of a route where it is a cable route. */
const Subject = Type.Object({
  resource: oneOf(OBSTACLE_SUBJECTS),
  code: nullable(Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f]+$' })),
})

const SAID = {
  title: Title,
  detail: Type.Optional(nullable(Text)),
  place: Type.Optional(nullable(Name)),
  enterprise: Type.Optional(nullable(Name)),
  workOrdered: Type.Optional(nullable(Text)),
}

export const NewObstacle = Type.Object(
  {
    kind: Type.Optional(oneOf(OBSTACLE_KINDS)),
    subject: Subject,
    department: Type.Optional({ ...Code, description: 'Who raises it; absent: the caller’s own department' }),
    ...SAID,
  },
  {
    $id: 'NewObstacle',
    additionalProperties: false,
    examples: [
      {
        kind: 'difficulty',
        subject: { resource: 'task', code: 'NV-08' },
        title: 'Thiếu máy quét để số hóa sổ hộ tịch',
        detail: 'Còn 14 quyển sổ trước năm 1999 chưa quét được.',
      },
    ],
  },
)
export type NewObstacle = Static<typeof NewObstacle>

export const ObstacleChange = Type.Object(
  { ...SAID, title: Type.Optional(Title) },
  {
    $id: 'ObstacleChange',
    additionalProperties: false,
    examples: [{ detail: 'Còn 12 quyển sổ, đã mượn được máy của xã bên.' }],
  },
)
export type ObstacleChange = Static<typeof ObstacleChange>

export const ObstacleReturn = Type.Object(
  { reason: Words },
  { $id: 'ObstacleReturn', additionalProperties: false, examples: [{ reason: 'Đề nghị nêu rõ địa điểm' }] },
)
export const ObstacleProposal = Type.Object(
  { proposal: Words, workOrdered: Type.Optional(nullable(Text)) },
  {
    $id: 'ObstacleProposal',
    additionalProperties: false,
    examples: [{ proposal: 'Đề nghị UBND phường cho mượn máy quét của Văn phòng trong tháng 12.' }],
  },
)
export const ObstacleMerge = Type.Object(
  { into: Code, reason: Type.Optional(nullable(Text)) },
  { $id: 'ObstacleMerge', additionalProperties: false, examples: [{ into: 'VM-2026-003' }] },
)
export const ObstacleDecision = Type.Object(
  {
    decision: Words,
    actingDepartment: Code,
    dueOn: DayText,
    workOrdered: Type.Optional(nullable(Text)),
  },
  {
    $id: 'ObstacleDecision',
    additionalProperties: false,
    examples: [
      {
        decision: 'Đồng ý. Văn phòng - Thống kê cho mượn máy quét.',
        actingDepartment: 'VP-TK',
        dueOn: '2026-12-15',
      },
    ],
  },
)
export const ObstacleReferral = Type.Object(
  { decision: Words },
  {
    $id: 'ObstacleReferral',
    additionalProperties: false,
    examples: [{ decision: 'Vượt thẩm quyền của phường: kiến nghị UBND tỉnh bố trí kinh phí.' }],
  },
)
export const ObstacleResult = Type.Object(
  { result: Words },
  { $id: 'ObstacleResult', additionalProperties: false, examples: [{ result: 'Đã quét xong 14 quyển sổ.' }] },
)

const ObstacleEvent = Type.Object({
  at: InstantText,
  act: Type.String({ maxLength: 40, pattern: '^[a-z]+$' }),
  by: Name,
  from: nullable(oneOf(OBSTACLE_STATES)),
  to: oneOf(OBSTACLE_STATES),
  words: nullable(Text),
  detail: nullable(Type.Record(Type.String({ maxLength: 40 }), Text)),
})

export const Obstacle = Type.Object(
  {
    code: Code,
    year: Year,
    number: Whole,
    kind: oneOf(OBSTACLE_KINDS),
    subject: Subject,
    department: ref(DepartmentRef),
    title: Text,
    detail: nullable(Text),
    place: nullable(Text),
    enterprise: nullable(Text),
    workOrdered: nullable(Text),
    state: oneOf(OBSTACLE_STATES),
    waitingFor: oneOf(OBSTACLE_WAITS),
    /** The department that it waits for; null where it waits for a post rather than a department. */
    waitingDepartment: nullable(ref(DepartmentRef)),
    ageDays: Count,
    /** Days by which whoever was told to act is late. */
    lateDays: Count,
    proposal: nullable(Text),
    decision: nullable(Text),
    actingDepartment: nullable(ref(DepartmentRef)),
    dueOn: nullable(DayText),
    result: nullable(Text),
    mergedInto: nullable(Code),
    raisedBy: Name,
    raisedAt: InstantText,
    closedOn: nullable(DayText),
    answeredAt: nullable(InstantText),
    /** The department that raised it has not seen the last answer yet. */
    hasUnseenAnswer: Type.Boolean(),
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'Obstacle',
    additionalProperties: false,
    examples: [
      {
        code: 'VM-2026-003',
        year: 2026,
        number: 3,
        kind: 'difficulty',
        subject: { resource: 'task', code: 'NV-08' },
        department: { code: 'TP-HT', name: 'Bộ phận Tư pháp - Hộ tịch', shortName: 'Tư pháp - Hộ tịch' },
        title: 'Thiếu máy quét để số hóa sổ hộ tịch',
        detail: 'Còn 14 quyển sổ trước năm 1999 chưa quét được.',
        place: null,
        enterprise: null,
        workOrdered: null,
        state: 'in_progress',
        waitingFor: 'acting',
        waitingDepartment: {
          code: 'VP-TK',
          name: 'Bộ phận Văn phòng - Thống kê',
          shortName: 'Văn phòng - Thống kê',
        },
        ageDays: 19,
        lateDays: 0,
        proposal: 'Cho mượn máy quét của Văn phòng.',
        decision: 'Đồng ý.',
        actingDepartment: {
          code: 'VP-TK',
          name: 'Bộ phận Văn phòng - Thống kê',
          shortName: 'Văn phòng - Thống kê',
        },
        dueOn: '2026-12-15',
        result: null,
        mergedInto: null,
        raisedBy: 'Võ Đình An',
        raisedAt: '2026-11-03T02:00:00.000Z',
        closedOn: null,
        answeredAt: '2026-11-10T02:00:00.000Z',
        hasUnseenAnswer: true,
        etag: '"4"',
        allowedActions: ['obstacle.resolve'],
      },
    ],
  },
)
type Obstacle = Static<typeof Obstacle>

export const ObstaclePage = page(Obstacle, 'ObstaclePage')

export const ObstacleHistory = Type.Object(
  {
    obstacle: ref(Obstacle),
    events: Type.Array(ObstacleEvent, { maxItems: 2_000 }),
    /** The codes of those that were merged into it. */
    merged: Type.Array(Code, { maxItems: 2_000 }),
  },
  {
    $id: 'ObstacleHistory',
    additionalProperties: false,
    examples: [
      {
        obstacle: exampleOf(Obstacle)[0],
        events: [
          {
            at: '2026-11-03T02:00:00.000Z',
            act: 'raise',
            by: 'Võ Đình An',
            from: null,
            to: 'raised',
            words: null,
            detail: null,
          },
          {
            at: '2026-11-10T02:00:00.000Z',
            act: 'decide',
            by: 'Lê Minh Tâm',
            from: 'submitted',
            to: 'in_progress',
            words: 'Đồng ý.',
            detail: { actingDepartment: 'VP-TK', dueOn: '2026-12-15' },
          },
        ],
        merged: ['VM-2026-004'],
      },
    ],
  },
)

export const ObstacleParams = Type.Object({ ...PlanParams.properties, code: Code })

export const ObstacleQuery = Type.Object(
  {
    year: Type.Optional(Year),
    state: Type.Optional(oneOf(OBSTACLE_STATES)),
    waitingFor: Type.Optional(oneOf(OBSTACLE_WAITS)),
    open: Type.Optional(
      Type.Boolean({ description: 'Only those that somebody in the ward is to do something about' }),
    ),
    kind: Type.Optional(oneOf(OBSTACLE_KINDS)),
    department: Type.Optional({ ...Code, description: 'Raised by it, or waiting for it to act' }),
    task: Type.Optional(Code),
    indicator: Type.Optional(Code),
    area: Type.Optional(Code),
    olderThanDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 36_500, format: 'int32' })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, format: 'int32' }),
    cursor: Type.Optional(CursorText),
  },
  { additionalProperties: false },
)
export type ObstacleQuery = Static<typeof ObstacleQuery>

/** The obstacle as the contract shows it, with what this caller may do with it now. */
export function toWire(row: ObstacleRow, plan: PlanInForce, actor: Actor, on: Day): Obstacle {
  const refTo = (code: string | null) => {
    const known = plan.plan.departments.find((each) => each.code === code)
    return known ? departmentRef(known, on) : null
  }
  const raiser = refTo(row.departmentCode) ?? {
    code: row.departmentCode,
    name: row.departmentCode,
    shortName: row.departmentCode,
  }
  const waitingFor = obstacleWaitsFor(row.state)
  const acting = refTo(row.actingCode)
  return {
    code: row.code,
    year: row.year,
    number: row.number,
    kind: row.kind,
    subject: { resource: row.subject, code: row.subjectCode },
    department: raiser,
    title: row.title,
    detail: row.detail,
    place: row.place,
    enterprise: row.enterprise,
    workOrdered: row.workOrdered,
    state: row.state,
    waitingFor,
    waitingDepartment: waitingFor === 'acting' ? acting : waitingFor === 'raiser' ? raiser : null,
    ageDays: obstacleAge(row.raisedOn as Day, row.closedOn as Day | null, on),
    lateDays: obstacleLateDays(row.state, row.dueOn as Day | null, on),
    proposal: row.proposal,
    decision: row.decision,
    actingDepartment: acting,
    dueOn: row.dueOn,
    result: row.result,
    mergedInto: row.mergedIntoCode,
    raisedBy: row.raisedByName,
    raisedAt: instantOf(row.raisedAt),
    closedOn: row.closedOn,
    answeredAt: row.lastAnswerAt === null ? null : instantOf(row.lastAnswerAt),
    hasUnseenAnswer: hasUnseenAnswer(row),
    etag: etagOf(row.version),
    allowedActions: obstacleActsIn(row.state, hasUnseenAnswer(row))
      .filter((act) => can(actor, OBSTACLE_ACTS[act].action, subjectOf(act, row, plan.code)).allowed)
      .map((act) => OBSTACLE_ACTS[act].action),
  }
}

/** Whose department counts: who raised it, who was told to act, or nobody's in particular. */
export function subjectOf(act: ObstacleAct, row: ObstacleRow, plan: string) {
  const { side } = OBSTACLE_ACTS[act]
  return { plan, department: side === 'acting' ? row.actingId : row.departmentId }
}

export function historyToWire(events: readonly ObstacleEventRow[]): Static<typeof ObstacleHistory>['events'] {
  return events.map(({ at, act, byName, from, to, words, detail }) => ({
    at: instantOf(at),
    act,
    by: byName,
    from,
    to,
    words,
    detail,
  }))
}

function hasUnseenAnswer({ lastAnswerAt, answerSeenAt }: ObstacleRow): boolean {
  if (lastAnswerAt === null) return false
  return answerSeenAt === null || new Date(answerSeenAt) < new Date(lastAnswerAt)
}

function instantOf(at: string): string {
  return new Date(at).toISOString()
}
