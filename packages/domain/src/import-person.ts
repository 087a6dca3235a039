// What a row of a file does about a person: it makes one who is to be invited, with a role. Whoever is there already is
// changed by hand: a file gives nobody more than they have, and makes no way in.

import type { Day } from './day.ts'
import type { PersonFileRow } from './import-registers.ts'
import type { BatchFault } from './import-row-fault.ts'
import type { Role } from './permission.ts'

export interface RoleInFile {
  readonly role: Role
  readonly department: string | null
  readonly from: Day | null
  readonly until: Day | null
}

export interface PersonInFile {
  readonly name: string
  readonly roles: readonly RoleInFile[]
  /** Made by a row above: further rows give further roles. */
  readonly isNew: boolean
}

export type PersonTaken =
  | { readonly outcome: 'created'; readonly person: PersonInFile }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly faults: readonly BatchFault[] }

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
const LONGEST_EMAIL = 254

/** An address by which a person is known: small letters; null where it is none. */
export function emailIn(text: string | null): string | null {
  const email = text?.trim().toLowerCase() ?? ''
  return email.length <= LONGEST_EMAIL && EMAIL.test(email) ? email : null
}

/** `departments`: by code, whether it is there today. */
export function takePerson(
  known: PersonInFile | null,
  row: PersonFileRow,
  departments: ReadonlyMap<string, boolean>,
): PersonTaken {
  const { name, role, department, from, until } = row
  if (emailIn(row.email) === null) return refused('email', 'not_an_email')
  if (name === null || role === null) return refused(name === null ? 'name' : 'role', 'required')
  if (known && known.name !== name) return refused('name', 'field_stays', { name: known.name })
  const held = known?.roles.find((each) => each.role === role && each.department === department)
  if (held && isSame(held, row)) return { outcome: 'unchanged' }
  if (known && !known.isNew) return refused('role', 'field_stays')
  if (held) return refused('role', 'duplicate')
  if (role === 'admin') return refused('role', 'administrator_by_hand')
  if (department !== null && !departments.has(department)) return refused('department', 'unknown_department')
  if (department !== null && !departments.get(department))
    return refused('department', 'department_not_in_force')
  if (from !== null && until !== null && until <= from) return refused('until', 'period_reversed')
  const roles = [...(known?.roles ?? []), { role, department, from, until }]
  return { outcome: 'created', person: { name, roles, isNew: true } }
}

/** A blank day leaves the day as it is. */
function isSame(held: RoleInFile, { from, until }: PersonFileRow): boolean {
  return (from === null || from === held.from) && (until === null || until === held.until)
}

function refused(
  column: string,
  code: BatchFault['code'],
  params?: Readonly<Record<string, unknown>>,
): PersonTaken {
  return { outcome: 'refused', faults: [{ column, code, ...(params ? { params } : {}) }] }
}
