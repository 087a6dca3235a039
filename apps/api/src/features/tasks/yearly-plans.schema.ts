import { ACTIONS, allowedAmong } from '@tien-do/domain/permission'
import { YEARLY_PLAN_STATES, yearlyPlanActionsIn } from '@tien-do/domain/yearly-plan'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { etagOf } from '../../http/etag.ts'
import {
  Code,
  Count,
  EtagText,
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
import { today } from '../plans/index.ts'
import { refTo, Year } from './sub-tasks.schema.ts'
import type { YearlyPlanSeen } from './yearly-plans.service.ts'

export const YearlyPlansParams = Type.Object({ ...PlanParams.properties, year: Year })
export const YearlyPlanParams = Type.Object({ ...YearlyPlansParams.properties, department: Code })

export const YearlyPlanNote = Type.Object(
  { note: Type.String({ minLength: 3, maxLength: 1_000, pattern: '^[^\\u0000]*$' }) },
  {
    $id: 'YearlyPlanNote',
    additionalProperties: false,
    examples: [{ note: 'Bổ sung hạn của lớp tập huấn' }],
  },
)

export const YearlyPlan = Type.Object(
  {
    year: Year,
    department: ref(DepartmentRef),
    state: oneOf(YEARLY_PLAN_STATES),
    note: nullable(Text),
    submittedBy: nullable(Name),
    submittedAt: nullable(InstantText),
    decidedBy: nullable(Name),
    decidedAt: nullable(InstantText),
    /** Its pieces of work, and how many of them lack a day or a product. */
    pieces: Count,
    unclear: Count,
    /** What of last year can still be copied forward. */
    toCarry: Count,
    etag: EtagText,
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  {
    $id: 'YearlyPlan',
    additionalProperties: false,
    examples: [
      {
        year: 2026,
        department: { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
        state: 'returned',
        note: 'Bổ sung hạn của lớp tập huấn',
        submittedBy: 'Trần Thị Hoa',
        submittedAt: '2026-01-20T02:00:00.000Z',
        decidedBy: 'Lê Minh Tâm',
        decidedAt: '2026-01-22T02:00:00.000Z',
        pieces: 4,
        unclear: 1,
        toCarry: 2,
        etag: '"3"',
        allowedActions: ['yearly-plan.submit', 'sub-task.add', 'yearly-plan.copy'],
      },
    ],
  },
)
export const YearlyPlanList = list(YearlyPlan, 'YearlyPlanList')

export function yearlyPlanToWire(
  { plan, year, department, row, pieces, unclear, toCarry }: YearlyPlanSeen,
  context: Pick<Context, 'actor' | 'now'>,
): Static<typeof YearlyPlan> {
  const at = (instant: string | null) => instant && new Date(instant).toISOString()
  const allowed = allowedAmong(context.actor, yearlyPlanActionsIn(row.state), {
    plan: plan.code,
    department: row.departmentId,
    ...(row.submittedBy ? { enteredBy: row.submittedBy } : {}),
  })
  return {
    year,
    department: refTo(plan, department, today(context)),
    state: row.state,
    note: row.note,
    submittedBy: row.submittedByName,
    submittedAt: at(row.submittedAt),
    decidedBy: row.decidedByName,
    decidedAt: at(row.decidedAt),
    pieces,
    unclear,
    toCarry,
    etag: etagOf(row.version),
    allowedActions: allowed,
  }
}
