// What happens to departments: they come, change their names, merge, split and go, from a day on. Nothing is taken away:
// what ends keeps its code and its name for the days before (reference: 4.3, events with dates and a legal basis).

import type { Day } from './day.ts'
import { holdsOn, isInForce, versionOn } from './department.ts'
import { type DepartmentFault, faultsOfChange } from './department-change-faults.ts'
import type {
  DepartmentAct,
  DepartmentAfter,
  DepartmentChange,
  DepartmentEventKind,
  Plan,
  PlanDepartment,
  PlanDepartmentEvent,
  PlanDepartmentVersion,
} from './plan.ts'

/** From whom to whom what is open goes; by name where a split gave something to another than the first. */
export interface Succession {
  readonly from: string
  readonly to: string
  readonly indicators: Readonly<Record<string, string>>
  readonly tasks: Readonly<Record<string, string>>
}

export type DepartmentsResult =
  | {
      readonly ok: true
      readonly departments: readonly PlanDepartment[]
      readonly departmentEvents: readonly PlanDepartmentEvent[]
      readonly successions: readonly Succession[]
    }
  | { readonly ok: false; readonly faults: readonly DepartmentFault[] }

export interface Rearrangement {
  readonly changes: readonly DepartmentChange[]
  /** The first day of the new state. */
  readonly on: Day
  readonly legalBasis: string | null
}

type Organisation = Pick<Plan, 'departments' | 'departmentEvents' | 'indicators' | 'tasks'>

/** The departments after all the acts, one after another, from one day on; or every fault of the first act with one. */
export function changeDepartments(
  plan: Organisation,
  { changes, on, legalBasis }: Rearrangement,
): DepartmentsResult {
  let { departments, departmentEvents } = plan
  const successions: Succession[] = []
  for (const [index, change] of changes.entries()) {
    const faults = faultsOfChange({ ...plan, departments }, change, on)
    if (faults.length > 0)
      return {
        ok: false,
        faults: faults.map((fault) => ({ ...fault, field: `changes/${index}${fault.field}` })),
      }
    const before = departments
    departments = departmentsAfter(before, change, on, legalBasis)
    const event = { ...eventOf(change, on, legalBasis), reporting: begunToReport(before, departments) }
    departmentEvents = withEvent(departmentEvents, event)
    successions.push(...successionsOf(change))
  }
  return { ok: true, departments, departmentEvents, successions }
}

/** The same said again on the same day is one event, with the newer basis. */
function withEvent(
  events: readonly PlanDepartmentEvent[],
  event: PlanDepartmentEvent,
): PlanDepartmentEvent[] {
  const nameOf = ({ kind, on, from, to }: PlanDepartmentEvent) => JSON.stringify([kind, on, from, to])
  return [...events.filter((each) => nameOf(each) !== nameOf(event)), event]
}

const EVENT_OF: Readonly<Record<DepartmentAct, DepartmentEventKind>> = {
  found: 'founded',
  rename: 'renamed',
  merge: 'merged',
  split: 'split',
  close: 'dissolved',
}

function eventOf({ act, from, to }: DepartmentChange, on: Day, legalBasis: string | null) {
  return { kind: EVENT_OF[act], on, from, to: to.map(({ code }) => code), legalBasis }
}

/** Those that were there and did not report: new ones are not there before anyway. */
function begunToReport(before: readonly PlanDepartment[], after: readonly PlanDepartment[]): string[] {
  const silent = new Set(before.flatMap(({ code, reports }) => (reports ? [] : [code])))
  return after.flatMap(({ code, reports }) => (reports && silent.has(code) ? [code] : []))
}

/** What ends with the act: of a split, not the one that goes on beside the new ones. */
export function endedBy({ act, from, to }: DepartmentChange): string[] {
  if (act === 'found' || act === 'rename') return []
  const kept = new Set(to.map(({ code }) => code))
  return from.filter((code) => !kept.has(code))
}

function successionsOf(change: DepartmentChange): Succession[] {
  const { act, from, to } = change
  const [first] = to
  if (act === 'found' || act === 'rename' || !first) return []
  const given = (field: 'indicators' | 'tasks') =>
    Object.fromEntries(to.flatMap(({ code, [field]: names }) => names.map((name) => [name, code])))
  const shares = { indicators: given('indicators'), tasks: given('tasks') }
  // A department that is split and goes on keeps what nobody was given.
  return from.map((code) => ({
    from: code,
    to: endedBy(change).includes(code) ? first.code : code,
    ...shares,
  }))
}

function departmentsAfter(
  departments: readonly PlanDepartment[],
  change: DepartmentChange,
  on: Day,
  legalBasis: string | null,
): PlanDepartment[] {
  const ended = new Set(endedBy(change))
  const [first] = change.from
  const origin = departments.find(({ code }) => code === first) ?? null
  const anyReports = departments.some(({ code, reports }) => change.from.includes(code) && reports)
  const added: PlanDepartment[] = []
  let kept = departments.map((each) => (ended.has(each.code) ? endOn(each, on) : each))
  for (const after of change.to) {
    const there = kept.find(({ code }) => code === after.code)
    if (!there) added.push(begun(after, origin, change.act === 'found' || anyReports, on, legalBasis))
    else
      kept = kept.map((each) =>
        each.code === after.code
          ? { ...revised(each, after, on, legalBasis), reports: each.reports || anyReports }
          : each,
      )
  }
  const parent = change.to[0]?.code ?? null
  const all = [...kept, ...added]
  return parent === null
    ? all
    : all.map((each) => underNewParent(each, ended, parent, origin, on, legalBasis))
}

/** Ends the day before: what would only have begun by then never does. */
function endOn(department: PlanDepartment, on: Day): PlanDepartment {
  const begun = department.versions.filter(({ validFrom }) => validFrom === null || validFrom < on)
  return {
    ...department,
    versions: begun.map((version) => (holdsOn(version, on) ? { ...version, validTo: on } : version)),
  }
}

function begun(
  after: DepartmentAfter,
  origin: PlanDepartment | null,
  reports: boolean,
  on: Day,
  legalBasis: string | null,
): PlanDepartment {
  const name = nfc(after.name ?? after.code)
  const before = origin ? versionOn(origin.versions, on) : null
  const version = {
    name,
    shortName: after.shortName === null ? name : nfc(after.shortName),
    symbol: after.symbol,
    parent: after.parent ?? before?.parent ?? null,
    validFrom: on,
    validTo: null,
    legalBasis,
  }
  return { code: after.code, kind: after.kind ?? origin?.kind ?? 'section', reports, versions: [version] }
}

/** A new version from the day on, where something is said of it; a version that begins on that very day is replaced. */
function revised(
  department: PlanDepartment,
  after: Partial<DepartmentAfter>,
  on: Day,
  legalBasis: string | null,
): PlanDepartment {
  const current = department.versions.find((version) => holdsOn(version, on))
  if (!current) return department
  const said = {
    name: after.name == null ? current.name : nfc(after.name),
    shortName: nfc(after.shortName ?? after.name ?? current.shortName),
    symbol: after.symbol ?? current.symbol,
    parent: after.parent ?? current.parent,
  }
  if (!(Object.keys(said) as (keyof typeof said)[]).some((key) => said[key] !== current[key]))
    return department
  const next: PlanDepartmentVersion = { ...current, ...said, validFrom: on, legalBasis }
  const versions = department.versions.flatMap((version) => {
    if (version !== current) return [version]
    return current.validFrom === on ? [next] : [{ ...current, validTo: on }, next]
  })
  return { ...department, versions }
}

/** Who stood under what has ended stands under what took over; the one that took over stands where the ended one stood. */
function underNewParent(
  department: PlanDepartment,
  ended: ReadonlySet<string>,
  parent: string,
  origin: PlanDepartment | null,
  on: Day,
  legalBasis: string | null,
): PlanDepartment {
  if (!isInForce(department, on)) return department
  const under = versionOn(department.versions, on)?.parent ?? null
  if (under === null || !ended.has(under)) return department
  const above = department.code === parent ? origin && versionOn(origin.versions, on)?.parent : parent
  return above ? revised(department, { parent: above }, on, legalBasis) : department
}

const nfc = (text: string) => text.normalize('NFC').trim()
