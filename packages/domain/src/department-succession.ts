// What is open moves with its department: who owns an indicator, who leads a task, what was written but not sent.
// What was sent, judged and closed stays where it was (product.md, "Organisation").

import type { BudgetState } from './budget.ts'
import { addDays, type Day, day } from './day.ts'
import type { Succession } from './department-change.ts'
import { NARRATIVE_SECTIONS, type NarrativeSection } from './department-report-steps.ts'
import type { PlanIndicator, PlanTask } from './plan.ts'
import { leadingOn, type TaskAssignment } from './task-assignment.ts'

export interface AboutWhat {
  readonly indicator?: string | null
  readonly task?: string | null
}

/** Who has it after all that happened on the day: the department itself where nothing happened to it. */
export function successorOf(
  successions: readonly Succession[],
  code: string,
  { indicator, task }: AboutWhat = {},
): string {
  let at = code
  for (const { from, to, indicators, tasks } of successions) {
    if (from !== at) continue
    at = (indicator && indicators[indicator]) || (task && tasks[task]) || to
  }
  return at
}

/** The owner after it; the one before is kept with the day until which it was. */
export function indicatorAfter(
  indicator: PlanIndicator,
  successions: readonly Succession[],
  on: Day,
): PlanIndicator {
  if (indicator.owner === null) return indicator
  const owner = successorOf(successions, indicator.owner, { indicator: indicator.code })
  if (owner === indicator.owner) return indicator
  const last = indicator.formerOwners.at(-1)?.until ?? null
  // It came to the present owner later than that: then it was never theirs.
  const formerOwners =
    last !== null && last >= on
      ? indicator.formerOwners
      : [...indicator.formerOwners, { owner: indicator.owner, until: on }]
  return { ...indicator, owner, formerOwners }
}

/**
 * The decisions that carry a task over: one from the day on, and one for each later decision that names a department
 * which has ended. They are added behind the others, so of one day they are the ones that count.
 */
export function assignmentsAfter(
  task: Pick<PlanTask, 'code' | 'lead' | 'coordinating'>,
  assignments: readonly TaskAssignment[],
  successions: readonly Succession[],
  { on, reason }: { readonly on: Day; readonly reason: string },
): TaskAssignment[] {
  const days = [on, ...assignments.map(({ from }) => from).filter((from) => from > on)]
  return [...new Set(days)].sort().flatMap((from) => {
    const { lead, coordinating } = leadingOn(task, assignments, from)
    const was: Pick<TaskAssignment, 'lead' | 'coordinating'> = {
      lead: lead?.department ?? null,
      coordinating,
    }
    const next = (code: string) => successorOf(successions, code, { task: task.code })
    const leads = was.lead === null ? null : next(was.lead)
    const others = [...new Set(coordinating.map((code) => (code === '*' ? code : next(code))))].filter(
      (code) => code !== leads,
    )
    if (
      leads === was.lead &&
      others.length === coordinating.length &&
      others.every((code) => coordinating.includes(code))
    )
      return []
    return [{ lead: leads, coordinating: others, from, reason }]
  })
}

/** One request made of several: as far as they had all come; otherwise it is a draft again, to be asked for anew. */
export function budgetStateOfSeveral(states: readonly BudgetState[]): BudgetState {
  const [first] = states
  return first !== undefined && states.every((state) => state === first) ? first : 'draft'
}

/** States in which a request still belongs to its department: later it is the ward's, and history. */
export const OPEN_BUDGET_STATES = [
  'draft',
  'requested',
  'returned',
  'accepted',
] as const satisfies BudgetState[]

type Narrative = Readonly<Partial<Record<NarrativeSection, string>>>

/** The words of several reports as one: each under the name of who wrote them; of one alone, as they are. */
export function narrativeOfSeveral(
  reports: readonly { readonly name: string; readonly narrative: Narrative }[],
): Narrative {
  const sections = NARRATIVE_SECTIONS.flatMap((section) => {
    const said = reports.flatMap(({ name, narrative }) => {
      const words = narrative[section]?.trim()
      return words ? [{ name, words }] : []
    })
    if (said.length === 0) return []
    const [only] = said
    const text =
      reports.length === 1 && only
        ? only.words
        : said.map(({ name, words }) => `${name}: ${words}`).join('\n')
    return [[section, text] as const]
  })
  return Object.fromEntries(sections)
}

/**
 * The first day from which departments may change: the day that was decided, or the day after the last one of the newest
 * year that is closed: who reported then, and who did its work, is history.
 */
export function earliestDay(on: Day, closedYears: readonly number[]): Day {
  const last = lastDayOf(closedYears)
  return last === null || last < on ? on : addDays(last, 1)
}

/** The last day of the newest of these years; null where there is none. */
export function lastDayOf(years: readonly number[]): Day | null {
  return years.length === 0 ? null : day(`${String(Math.max(...years)).padStart(4, '0')}-12-31`)
}
