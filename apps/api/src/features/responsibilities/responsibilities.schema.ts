import { departmentInForce } from '@tien-do/domain/department'
import { isObstacleClosed, OBSTACLE_STATES } from '@tien-do/domain/obstacle'
import { WARD_REPORT_STATES } from '@tien-do/domain/ward-report'
import { type Static, Type } from 'typebox'
import type { Context } from '../../core/context.ts'
import { Code, Count, list, nullable, oneOf, ref, Text } from '../../http/shapes.ts'
import { Money } from '../budget/index.ts'
import { DepartmentRef } from '../departments/index.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { refTo, Year } from '../tasks/index.ts'
import type { Fulfilled } from './responsibilities.service.ts'

export const ResponsibilityQuery = Type.Object(
  { year: Type.Optional({ ...Year, description: 'This year where left out' }) },
  { additionalProperties: false },
)

const NEWEST = 5
const AMOUNTS = { requested: ref(Money), allocated: nullable(ref(Money)), spent: nullable(ref(Money)) }

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
    /** Reports of departments that came; nobody is expected before the year's period is opened. */
    departmentReports: nullable(
      Type.Object({ isOpened: Type.Boolean(), received: Count, onTime: Count, expected: Count }),
    ),
    wardReport: nullable(Type.Object({ state: nullable(oneOf(WARD_REPORT_STATES)) })),
    /** The money of the year and what is asked for the next; null where it does not belong here. */
    money: nullable(
      Type.Array(
        Type.Object({
          year: Year,
          answered: Count,
          expected: Count,
          ...AMOUNTS,
          bySource: Type.Array(Type.Object({ source: Code, name: Text, ...AMOUNTS }), { maxItems: 100 }),
        }),
        { maxItems: 2 },
      ),
    ),
    /** Of all indicators, how many have a value. */
    indicators: nullable(Type.Object({ measured: Count, total: Count })),
    /** Those of the year, and older ones that are still open. */
    obstacles: Type.Object({
      total: Count,
      open: Count,
      newest: Type.Array(Type.Object({ code: Code, title: Text, state: oneOf(OBSTACLE_STATES) }), {
        maxItems: NEWEST,
      }),
    }),
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
        departmentReports: null,
        wardReport: null,
        money: null,
        indicators: null,
        obstacles: {
          total: 3,
          open: 1,
          newest: [{ code: 'VM-2026-003', title: 'Loa truyền thanh tổ 7 hỏng', state: 'raised' }],
        },
        year: 2026,
      },
    ],
  },
)
export const ResponsibilityList = list(Responsibility, 'ResponsibilityList')

export function responsibilityToWire(
  { responsibility, works, money, obstacles, year, ...reports }: Fulfilled,
  plan: PlanInForce,
  context: Pick<Context, 'now'>,
): Static<typeof Responsibility> {
  const on = today(context)
  const { code, ref: place, text, lead, coordinating, deadlines } = responsibility
  return {
    code,
    ref: place,
    text,
    lead: lead.map((each) => refTo(plan, departmentInForce(plan.plan, each, on), on)),
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
    yearlyPlans: reports.yearlyPlans,
    departmentReports: reports.departmentReports,
    wardReport: reports.wardReport,
    money:
      money?.map(({ totals, bySource, ...of }) => ({
        ...of,
        ...amountsOf(totals),
        bySource: bySource.map(({ key, ...sum }) => ({
          source: key,
          name: plan.plan.fundingSources.find((each) => each.code === key)?.name ?? key,
          ...amountsOf(sum),
        })),
      })) ?? null,
    indicators: reports.indicators,
    obstacles: {
      total: obstacles.length,
      open: obstacles.filter(({ state }) => !isObstacleClosed(state)).length,
      newest: obstacles
        .slice(-NEWEST)
        .reverse()
        .map(({ code: number, title, state }) => ({ code: number, title, state })),
    },
    year,
  }
}

function amountsOf({ requested, allocated, spent }: NonNullable<Fulfilled['money']>[number]['totals']) {
  return { requested, allocated, spent }
}
