// What a department owes in a period, from the plan alone; and, beside what it has, what is missing, by name.

import { type Day, yearOf } from './day.ts'
import { departmentInForce, holdsOn } from './department.ts'
import { type NarrativeSection, REQUIRED_SECTIONS } from './department-report-steps.ts'
import type { Plan, PlanIndicator } from './plan.ts'

/** The parts of a department's report, in the order in which it is checked. */
export const REPORT_PARTS = ['figures', 'tasks', 'obstacles', 'request', 'narrative'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export interface OwedFigure {
  readonly indicator: string
  /** Null for the whole ward. */
  readonly area: string | null
}

export interface Owed {
  readonly figures: readonly OwedFigure[]
  /** Codes of the tasks that it leads. */
  readonly tasks: readonly string[]
  readonly narrative: readonly NarrativeSection[]
}

/** What there is of it: figures that were sent or approved, tasks with a result of the year, words. */
export interface Delivered {
  readonly figures: readonly OwedFigure[]
  readonly tasks: readonly string[]
  readonly narrative: Readonly<Partial<Record<NarrativeSection, string>>>
  /** Null where the plan's year asks for none. */
  readonly request: boolean | null
  /** How many it raised; none are owed. */
  readonly obstacles: number
}

export interface PartStanding {
  readonly part: ReportPart
  /** 0: nothing is owed here. */
  readonly required: number
  readonly done: number
}

export interface Missing {
  readonly part: ReportPart
  /** Code of the indicator or task, or the section; null where the part says it all. */
  readonly code: string | null
  readonly area: string | null
}

/** The departments that report in a year: those that the plan says report, and that there are on the cut-off day. */
export function reportingDepartments(plan: Plan, cutOff: Day): string[] {
  return plan.departments
    .filter((each) => each.reports && each.versions.some((version) => holdsOn(version, cutOff)))
    .map(({ code }) => code)
}

/**
 * Figures of the indicators it owns, by area where they are counted by area; results of the tasks it leads; and the
 * paragraphs of its report. What was merged away is owed by the department it went into.
 */
export function owedBy(plan: Plan, department: string, cutOff: Day): Owed {
  const isOwn = (code: string | null) => code !== null && departmentInForce(plan, code, cutOff) === department
  const areas = plan.areas.filter((area) => holdsOn(area, cutOff)).map(({ code }) => code)
  const figures = plan.indicators
    .filter((indicator) => isOwn(indicator.owner) && isAskedIn(plan, indicator, yearOf(cutOff)))
    .flatMap(({ code, perArea }) =>
      (perArea && areas.length > 0 ? areas : [null]).map((area) => ({ indicator: code, area })),
    )
  const tasks = plan.tasks.filter(({ lead }) => isOwn(lead?.department ?? null)).map(({ code }) => code)
  return { figures, tasks, narrative: REQUIRED_SECTIONS }
}

/**
 * An indicator is asked for every year: what was reached has to be kept. Only where another one continues it under a
 * new definition, the old one is asked for until its last milestone, and the new one from then on. What is judged in
 * words has no figure to be asked for.
 */
export function isAskedIn(plan: Plan, indicator: PlanIndicator, year: number): boolean {
  if (indicator.measure === 'qualitative') return false
  if (indicator.successor !== null && year > lastYearOf(plan, indicator)) return false
  const before = plan.indicators.find(({ successor }) => successor === indicator.code)
  return before === undefined || year > lastYearOf(plan, before)
}

function lastYearOf(plan: Plan, { targets }: PlanIndicator): number {
  const years = targets.flatMap(({ milestone }) => {
    const on = plan.milestones.find(({ code }) => code === milestone)?.on
    return on === undefined ? [] : [yearOf(on)]
  })
  return Math.max(...years, Number.NEGATIVE_INFINITY)
}

/** What is missing, each by its name: a blank is not 0, and a paragraph of spaces is a blank. */
export function missingOf(owed: Owed, delivered: Delivered): Missing[] {
  const sent = new Set(delivered.figures.map(keyOf))
  const figures = owed.figures
    .filter((figure) => !sent.has(keyOf(figure)))
    .map(({ indicator, area }) => ({ part: 'figures' as const, code: indicator, area }))
  const tasks = owed.tasks
    .filter((code) => !delivered.tasks.includes(code))
    .map((code) => ({ part: 'tasks' as const, code, area: null }))
  const request = delivered.request === false ? [{ part: 'request' as const, code: null, area: null }] : []
  const words = owed.narrative
    .filter((section) => !(delivered.narrative[section] ?? '').trim())
    .map((section) => ({ part: 'narrative' as const, code: section, area: null }))
  return [...figures, ...tasks, ...request, ...words]
}

/** How complete each part is. */
export function partStandings(owed: Owed, delivered: Delivered): PartStanding[] {
  const missing = missingOf(owed, delivered)
  const required: Record<ReportPart, number> = {
    figures: owed.figures.length,
    tasks: owed.tasks.length,
    obstacles: 0,
    request: delivered.request === null ? 0 : 1,
    narrative: owed.narrative.length,
  }
  return REPORT_PARTS.map((part) => ({
    part,
    required: required[part],
    done:
      part === 'obstacles'
        ? delivered.obstacles
        : required[part] - missing.filter((each) => each.part === part).length,
  }))
}

/** What nobody has, with the reason. */
export interface Excuse extends Missing {
  readonly reason: string
}

/**
 * What still keeps a report from being sent. What nobody has may be said to be missing, with the reason: then the
 * report can be sent, but it is not received until it is there. Its own words a department can always write.
 */
export function inTheWay(missing: readonly Missing[], excuses: readonly Excuse[]): Missing[] {
  const excused = new Set(excuses.filter(({ reason }) => reason.trim()).map(placeOf))
  return missing.filter((each) => each.part === 'narrative' || !excused.has(placeOf(each)))
}

function placeOf({ part, code, area }: Missing): string {
  return `${part}/${code ?? ''}/${area ?? ''}`
}

function keyOf({ indicator, area }: OwedFigure): string {
  return `${indicator}/${area ?? ''}`
}
