// A permission in words, from the rules themselves: what the reference says under each operation.
import type { DepartmentId, PersonId } from '@tien-do/domain/ids'
import { type Action, can, isOpenToAnyone, ROLES, type Role, SCOPES } from '@tien-do/domain/permission'

/** Which roles and which keys may do it. */
export function whoMay(action: Action): string {
  if (isOpenToAnyone(action)) return 'Open to anyone.'
  const everywhere = ROLES.filter((role) => holds(role, action, undefined))
  const anyDepartment = everywhere.filter((role) => holds(role, action, 'another' as DepartmentId))
  const roles = everywhere.map((role) => (anyDepartment.includes(role) ? role : `${role} (own departments)`))
  const scopes = SCOPES.filter(
    (scope) => can({ ...holder(everywhere[0] ?? 'admin'), scopes: [scope] }, action, { plan: null }).allowed,
  )
  const keys = scopes.length > 0 ? `API keys with one of: ${scopes.join(', ')}.` : 'No API key opens it.'
  return `Permission \`${action}\`: ${roles.join(', ')}. ${keys}`
}

function holder(role: Role) {
  return {
    personId: '' as PersonId,
    name: '',
    grants: [{ role, plan: null, departments: ['own' as DepartmentId] }],
    scopes: null,
  }
}

function holds(role: Role, action: Action, department: DepartmentId | undefined): boolean {
  const subject = department === undefined ? { plan: null } : { plan: null, department }
  return can(holder(role), action, subject).allowed
}
