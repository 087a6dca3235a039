import type { Day } from '@tien-do/domain/day'
import { type GroupStanding, groupStanding, type IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { INDICATOR_STATUSES } from '@tien-do/domain/status'
import { type Static, Type } from 'typebox'
import { Code, DayText, exampleOf, nullable, ref, Text, Whole } from '../../http/shapes.ts'
import { Deadline, deadlineToWire } from '../deadlines/index.ts'
import { Indicator, indicatorToWire } from '../indicators/index.ts'
import { PlanBrief, type PlanInForce, planToBrief } from '../plans/index.ts'

const Share = nullable(Type.Number({ minimum: 0, maximum: 1, format: 'double' }))
const Counts = Type.Object({
  total: Whole,
  byStatus: Type.Object(
    Object.fromEntries(INDICATOR_STATUSES.map((status) => [status, Whole])) as Record<
      (typeof INDICATOR_STATUSES)[number],
      typeof Whole
    >,
  ),
  stale: Whole,
  /** Decided by the leader instead of the rule; resting on an estimate, or too early to judge. */
  overridden: Whole,
  provisional: Whole,
})
/** `headline` is the one percentage that may be shown: null while too little of the group is known. */
const RollUp = Type.Object({ measured: Share, coverage: Share, lowerBound: Share, headline: Share })

export const Summary = Type.Object(
  {
    plan: ref(PlanBrief),
    issuer: Text,
    asOf: DayText,
    /** The newest day that an approved figure describes. */
    figuresUntil: nullable(DayText),
    counts: Counts,
    rollUp: RollUp,
    groups: Type.Array(Type.Object({ code: Code, title: Text, counts: Counts, rollUp: RollUp }), {
      maxItems: 100,
    }),
    indicators: Type.Array(ref(Indicator), { maxItems: 2_000 }),
    tasks: Type.Object({ total: Whole, unassigned: Whole }),
    deadlines: Type.Array(ref(Deadline), { maxItems: 100 }),
  },
  {
    $id: 'Summary',
    additionalProperties: false,
    examples: [
      {
        plan: exampleOf(PlanBrief)[0],
        issuer: 'Ủy ban nhân dân phường Chánh Lộ',
        asOf: '2026-11-22',
        figuresUntil: '2026-11-14',
        counts: {
          total: 21,
          byStatus: {
            achieved: 0,
            on_track: 0,
            at_risk: 0,
            off_track: 0,
            regressing: 0,
            missed: 0,
            awaiting_final: 0,
            insufficient_data: 1,
            no_data: 20,
            not_applicable: 0,
          },
          stale: 0,
          overridden: 0,
          provisional: 0,
        },
        rollUp: {
          measured: 0,
          coverage: 0.058823529411764705,
          lowerBound: 0,
          headline: null,
        },
        groups: [
          {
            code: 'MB',
            title: 'Mạng viễn thông băng rộng di động',
            counts: {
              total: 5,
              byStatus: {
                achieved: 0,
                on_track: 0,
                at_risk: 0,
                off_track: 0,
                regressing: 0,
                missed: 0,
                awaiting_final: 0,
                insufficient_data: 0,
                no_data: 5,
                not_applicable: 0,
              },
              stale: 0,
              overridden: 0,
              provisional: 0,
            },
            rollUp: {
              measured: null,
              coverage: 0,
              lowerBound: 0,
              headline: null,
            },
          },
        ],
        tasks: {
          total: 12,
          unassigned: 11,
        },
        indicators: exampleOf(Indicator),
        deadlines: exampleOf(Deadline),
      },
    ],
  },
)

export function toWire(
  plan: PlanInForce,
  issuer: string,
  assessed: readonly IndicatorAssessment[],
  asOf: Day,
  now: number,
): Static<typeof Summary> {
  const { thresholds, groups, tasks, deadlines } = plan.plan
  const standing = (some: readonly IndicatorAssessment[]) =>
    flat(groupStanding(some, thresholds.coverageForPercent))
  const days = assessed.flatMap(({ latest }) => latest?.on ?? [])
  return {
    plan: planToBrief(plan),
    issuer,
    asOf,
    figuresUntil: days.reduce<Day | null>(
      (newest, on) => (newest === null || on > newest ? on : newest),
      null,
    ),
    ...standing(assessed),
    groups: groups.map(({ code, title }) => ({
      code,
      title,
      ...standing(assessed.filter(({ indicator }) => indicator.group === code)),
    })),
    indicators: assessed.map((each) => indicatorToWire(each, plan, asOf)),
    tasks: { total: tasks.length, unassigned: tasks.filter((task) => task.lead === null).length },
    deadlines: deadlines
      .filter((each) => each.before !== null)
      .map((each) => deadlineToWire(each, plan.plan, now, asOf)),
  }
}

function flat({ counts, overridden, provisional, rollUp }: GroupStanding) {
  return {
    counts: {
      total: counts.total,
      byStatus: { ...counts.byStatus },
      stale: counts.stale,
      overridden,
      provisional,
    },
    rollUp: { ...rollUp },
  }
}
