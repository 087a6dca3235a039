import type { PersonId } from '@tien-do/domain/ids'
import { type Action, can, type Role } from '@tien-do/domain/permission'

/** Whether the gate lets somebody of this role through: only then is the request looked at. */
export function mayTry(role: Role, action: Action, plan: string): boolean {
  const grants = [{ role, plan: null, departments: [] }]
  return can({ personId: '' as PersonId, name: '', grants, scopes: null }, action, { plan }).allowed
}
