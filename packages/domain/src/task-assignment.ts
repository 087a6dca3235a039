// Who leads a task: what the plan's text states, and what the ward chooses where it is silent. The ward's choices have
// dates, and live beside the plan file: loading a plan file never takes one away.

import type { Day } from './day.ts'
import type { PlanTask } from './plan.ts'

/** One decision of the ward, in force from its day until the next one's. */
export interface TaskAssignment {
  /** Null: the lead is taken back, and nobody leads. */
  readonly lead: string | null
  /** Codes of departments, or `*` for every section. */
  readonly coordinating: readonly string[]
  readonly from: Day
  readonly reason: string | null
}

export const LEAD_SOURCES = ['plan', 'ward', 'ward_against_plan'] as const
/** `plan`: the text names it; `ward`: the ward's choice where the text is silent; `ward_against_plan`: another than the text names, with a reason. */
export type LeadSource = (typeof LEAD_SOURCES)[number]

export interface Leading {
  readonly lead: { readonly department: string; readonly source: LeadSource } | null
  readonly coordinating: readonly string[]
  /** The ward's decision that is in force; null where the plan alone speaks. */
  readonly assignment: TaskAssignment | null
}

type Assigned = Pick<PlanTask, 'lead' | 'coordinating'>

/** The lead that the plan's own text names, or null. */
export function statedLead(task: Assigned): string | null {
  return task.lead?.stated ? task.lead.department : null
}

/** Who does a department's work now: itself, or whoever took over from it. */
type Follow = (code: string) => string
const itself: Follow = (code) => code

/**
 * Who leads on a day: the ward's newest decision that has begun, otherwise what the plan file says. Whoever took over
 * from the department that the text names leads by the text.
 */
export function leadingOn(
  task: Assigned,
  assignments: readonly TaskAssignment[],
  on: Day,
  follow: Follow = itself,
): Leading {
  const assignment = inForce(assignments, on)
  const department = assignment ? assignment.lead : (task.lead?.department ?? null)
  const coordinating = assignment ? assignment.coordinating : task.coordinating
  return {
    lead: department === null ? null : { department, source: sourceOf(task, department, follow) },
    coordinating,
    assignment,
  }
}

function sourceOf(task: Assigned, department: string, follow: Follow): LeadSource {
  const stated = statedLead(task)
  if (stated === null) return 'ward'
  return [stated, follow(stated)].includes(department) ? 'plan' : 'ward_against_plan'
}

/** Of decisions from the same day the later one counts: they are given oldest first. */
function inForce(assignments: readonly TaskAssignment[], on: Day): TaskAssignment | null {
  return assignments.reduce<TaskAssignment | null>(
    (best, each) => (each.from <= on && (best === null || each.from >= best.from) ? each : best),
    null,
  )
}

export interface AssignmentFault {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** What forbids a decision: departments must exist, and leaving what the text states owes a reason: never silently. */
export function assignmentFaults(
  task: Assigned,
  assignment: TaskAssignment,
  departments: ReadonlySet<string>,
  follow: Follow = itself,
): AssignmentFault[] {
  const faults: AssignmentFault[] = []
  const { lead, coordinating, reason } = assignment
  if (lead !== null && !departments.has(lead))
    faults.push({ field: 'lead', code: 'unknown_department', params: { code: lead } })
  coordinating.forEach((code, index) => {
    const field = `coordinating/${index}`
    if (code !== '*' && !departments.has(code))
      faults.push({ field, code: 'unknown_department', params: { code } })
    else if (code === lead) faults.push({ field, code: 'leads_already', params: { code } })
    else if (coordinating.indexOf(code) < index) faults.push({ field, code: 'duplicate', params: { code } })
  })
  const stated = statedLead(task)
  if (stated !== null && lead !== stated && lead !== follow(stated) && !reason?.trim())
    faults.push({ field: 'reason', code: 'stated_lead_needs_reason', params: { stated } })
  const dropped = task.coordinating.filter(
    (code) => !coordinating.includes(code) && !coordinating.includes(follow(code)) && lead !== follow(code),
  )
  if (dropped.length > 0 && !reason?.trim())
    faults.push({ field: 'reason', code: 'stated_coordinating_needs_reason', params: { stated: dropped } })
  return faults.filter((fault, index) => faults.findIndex(({ field }) => field === fault.field) === index)
}

/** The tasks that nobody leads on a day. */
export function unassignedOn<Task extends Assigned & { readonly code: string }>(
  tasks: readonly Task[],
  assignmentsOf: (code: string) => readonly TaskAssignment[],
  on: Day,
): Task[] {
  return tasks.filter((task) => leadingOn(task, assignmentsOf(task.code), on).lead === null)
}
