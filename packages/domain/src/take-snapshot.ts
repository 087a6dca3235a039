// The snapshot of a year's report, from the plan as it is judged and what the departments reported.

import { type Day, yearOf } from './day.ts'
import { ownerOn } from './department.ts'
import type { Plan, PlanIndicator, PlanTask } from './plan.ts'
import type { IndicatorAssessment } from './plan-assessment.ts'
import {
  type ReportSnapshot,
  SNAPSHOT_FORMAT,
  type SnapshotFigure,
  type SnapshotIndicator,
  type SnapshotPlan,
} from './report-snapshot.ts'
import type { SeriesPoint } from './series.ts'
import { leadingOn } from './task-assignment.ts'
import { type TaskFacts, taskFacts } from './task-in-report.ts'
import { taskYear } from './task-year.ts'

export interface SnapshotInput
  extends Pick<
    ReportSnapshot,
    'year' | 'asOf' | 'cutOff' | 'takenAt' | 'auditHead' | 'obstacles' | 'money' | 'departmentReports'
  > {
  readonly plan: Plan
  readonly revision: number
  readonly sample: boolean
  readonly indicators: readonly IndicatorAssessment[]
  /** What the year's work says of the plan's tasks, by code. */
  readonly tasks: ReadonlyMap<string, TaskFacts>
}

/** Everything in one: what is not in here cannot get into the report. */
export function takeSnapshot(input: SnapshotInput): ReportSnapshot {
  const { plan, year, asOf, cutOff, takenAt, auditHead, obstacles, money, departmentReports } = input
  return {
    format: SNAPSHOT_FORMAT,
    year,
    asOf,
    cutOff,
    takenAt,
    auditHead,
    plan: planOf(input),
    thresholds: plan.thresholds,
    indicators: input.indicators.map((assessed) => indicatorOf(plan, assessed, year, asOf)),
    tasks: plan.tasks.map((task) => ({
      code: task.code,
      name: task.name,
      kind: task.kind,
      role: task.role,
      ...(input.tasks.get(task.code) ?? nothingKnown(task, asOf)),
    })),
    obstacles,
    money,
    departmentReports,
  }
}

/** A task that the year has no work of: the plan alone speaks. */
function nothingKnown(task: PlanTask, asOf: Day): TaskFacts {
  const leading = leadingOn(task, [], asOf)
  return taskFacts({ leading, pieces: [], sum: taskYear(task.kind, [], asOf), result: null })
}

function planOf({ plan, revision, sample }: SnapshotInput): SnapshotPlan {
  const deadline = plan.deadlines.find(({ code }) => code === plan.cycle.wardDeadline)
  return {
    code: plan.code,
    title: plan.title,
    shortTitle: plan.shortTitle,
    revision,
    sample,
    document: plan.document,
    groups: plan.groups.map(({ code, title }) => ({ code, title })),
    departments: plan.departments,
    departmentEvents: plan.departmentEvents,
    wardDeadline: deadline ? { rule: deadline.rule, before: deadline.before, routes: deadline.routes } : null,
  }
}

function indicatorOf(plan: Plan, assessed: IndicatorAssessment, year: number, asOf: Day): SnapshotIndicator {
  const { indicator, assessment, series, shownDecimals } = assessed
  const points = series.filter(({ on }) => on <= asOf)
  const figure = figureOf(points.findLast(({ on }) => yearOf(on) === year))
  return {
    code: indicator.code,
    name: indicator.name,
    group: indicator.group,
    measure: indicator.measure,
    direction: indicator.direction,
    unit: indicator.unit,
    counted: indicator.counted,
    owner: ownerOn(indicator, asOf),
    source: indicator.source,
    targets: targetsOf(plan, indicator),
    figure,
    lastYear: figureOf(points.findLast(({ on }) => yearOf(on) === year - 1)),
    newest: figureOf(points.at(-1)),
    shownDecimals,
    status: assessment.shownStatus,
    reason: assessment.reason,
    reasonNumbers: assessment.reasonNumbers,
    provisional: assessment.provisional,
    override: assessment.override && {
      reason: assessment.override.reason,
      by: assessment.override.by,
      computed: assessment.status,
    },
    met: assessment.met,
    milestone: assessment.milestone,
    missingUnits: assessment.missingUnits,
    pathDelta: assessment.pathDelta,
    requiredPerYear: assessment.requiredPerYear,
    areas: figure
      ? assessed.areas.map(({ area, on, numerator, denominator, value }) => ({
          code: area.code,
          name: area.name,
          on,
          numerator,
          denominator,
          value,
        }))
      : [],
  }
}

function targetsOf(plan: Plan, indicator: PlanIndicator): SnapshotIndicator['targets'] {
  return indicator.targets.flatMap(({ milestone, value }) => {
    const on = plan.milestones.find(({ code }) => code === milestone)?.on
    return on ? [{ milestone, on, value }] : []
  })
}

function figureOf(point: SeriesPoint | undefined): SnapshotFigure | null {
  if (!point) return null
  const { on, value, numerator, denominator, estimated, coverage } = point
  return { on, value, numerator, denominator, estimated, coverage }
}
