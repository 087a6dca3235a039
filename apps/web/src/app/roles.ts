// What a person is in the house, in the office's words.

import type { Schemas } from '@tien-do/api-client'
import { m } from '../paraglide/messages.js'

type Grant = Schemas['Me']['roles'][number]

const ROLE_NAME: Record<Grant['role'], () => string> = {
  viewer: m.role_viewer,
  officer: m.role_officer,
  coordinator: m.role_coordinator,
  finance: m.role_finance,
  leader: m.role_leader,
  admin: m.role_admin,
}

/** The roles held in this plan, each once; a role without a plan holds in all of them. */
export function rolesInWords(roles: readonly Grant[], plan: string | null): string {
  const held = roles.filter((grant) => grant.plan === null || grant.plan === plan)
  return [...new Set(held.map(({ role }) => ROLE_NAME[role]()))].join(' · ')
}
