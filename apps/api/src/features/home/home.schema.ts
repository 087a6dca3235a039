import { dayAtInstant } from '@tien-do/domain/day'
import { dueInDays, HOME_KINDS, HOME_STATES, type HomeItem } from '@tien-do/domain/home'
import type { IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { lastWorkingDay } from '@tien-do/domain/working-day'
import { type Static, Type } from 'typebox'
import {
  Code,
  DayText,
  exampleOf,
  InstantText,
  nullable,
  oneOf,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import { Indicator, indicatorToWire } from '../indicators/index.ts'
import type { HomeReading } from './home.service.ts'

const Due = Type.Object({
  /** The last day that is on time. */
  lastDay: DayText,
  lastWorkingDay: DayText,
  /** 0 on the last day; below 0 once it is over. */
  daysLeft: Whole,
})

const Item = Type.Object({
  kind: oneOf(HOME_KINDS),
  state: oneOf(HOME_STATES),
  /** Code of the indicator, the task or the obstacle. */
  code: nullable(Code),
  name: nullable(Text),
  nameEn: nullable(Text),
  /** The indicator's group: the page on which its figures are entered. */
  group: nullable(Code),
  area: nullable(Type.Object({ code: Code, name: Text })),
  department: nullable(ref(DepartmentRef)),
  year: nullable(Whole),
  done: Whole,
  total: Whole,
  due: nullable(Due),
  note: nullable(Text),
  at: nullable(InstantText),
})

export const Home = Type.Object(
  {
    plan: Code,
    year: Whole,
    period: nullable(
      Type.Object({
        year: Whole,
        state: oneOf(['open', 'closed', 'locked'] as const),
        due: Due,
        wardDue: Due,
      }),
    ),
    /** The departments that this person enters for. */
    departments: Type.Array(ref(DepartmentRef), { maxItems: 100 }),
    /** In the order in which it is dealt with: what came back, then by deadline. */
    todo: Type.Array(Item, { maxItems: 500 }),
    done: Type.Array(Item, { maxItems: 500 }),
    /** Where the ward stands: a few indicators, those that are behind first. */
    standing: Type.Array(ref(Indicator), { maxItems: 5 }),
    figuresUntil: nullable(DayText),
  },
  {
    $id: 'Home',
    additionalProperties: false,
    examples: [
      {
        plan: 'chanh-lo-hts',
        year: 2026,
        period: {
          year: 2026,
          state: 'open',
          due: { lastDay: '2026-11-30', lastWorkingDay: '2026-11-30', daysLeft: 8 },
          wardDue: { lastDay: '2026-12-04', lastWorkingDay: '2026-12-04', daysLeft: 12 },
        },
        departments: [
          { code: 'VH-TT', name: 'Bộ phận Văn hóa - Thông tin', shortName: 'Văn hóa - Thông tin' },
        ],
        todo: [
          {
            kind: 'figure_returned',
            state: 'returned',
            code: 'FB-02',
            name: 'Hộ gia đình có Internet cáp quang',
            nameEn: 'Households with fibre Internet',
            group: 'FB',
            area: { code: 'TDP-07', name: 'Tổ dân phố 7' },
            department: {
              code: 'VH-TT',
              name: 'Bộ phận Văn hóa - Thông tin',
              shortName: 'Văn hóa - Thông tin',
            },
            year: 2026,
            done: 0,
            total: 1,
            due: { lastDay: '2026-11-30', lastWorkingDay: '2026-11-30', daysLeft: 8 },
            note: 'Mẫu số khác sổ hộ',
            at: '2026-11-21T02:10:00.000Z',
          },
        ],
        done: [],
        standing: exampleOf(Indicator) as never,
        figuresUntil: '2026-11-14',
      },
    ],
  },
)
type Home = Static<typeof Home>

export const HomeQuery = Type.Object({ plan: Code })

const SEVERITY = ['regressing', 'missed', 'off_track', 'at_risk', 'on_track', 'achieved']
const STANDING_SHOWN = 5

/** `now` in milliseconds. */
export function toWire(home: HomeReading, indicators: readonly IndicatorAssessment[], now: number): Home {
  const { plan, period, year } = home
  const today = dayAtInstant(now)
  const due = (at: number) => {
    const { lastDay, daysLeft } = dueInDays(at, now)
    return { lastDay, daysLeft, lastWorkingDay: lastWorkingDay(lastDay, plan.plan.holidays) }
  }
  const refOf = (code: string) => {
    const department = plan.plan.departments.find((each) => each.code === code)
    return department ? departmentRef(department, today) : null
  }
  const item = (each: HomeItem): Home['todo'][number] => {
    const indicator = plan.plan.indicators.find(({ code }) => code === each.code)
    const task = plan.plan.tasks.find(({ code }) => code === each.code)
    const named = indicator ?? task
    const area = plan.plan.areas.find(({ code }) => code === each.area)
    const { dueAt, at, department, ...rest } = each
    return {
      ...rest,
      name: named?.name ?? null,
      nameEn: named?.nameEn ?? null,
      group: indicator?.group ?? null,
      area: area ? { code: area.code, name: area.name } : null,
      department: department === null ? null : refOf(department),
      due: dueAt === null ? null : due(dueAt),
      at: at === null ? null : new Date(at).toISOString(),
    }
  }
  const measured = indicators.filter(({ assessment }) => SEVERITY.includes(assessment.shownStatus))
  const rank = ({ assessment }: IndicatorAssessment) => SEVERITY.indexOf(assessment.shownStatus)
  const days = indicators.flatMap(({ latest }) => latest?.on ?? []).sort()
  return {
    plan: plan.code,
    year,
    period: period && {
      year: period.year,
      state: period.state,
      due: due(period.departmentsDueAt),
      wardDue: due(period.wardDueAt),
    },
    departments: home.departments.flatMap((code) => refOf(code) ?? []),
    todo: home.todo.map(item),
    done: home.done.map(item),
    standing: [...measured]
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, STANDING_SHOWN)
      .map((each) => indicatorToWire(each, plan, today)),
    figuresUntil: days.at(-1) ?? null,
  }
}
