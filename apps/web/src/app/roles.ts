// What a person is in the house, in the office's words.

import type { Schemas } from '@tien-do/api-client'
import { ROLE_NAME } from '../lib/role-name.ts'

type Grant = Schemas['Me']['roles'][number]

/** The roles held in this plan, each once; a role without a plan holds in all of them. */
export function rolesInWords(roles: readonly Grant[], plan: string | null): string {
  const held = roles.filter((grant) => grant.plan === null || grant.plan === plan)
  return [...new Set(held.map(({ role }) => ROLE_NAME[role]()))].join(' · ')
}
