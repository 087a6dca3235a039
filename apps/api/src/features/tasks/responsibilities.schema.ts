import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { Code, Count, list, nullable, ref, Text } from '../../http/shapes.ts'
import { DepartmentRef } from '../departments/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import type { Fulfilled } from './responsibilities.service.ts'
import { refTo, Year } from './sub-tasks.schema.ts'

export const ResponsibilityQuery = Type.Object(
  { year: Type.Optional({ ...Year, description: 'This year where left out' }) },
  { additionalProperties: false },
)

export const Responsibility = Type.Object(
  {
    code: Code,
    ref: Text,
    text: Text,
    /** Departments, or `*` for every section; empty where the plan names nobody. */
    lead: Type.Array(ref(DepartmentRef), { maxItems: 100 }),
    coordinating: nullable(Text),
    /** What fulfils it in the year: tasks with their leads and pieces of work. */
    tasks: Type.Array(
      Type.Object({
        code: Code,
        name: Text,
        nameEn: Text,
        lead: nullable(ref(DepartmentRef)),
        pieces: Count,
        done: Count,
        late: Count,
        hasResult: Type.Boolean(),
        evidence: Count,
      }),
      { maxItems: 200 },
    ),
    deadlines: Type.Array(Type.Object({ code: Code, name: Text }), { maxItems: 50 }),
    /** Yearly plans that were sent or accepted, of how many that are expected. */
    yearlyPlans: nullable(Type.Object({ sent: Count, expected: Count })),
    year: Year,
  },
  {
    $id: 'Responsibility',
    additionalProperties: false,
    examples: [
      {
        code: 'TN-1.2',
        ref: 'V.1, ý 2',
        text: 'Chủ trì, phối hợp với các ban ngành, bộ phận chuyên môn đẩy mạnh công tác thông tin tuyên truyền.',
        lead: [{ code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' }],
        coordinating: 'các ban ngành, bộ phận chuyên môn',
        tasks: [
          {
            code: 'NV-02',
            name: 'Tuyên truyền về chuyển đổi số',
            nameEn: 'Inform people about digital transformation',
            lead: { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
            pieces: 3,
            done: 1,
            late: 1,
            hasResult: false,
            evidence: 2,
          },
        ],
        deadlines: [],
        yearlyPlans: null,
        year: 2026,
      },
    ],
  },
)
export const ResponsibilityList = list(Responsibility, 'ResponsibilityList')

export function responsibilityToWire(
  { responsibility, works, yearlyPlans, year }: Fulfilled,
  plan: PlanInForce,
  context: Pick<Context, 'now'>,
): Static<typeof Responsibility> {
  const on = today(context)
  const { code, ref: place, text, lead, coordinating, deadlines } = responsibility
  return {
    code,
    ref: place,
    text,
    lead: lead.map((each) => refTo(plan, each, on)),
    coordinating,
    tasks: works.map(({ task, leading, pieces, sum, result, evidence }) => ({
      code: task.code,
      name: task.name,
      nameEn: task.nameEn,
      lead: leading.lead && refTo(plan, leading.lead.department, on),
      pieces: pieces.length - sum.counts.cancelled,
      done: sum.counts.done,
      late: Object.values(sum.lateness.late).reduce((total, each) => total + each, 0),
      hasResult: result !== null,
      evidence,
    })),
    deadlines: deadlines.map((each) => ({
      code: each,
      name: plan.plan.deadlines.find((deadline) => deadline.code === each)?.name ?? each,
    })),
    yearlyPlans,
    year,
  }
}
