import { addDays, type Day } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import type { PlanDepartmentVersion } from '@tien-do/domain/plan'
import { ApiProblem } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import type { Arranged, Organisation, Unit } from './queries.ts'

export const KIND: Readonly<Record<Unit['kind'], () => string>> = {
  committee: m.unit_kind_committee,
  section: m.unit_kind_section,
  police: m.unit_kind_police,
  military: m.unit_kind_military,
  mass_organisation: m.unit_kind_mass,
  party: m.unit_kind_party,
  council: m.unit_kind_council,
  superior: m.unit_kind_superior,
  enterprise: m.unit_kind_enterprise,
  other: m.unit_kind_other,
}

const MOVED: Readonly<Record<Arranged['moves'][number]['kind'], (inputs: { count: number }) => string>> = {
  indicator: m.unit_moved_indicator,
  task: m.unit_moved_task,
  work: m.unit_moved_work,
  obstacle: m.unit_moved_obstacle,
  request: m.unit_moved_request,
  report: m.unit_moved_report,
  yearly_plan: m.unit_moved_yearly_plan,
  allowance: m.unit_moved_allowance,
  role: m.unit_moved_role,
  key: m.unit_moved_key,
}

export interface MovedRow {
  readonly from: string
  readonly to: string
  /** "5 chỉ tiêu · 2 nhiệm vụ". */
  readonly words: string
}

/** One row for each pair of departments. */
export function movedRows(moves: Arranged['moves']): MovedRow[] {
  const rows = new Map<string, MovedRow>()
  for (const { from, to, kind, count } of moves) {
    const before = rows.get(`${from} ${to}`)
    const words = MOVED[kind]({ count })
    rows.set(`${from} ${to}`, { from, to, words: before ? `${before.words} · ${words}` : words })
  }
  return [...rows.values()]
}

const EVENT: Readonly<
  Record<Organisation['events'][number]['kind'], (inputs: { from: string; to: string }) => string>
> = {
  founded: m.unit_event_founded,
  renamed: m.unit_event_renamed,
  merged: m.unit_event_merged,
  split: m.unit_event_split,
  dissolved: m.unit_event_dissolved,
}

/** What happened, with the names of the day before and of the day. */
export function eventSentence(
  { kind, on, from, to }: Organisation['events'][number],
  units: readonly Unit[],
) {
  const eve = addDays(on as Day, -1)
  if (kind === 'dissolved' && to.length > 0)
    return m.unit_event_dissolved_into({ from: namesOf(units, from, eve), to: namesOf(units, to, on as Day) })
  return EVENT[kind]({ from: namesOf(units, from, eve), to: namesOf(units, to, on as Day) })
}

function namesOf(units: readonly Unit[], codes: readonly string[], on: Day): string {
  return codes.map((code) => nameOn(units, code, on)).join(', ')
}

function nameOn(units: readonly Unit[], code: string, on: Day): string {
  const unit = units.find((each) => each.code === code)
  const versions = (unit?.versions ?? []) as readonly PlanDepartmentVersion[]
  return versionOn(versions, on)?.name ?? code
}

export function shortNameOf(units: readonly Unit[], code: string): string {
  return units.find((each) => each.code === code)?.shortName ?? code
}

const FAULTS: Readonly<Record<string, () => string>> = {
  department_not_in_force: m.unit_fault_not_in_force,
  department_changes_later: m.unit_fault_later,
  duplicate_name: m.unit_fault_name,
  duplicate_code: m.unit_fault_code,
  same_name: m.unit_fault_same_name,
  too_few: m.unit_fault_too_few,
  needs_name: m.unit_fault_needs_name,
  needs_successor: m.unit_fault_needs_successor,
  day_to_come: m.unit_fault_day_to_come,
  year_is_closed: m.unit_fault_year_is_closed,
  applied_already: m.unit_fault_applied,
}

/** Why it was refused, each reason once; nothing where it was another kind of error. */
export function refusalsOf(error: unknown): string[] {
  if (!(error instanceof ApiProblem)) return []
  return [...new Set(error.faults.map(({ code }) => FAULTS[code]?.() ?? m.unit_fault_other()))]
}
