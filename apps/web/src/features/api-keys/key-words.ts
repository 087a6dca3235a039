import type { Schemas } from '@tien-do/api-client'
import type { Scope } from '@tien-do/domain/permission'
import { formatDayBefore } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

export type ApiKey = Schemas['ApiKey']

export const SCOPE: Readonly<Record<Scope, () => string>> = {
  'plan:read': m.scope_plan_read,
  'plan:write': m.scope_plan_write,
  'measurements:read': m.scope_measurements_read,
  'measurements:import': m.scope_measurements_import,
  'measurements:write': m.scope_measurements_write,
  'evidence:write': m.scope_evidence_write,
  'tasks:write': m.scope_tasks_write,
  'budget:read': m.scope_budget_read,
  'budget:write': m.scope_budget_write,
  'reports:read': m.scope_reports_read,
  'obstacles:read': m.scope_obstacles_read,
  'obstacles:write': m.scope_obstacles_write,
}

export const STATE: Readonly<Record<ApiKey['state'], { tone: Tone; name: () => string }>> = {
  live: { tone: 'ok', name: m.key_state_live },
  expired: { tone: 'none', name: m.key_state_expired },
  revoked: { tone: 'late', name: m.key_state_revoked },
}

/** "Dùng được đến hết 30/11/2026": at midnight, the day before. */
export const lastDayOf = ({ expiresAt }: ApiKey) => m.key_until({ day: formatDayBefore(expiresAt) })
