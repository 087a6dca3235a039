import type { Day } from '@tien-do/domain/day'
import { ownerOn } from '@tien-do/domain/department'
import { FRESHNESSES } from '@tien-do/domain/freshness'
import { DIRECTIONS, MEASURES, QUALITATIVE_STATES, TARGET_KINDS } from '@tien-do/domain/indicator'
import { ACTIONS, type Actor, allowedAmong } from '@tien-do/domain/permission'
import type { IndicatorAssessment } from '@tien-do/domain/plan-assessment'
import { INDICATOR_STATUSES, STATUS_REASONS } from '@tien-do/domain/status'
import { MILESTONE_OUTCOMES } from '@tien-do/domain/verdict'
import { type Static, Type } from 'typebox'
import {
  Code,
  Count,
  DayText,
  list,
  Name,
  nullable,
  oneOf,
  PlanParams,
  ref,
  Text,
  Whole,
} from '../../http/shapes.ts'
import { DepartmentRef, departmentRef } from '../departments/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { DETAIL_EXAMPLE, INDICATOR_EXAMPLE, SERIES_EXAMPLE } from './indicators.example.ts'

const Decimal = Type.Number({ minimum: -1e15, maximum: 1e15, format: 'double' })
const Coverage = Type.Object({ reported: Whole, expected: Whole })
const Forecast = Type.Object({ low: Decimal, high: Decimal })

/** A decision of the leader, in place of the computed status. */
const Override = Type.Object({
  status: oneOf(INDICATOR_STATUSES),
  reason: Text,
  by: Name,
  from: DayText,
  until: DayText,
})

const Words = Type.Object({ state: oneOf(QUALITATIVE_STATES), on: DayText, note: nullable(Text) })

const Target = Type.Object({
  milestone: Code,
  label: Text,
  on: DayText,
  target: Decimal,
  kind: oneOf(TARGET_KINDS),
  text: Text,
  /** Null until the milestone has passed. */
  verdict: nullable(oneOf(MILESTONE_OUTCOMES)),
})

export const Indicator = Type.Object(
  {
    code: Code,
    name: Text,
    nameEn: Text,
    group: Code,
    ref: Text,
    measure: oneOf(MEASURES),
    direction: oneOf(DIRECTIONS),
    unit: Text,
    counted: Text,
    perArea: Type.Boolean(),
    owner: nullable(ref(DepartmentRef)),
    /** What is shown: the decided one while a decision holds, else the computed one. */
    status: oneOf(INDICATOR_STATUSES),
    computedStatus: oneOf(INDICATOR_STATUSES),
    override: nullable(Override),
    /** Why the computed status is what it is. */
    reason: oneOf(STATUS_REASONS),
    provisional: Type.Boolean(),
    reasonNumbers: Type.Record(Type.String({ maxLength: 40 }), Decimal),
    value: nullable(Decimal),
    numerator: nullable(Count),
    denominator: nullable(Count),
    measuredOn: nullable(DayText),
    estimated: Type.Boolean(),
    /** Where it is judged in words. */
    qualitative: nullable(Words),
    freshness: nullable(oneOf(FRESHNESSES)),
    shownDecimals: Whole,
    coverage: nullable(Coverage),
    missingUnits: nullable(Count),
    expected: nullable(Decimal),
    pathDelta: nullable(Decimal),
    gapClosed: nullable(Decimal),
    paceRatio: nullable(Decimal),
    requiredPerYear: nullable(Decimal),
    forecast: nullable(Forecast),
    milestone: nullable(Type.Object({ code: Code, label: Text, on: DayText, target: Decimal })),
    targets: Type.Array(Target, { maxItems: 50 }),
    hiddenInTask: nullable(Code),
    successor: nullable(Code),
  },
  { $id: 'Indicator', additionalProperties: false, examples: [INDICATOR_EXAMPLE] },
)

export const IndicatorList = list(Indicator, 'IndicatorList')

export const IndicatorDetail = Type.Object(
  {
    ...Indicator.properties,
    text: Text,
    numeratorText: nullable(Text),
    denominatorText: nullable(Text),
    definition: nullable(Type.Object({ version: Whole, text: Text })),
    source: nullable(Text),
    note: nullable(Text),
    baseline: nullable(
      Type.Object({ on: DayText, value: Decimal, kind: oneOf(['plan', 'first_measurement'] as const) }),
    ),
    areas: Type.Array(
      Type.Object({
        code: Code,
        name: Text,
        on: nullable(DayText),
        numerator: nullable(Count),
        denominator: nullable(Count),
        value: nullable(Decimal),
        notApplicable: Type.Boolean(),
        missingUnits: nullable(Count),
      }),
      { maxItems: 2_000 },
    ),
    /** Of the figures behind the value, how many have evidence of their year. */
    evidence: nullable(Type.Object({ year: Whole, figures: Whole, withEvidence: Whole })),
    tasks: Type.Array(Type.Object({ code: Code, name: Text, nameEn: Text }), { maxItems: 200 }),
    predecessors: Type.Array(Code, { maxItems: 50 }),
    allowedActions: Type.Array(oneOf(ACTIONS), { maxItems: 20 }),
  },
  { $id: 'IndicatorDetail', additionalProperties: false, examples: [DETAIL_EXAMPLE] },
)

export const IndicatorSeries = Type.Object(
  {
    code: Code,
    points: Type.Array(
      Type.Object({
        on: DayText,
        value: nullable(Decimal),
        numerator: nullable(Count),
        denominator: nullable(Count),
        coverage: nullable(Coverage),
        estimated: Type.Boolean(),
      }),
      { maxItems: 10_000 },
    ),
    /** The planned path: straight lines between these corners. */
    path: Type.Array(Type.Object({ on: DayText, value: Decimal }), { maxItems: 100 }),
    targets: Type.Array(Target, { maxItems: 50 }),
    forecast: nullable(Forecast),
  },
  { $id: 'IndicatorSeries', additionalProperties: false, examples: [SERIES_EXAMPLE] },
)

export const IndicatorParams = Type.Object({ ...PlanParams.properties, code: Code })

export const IndicatorQuery = Type.Object(
  {
    asOf: Type.Optional(DayText),
    group: Type.Optional(Code),
    status: Type.Optional(Type.Array(oneOf(INDICATOR_STATUSES), { maxItems: 20 })),
  },
  { additionalProperties: false },
)

const INDICATOR_ACTS = [
  'measurement.record',
  'measurement.save',
  'measurement.import',
  'measurement.approve',
  'measurement.undo',
  'status.override',
] as const

type Wire = Static<typeof Indicator>

export function toWire(assessed: IndicatorAssessment, plan: PlanInForce, asOf: Day): Wire {
  const { indicator, assessment, latest, shownDecimals, freshness, words } = assessed
  const { milestones } = plan.plan
  const ownerCode = ownerOn(indicator, asOf)
  const owner = plan.plan.departments.find((each) => each.code === ownerCode)
  const current = assessment.milestone && milestones.find((each) => each.on === assessment.milestone?.on)
  const { code, name, nameEn, group, measure, direction, unit, counted, perArea, hiddenInTask, successor } =
    indicator
  return {
    code,
    name,
    nameEn,
    group,
    ref: indicator.ref,
    measure,
    direction,
    unit,
    counted,
    perArea,
    owner: owner ? departmentRef(owner, asOf) : null,
    status: assessment.shownStatus,
    computedStatus: assessment.status,
    override: assessment.override && { ...assessment.override },
    reason: assessment.reason,
    provisional: assessment.provisional,
    reasonNumbers: { ...assessment.reasonNumbers },
    value: assessment.value,
    numerator: latest?.numerator ?? null,
    denominator: latest?.denominator ?? null,
    measuredOn: assessment.measuredOn,
    estimated: assessment.estimated,
    qualitative: words && { ...words },
    freshness,
    shownDecimals,
    coverage: latest?.coverage ? { ...latest.coverage } : null,
    missingUnits: assessment.missingUnits,
    expected: assessment.expected,
    pathDelta: assessment.pathDelta,
    gapClosed: assessment.gapClosed,
    paceRatio: assessment.paceRatio,
    requiredPerYear: assessment.requiredPerYear,
    forecast: assessment.forecast && { low: assessment.forecast.low, high: assessment.forecast.high },
    milestone:
      current && assessment.milestone
        ? { code: current.code, label: current.label, on: current.on, target: assessment.milestone.target }
        : null,
    targets: targetsOf(assessed, plan),
    hiddenInTask,
    successor,
  }
}

interface DetailReading {
  readonly assessed: IndicatorAssessment
  readonly plan: PlanInForce
  readonly asOf: Day
  readonly evidence: { year: number; figures: number; withEvidence: number } | null
}

export function toDetail(
  { assessed, plan, asOf, evidence }: DetailReading,
  actor: Actor,
): Static<typeof IndicatorDetail> {
  const { indicator, baseline, areas } = assessed
  const department = indicator.owner ? (plan.departments.get(indicator.owner) ?? null) : null
  return {
    ...toWire(assessed, plan, asOf),
    text: indicator.text,
    numeratorText: indicator.numerator,
    denominatorText: indicator.denominator,
    definition: indicator.definition && { ...indicator.definition },
    source: indicator.source,
    note: indicator.note,
    baseline: baseline && { ...baseline },
    areas: areas.map(({ area, ...standing }) => ({ code: area.code, name: area.name, ...standing })),
    evidence,
    tasks: plan.plan.tasks
      .filter((task) => task.indicators.includes(indicator.code))
      .map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    predecessors: plan.plan.indicators
      .filter((each) => each.successor === indicator.code)
      .map((each) => each.code),
    allowedActions: allowedAmong(actor, [...INDICATOR_ACTS], {
      plan: plan.code,
      department,
    }),
  }
}

export function toSeries(assessed: IndicatorAssessment, plan: PlanInForce): Static<typeof IndicatorSeries> {
  const { indicator, series, path, assessment } = assessed
  return {
    code: indicator.code,
    points: series.map(({ coverage, ...point }) => ({ ...point, coverage: coverage && { ...coverage } })),
    path: path.map((corner) => ({ ...corner })),
    targets: targetsOf(assessed, plan),
    forecast: assessment.forecast && { low: assessment.forecast.low, high: assessment.forecast.high },
  }
}

function targetsOf(
  { indicator, assessment }: IndicatorAssessment,
  plan: PlanInForce,
): Static<typeof Target>[] {
  return indicator.targets.flatMap(({ milestone: code, value: target, kind, text }) => {
    const milestone = plan.plan.milestones.find((each) => each.code === code)
    if (!milestone) return []
    const { label, on } = milestone
    const verdict = assessment.verdicts.find((each) => each.on === on)?.outcome ?? null
    return [{ milestone: code, label, on, target, kind, text, verdict }]
  })
}
