// What forbids an act on departments, by the field of the act.

import type { Day } from './day.ts'
import { holdsOn, isInForce, versionOn } from './department.ts'
import type { DepartmentAfter, DepartmentChange, Plan, PlanDepartment } from './plan.ts'
import { fold } from './search-fold.ts'

export const DEPARTMENT_FAULTS = [
  'unknown_department',
  'department_not_in_force',
  'department_changes_later',
  'duplicate_code',
  'duplicate_name',
  'duplicate',
  'needs_name',
  'same_name',
  'too_few',
  'too_many',
  'parent_of_itself',
  'unknown_indicator',
  'unknown_task',
] as const
export type DepartmentFaultCode = (typeof DEPARTMENT_FAULTS)[number]

export interface DepartmentFault {
  /** With the place in its list: `/to/1/code`. */
  readonly field: string
  readonly code: DepartmentFaultCode
  readonly params?: Readonly<Record<string, unknown>>
}

type Organisation = Pick<Plan, 'departments' | 'indicators' | 'tasks'>
type Limits = readonly [least: number, most: number]

const MANY = 100
/** How many an act ends, and how many there are after it. */
const NUMBERS: Readonly<Record<DepartmentChange['act'], { readonly from: Limits; readonly to: Limits }>> = {
  found: { from: [0, 0], to: [1, MANY] },
  rename: { from: [1, 1], to: [1, 1] },
  merge: { from: [1, MANY], to: [1, 1] },
  split: { from: [1, 1], to: [2, MANY] },
  close: { from: [1, MANY], to: [0, 1] },
}

export function faultsOfChange(plan: Organisation, change: DepartmentChange, on: Day): DepartmentFault[] {
  const { act, from, to } = change
  return [
    ...numberFaults('/from', from.length, NUMBERS[act].from),
    ...numberFaults('/to', to.length, NUMBERS[act].to),
    ...from.flatMap((code, index) => endFaults(plan, code, on, `/from/${index}`, from.indexOf(code) < index)),
    ...to.flatMap((after, index) => afterFaults(plan, change, after, on, index)),
    ...nameFaults(plan, change, on),
  ]
}

function numberFaults(field: string, length: number, [least, most]: Limits): DepartmentFault[] {
  if (length < least) return [{ field, code: 'too_few', params: { least } }]
  return length > most ? [{ field, code: 'too_many', params: { most } }] : []
}

/** What ends or changes was there the day before, and nothing later is said of it yet. */
function endFaults(
  plan: Organisation,
  code: string,
  on: Day,
  field: string,
  isTwice: boolean,
): DepartmentFault[] {
  const department = plan.departments.find((each) => each.code === code)
  if (!department) return [{ field, code: 'unknown_department', params: { department: code } }]
  if (isTwice) return [{ field, code: 'duplicate', params: { department: code } }]
  const first = department.versions.map(({ validFrom }) => validFrom).sort(blankFirst)[0] ?? null
  if (!isInForce(department, on) || (first !== null && first >= on))
    return [{ field, code: 'department_not_in_force', params: { department: code, on } }]
  return laterFaults(department, on, field)
}

function laterFaults({ code, versions }: PlanDepartment, on: Day, field: string): DepartmentFault[] {
  const later = versions.find(({ validFrom }) => validFrom !== null && validFrom > on)
  return later
    ? [{ field, code: 'department_changes_later', params: { department: code, on: later.validFrom } }]
    : []
}

const blankFirst = (one: Day | null, other: Day | null) => ((one ?? '') < (other ?? '') ? -1 : 1)

function afterFaults(
  plan: Organisation,
  { act, from, to }: DepartmentChange,
  after: DepartmentAfter,
  on: Day,
  index: number,
): DepartmentFault[] {
  const at = `/to/${index}`
  const faults: DepartmentFault[] = []
  const { code } = after
  const there = plan.departments.find((each) => each.code === code)
  const isTwice = to.findIndex((each) => each.code === code) < index
  if (isTwice) faults.push({ field: `${at}/code`, code: 'duplicate', params: { department: code } })
  if (act === 'found' && there)
    faults.push({ field: `${at}/code`, code: 'duplicate_code', params: { department: code } })
  else if (act === 'rename' && code !== from[0])
    faults.push({ field: `${at}/code`, code: 'unknown_department', params: { department: code } })
  else if (there && !isInForce(there, on))
    faults.push({ field: `${at}/code`, code: 'department_not_in_force', params: { department: code, on } })
  else if (there && act !== 'rename' && !from.includes(code))
    faults.push(...laterFaults(there, on, `${at}/code`))
  if ((!there || act === 'rename') && !after.name?.trim())
    faults.push({ field: `${at}/name`, code: 'needs_name' })
  if (after.parent === code)
    faults.push({ field: `${at}/parent`, code: 'parent_of_itself', params: { department: code } })
  else if (after.parent !== null && !plan.departments.some((each) => each.code === after.parent))
    faults.push({ field: `${at}/parent`, code: 'unknown_department', params: { department: after.parent } })
  return [...faults, ...shareFaults(plan, after, at)]
}

function shareFaults(
  plan: Organisation,
  { indicators, tasks }: DepartmentAfter,
  at: string,
): DepartmentFault[] {
  const missing = (
    field: 'indicators' | 'tasks',
    names: readonly string[],
    code: DepartmentFaultCode,
  ): DepartmentFault[] =>
    names.flatMap((name, index) =>
      plan[field].some((each) => each.code === name)
        ? []
        : [{ field: `${at}/${field}/${index}`, code, params: { code: name } }],
    )
  return [
    ...missing('indicators', indicators, 'unknown_indicator'),
    ...missing('tasks', tasks, 'unknown_task'),
  ]
}

/** On one day two departments never bear one name; a renaming gives another one. */
function nameFaults(plan: Organisation, { act, from, to }: DepartmentChange, on: Day): DepartmentFault[] {
  const ending = act === 'found' ? [] : from
  const taken = new Set(
    plan.departments
      .filter(
        ({ code, versions }) => !ending.includes(code) && versions.some((version) => holdsOn(version, on)),
      )
      .filter(({ code }) => !to.some((after) => after.code === code))
      .map(({ versions }) => fold(versionOn(versions, on)?.name ?? '')),
  )
  return to.flatMap(({ code, name }, index): DepartmentFault[] => {
    if (!name?.trim()) return []
    const field = `/to/${index}/name`
    const before = plan.departments.find((each) => each.code === code)
    if (act === 'rename' && before && saysNothing(before, to[index]!, on))
      return [{ field, code: 'same_name', params: { name } }]
    if (taken.has(fold(name))) return [{ field, code: 'duplicate_name', params: { name } }]
    taken.add(fold(name))
    return []
  })
}

/** Whether what is said of it is what it is on the day. */
function saysNothing({ versions }: PlanDepartment, after: DepartmentAfter, on: Day): boolean {
  const current = versionOn(versions, on)
  const said = ['name', 'shortName', 'symbol', 'parent'] as const
  return said.every((field) => {
    const value = after[field]
    return value === null || value.normalize('NFC').trim() === current?.[field]
  })
}
