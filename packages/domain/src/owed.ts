// What a department owes in a period, from the plan alone; and, beside what it has, what is missing, by name.

import { isOpen, type OwedCell } from './completeness.ts'
import { type Day, day } from './day.ts'
import { departmentInForce, isReporting, ownerOn } from './department.ts'
import { type NarrativeSection, REQUIRED_SECTIONS } from './department-report-steps.ts'
import type { Plan } from './plan.ts'
import { owedForTask, type YearOfTask } from './task-year.ts'

/** The parts of a department's report, in the order in which it is checked. */
export const REPORT_PARTS = ['figures', 'tasks', 'obstacles', 'request', 'narrative'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export interface OwedFigure {
  readonly indicator: string
  /** Null for the whole ward. */
  readonly area: string | null
}

/** What a task may lack at the end of a year: what came of it, and what shows that it goes on. */
export const TASK_LACKS = ['result', 'evidence'] as const
export type TaskLack = (typeof TASK_LACKS)[number]

export interface LackingTask {
  readonly task: string
  readonly lacks: TaskLack
}

export interface Owed {
  readonly figures: readonly OwedFigure[]
  /** Codes of the tasks that it leads. */
  readonly tasks: readonly string[]
  readonly narrative: readonly NarrativeSection[]
}

/** What there is of it: figures that were sent or approved, what its tasks still lack, words. */
export interface Delivered {
  readonly figures: readonly OwedFigure[]
  readonly lacking: readonly LackingTask[]
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
  /** Of a task; null elsewhere. */
  readonly lacks: TaskLack | null
}

/** The departments that report in a year: those that the plan says report, and that there are on the cut-off day. */
export function reportingDepartments(plan: Plan, cutOff: Day): string[] {
  return plan.departments.filter((each) => isReporting(plan, each, cutOff)).map(({ code }) => code)
}

/** The day on which a year's tasks are judged: its last one, or today while it goes on. */
export function workDay(year: number, today: Day): Day {
  const last = day(`${String(year).padStart(4, '0')}-12-31`)
  return today < last ? today : last
}

/**
 * The cells of the indicators it owns, as the year asks for them; the tasks it leads, by the plan or by the ward's
 * choice; and the paragraphs of its report. What was merged away is owed by the department it went into.
 */
export function owedBy(
  plan: Plan,
  department: string,
  cutOff: Day,
  cells: readonly OwedCell[],
  works: readonly Pick<YearOfTask, 'code' | 'lead'>[],
): Owed {
  const isOwn = (code: string | null) => code !== null && departmentInForce(plan, code, cutOff) === department
  const tasks = works.filter(({ lead }) => isOwn(lead)).map(({ code }) => code)
  const own = cells.filter(({ indicator }) => isOwn(ownerOn(indicator, cutOff)))
  return { figures: own.map(figureOf), tasks, narrative: REQUIRED_SECTIONS }
}

/** The cells that were sent or approved, or do not apply: what their department still has to mend is not there yet. */
export function sentFigures(cells: readonly OwedCell[]): OwedFigure[] {
  return cells.filter((cell) => !isOpen(cell)).map(figureOf)
}

/**
 * What tasks still lack for the year's report, each once: its result; of a continuous one a piece of evidence; of a
 * recurring one evidence of each occurrence that is done.
 */
export function lackingTasks(works: readonly YearOfTask[], on: Day): LackingTask[] {
  return works.flatMap((work) => {
    const kinds = new Set(owedForTask(work, on).map(({ kind }) => kind))
    return TASK_LACKS.filter((lacks) => kinds.has(lacks)).map((lacks) => ({ task: work.code, lacks }))
  })
}

function figureOf({ indicator, area }: OwedCell): OwedFigure {
  return { indicator: indicator.code, area: area?.code ?? null }
}

/** What is missing, each by its name: a blank is not 0, and a paragraph of spaces is a blank. */
export function missingOf(owed: Owed, delivered: Delivered): Missing[] {
  const sent = new Set(delivered.figures.map(keyOf))
  const figures = owed.figures
    .filter((figure) => !sent.has(keyOf(figure)))
    .map(({ indicator, area }) => ({ part: 'figures' as const, code: indicator, area, lacks: null }))
  const tasks = delivered.lacking
    .filter(({ task }) => owed.tasks.includes(task))
    .map(({ task, lacks }) => ({ part: 'tasks' as const, code: task, area: null, lacks }))
  const words = owed.narrative
    .filter((section) => !(delivered.narrative[section] ?? '').trim())
    .map((section) => ({ part: 'narrative' as const, code: section, area: null, lacks: null }))
  return [...figures, ...tasks, ...words]
}

/** How complete each part is (a task is there when it lacks nothing); of what is not owed, how much there is all the same. */
export function partStandings(owed: Owed, delivered: Delivered): PartStanding[] {
  const missing = missingOf(owed, delivered)
  const of = (part: ReportPart, required: number): PartStanding => {
    const lacking = new Set(missing.filter((each) => each.part === part).map(thingOf))
    return { part, required, done: required - lacking.size }
  }
  return [
    of('figures', owed.figures.length),
    of('tasks', owed.tasks.length),
    { part: 'obstacles', required: 0, done: delivered.obstacles },
    { part: 'request', required: 0, done: delivered.request ? 1 : 0 },
    of('narrative', owed.narrative.length),
  ]
}

/**
 * Every required value is there: a report is received with all of its figures, the results of its tasks and its own
 * words. Evidence is a question that "none, because …" answers too.
 */
export function hasEveryValue(missing: readonly Missing[]): boolean {
  return missing.every(({ lacks }) => lacks === 'evidence')
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

function placeOf(missing: Missing): string {
  return `${thingOf(missing)}/${missing.lacks ?? ''}`
}

function thingOf({ part, code, area }: Missing): string {
  return `${part}/${code ?? ''}/${area ?? ''}`
}

function keyOf({ indicator, area }: OwedFigure): string {
  return `${indicator}/${area ?? ''}`
}
