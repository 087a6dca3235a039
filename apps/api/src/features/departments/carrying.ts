// What is known while what is open goes over from one department to another, and what is said of it afterwards.
import { addDays, type Day } from '@tien-do/domain/day'
import { versionOn } from '@tien-do/domain/department'
import type { Succession } from '@tien-do/domain/department-change'
import { successorOf } from '@tien-do/domain/department-succession'
import type { DepartmentId } from '@tien-do/domain/ids'
import type { Plan } from '@tien-do/domain/plan'
import type { Context, Tx } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { Ended } from './carry-over.repo.ts'

export const MOVED_KINDS = [
  'indicator',
  'task',
  'work',
  'obstacle',
  'request',
  'report',
  'yearly_plan',
  'allowance',
  'role',
  'key',
] as const
export type MovedKind = (typeof MOVED_KINDS)[number]

export interface Moved {
  readonly kind: MovedKind
  readonly from: string
  readonly to: string
  /** Its code or year; of a role and a key its identity. */
  readonly what: string
}

/** What every kind of thing needs to know to find where it goes. */
export interface Carrying {
  readonly tx: Tx
  readonly context: Context
  readonly plan: PlanInForce
  readonly after: Plan
  readonly departments: ReadonlyMap<string, DepartmentId>
  readonly successions: readonly Succession[]
  readonly on: Day
  readonly reason: string
  /** By identity: of everybody, those that end among them. */
  readonly codeOf: ReadonlyMap<string, string>
  readonly ended: Ended
}

/** What a department was called on the last day before the act. */
export function nameBefore({ plan, on }: Pick<Carrying, 'plan' | 'on'>, code: string): string {
  const department = plan.plan.departments.find((each) => each.code === code)
  return (department && versionOn(department.versions, addDays(on, -1))?.shortName) ?? code
}

export interface Going<Row> {
  readonly row: Row
  readonly from: string
  readonly to: string
}

/** Those that go to another department, by year and by where they go. */
export function goingFrom<Row extends { readonly departmentId: string; readonly year: number }>(
  { codeOf, successions }: Carrying,
  found: readonly Row[],
): Going<Row>[][] {
  const going = found.map((row) => {
    const from = codeOf.get(row.departmentId) ?? ''
    return { row, from, to: successorOf(successions, from) }
  })
  return [
    ...Map.groupBy(
      going.filter(({ from, to }) => from !== to),
      ({ row, to }) => `${row.year} ${to}`,
    ).values(),
  ]
}
