// What a department owes in a period, from the plan alone; and, beside what it has, what is missing, by name.

import { isOpen, type OwedCell } from './completeness.ts'
import type { Day } from './day.ts'
import { departmentInForce, holdsOn } from './department.ts'
import { type NarrativeSection, REQUIRED_SECTIONS } from './department-report-steps.ts'
import type { Plan } from './plan.ts'

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
  /** Whether it asked for next year's money, or said that it needs none: a road and dates of its own, so not owed here. */
  readonly request: boolean
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
 * The cells of the indicators it owns, as the year asks for them; results of the tasks it leads; and the paragraphs of
 * its report. What was merged away is owed by the department it went into.
 */
export function owedBy(plan: Plan, department: string, cutOff: Day, cells: readonly OwedCell[]): Owed {
  const isOwn = (code: string | null) => code !== null && departmentInForce(plan, code, cutOff) === department
  const tasks = plan.tasks.filter(({ lead }) => isOwn(lead?.department ?? null)).map(({ code }) => code)
  const own = cells.filter(({ indicator }) => isOwn(indicator.owner))
  return { figures: own.map(figureOf), tasks, narrative: REQUIRED_SECTIONS }
}

/** The cells that were sent or approved, or do not apply: what their department still has to mend is not there yet. */
export function sentFigures(cells: readonly OwedCell[]): OwedFigure[] {
  return cells.filter((cell) => !isOpen(cell)).map(figureOf)
}

function figureOf({ indicator, area }: OwedCell): OwedFigure {
  return { indicator: indicator.code, area: area?.code ?? null }
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
  const words = owed.narrative
    .filter((section) => !(delivered.narrative[section] ?? '').trim())
    .map((section) => ({ part: 'narrative' as const, code: section, area: null }))
  return [...figures, ...tasks, ...words]
}

/** How complete each part is; of what is not owed, how much there is all the same. */
export function partStandings(owed: Owed, delivered: Delivered): PartStanding[] {
  const missing = missingOf(owed, delivered)
  const of = (part: ReportPart, required: number): PartStanding => ({
    part,
    required,
    done: required - missing.filter((each) => each.part === part).length,
  })
  return [
    of('figures', owed.figures.length),
    of('tasks', owed.tasks.length),
    { part: 'obstacles', required: 0, done: delivered.obstacles },
    { part: 'request', required: 0, done: delivered.request ? 1 : 0 },
    of('narrative', owed.narrative.length),
  ]
}

/** Every required value is there: a report is received with all of its figures and its own words. */
export function hasEveryValue(missing: readonly Missing[]): boolean {
  return missing.every(({ part }) => part === 'tasks')
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
