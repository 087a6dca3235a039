// The plan's vocabulary of deadlines, in the words of the screen.

import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'

export type Deadline = Schemas['Deadline']
export type Occurrence = NonNullable<Deadline['next']>
export type Department = Schemas['Department']

export const RULE: Record<Deadline['rule'], () => string> = {
  yearly: m.deadline_rule_yearly,
  ad_hoc: m.deadline_rule_ad_hoc,
  event: m.deadline_rule_event,
  horizon: m.deadline_rule_horizon,
}

/** A sender is a code; `*` is how a plan file says "every department". */
export function senderName(code: string | null, departments: readonly Department[]): string | null {
  if (code === null) return null
  if (code === '*') return m.task_all_departments()
  return departments.find((department) => department.code === code)?.shortName ?? code
}
