import type { Role } from '@tien-do/domain/permission'
import { m } from '../paraglide/messages.js'

/** What a role is called in the office. */
export const ROLE_NAME: Readonly<Record<Role, () => string>> = {
  viewer: m.role_viewer,
  officer: m.role_officer,
  coordinator: m.role_coordinator,
  finance: m.role_finance,
  leader: m.role_leader,
  admin: m.role_admin,
}
