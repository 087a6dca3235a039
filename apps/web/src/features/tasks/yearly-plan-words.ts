import type { Schemas } from '@tien-do/api-client'
import { m } from '../../paraglide/messages.js'
import type { Tone } from '../../ui/status-chip.tsx'

export type YearlyPlan = Schemas['YearlyPlan']

export const PLAN_STATE: Record<YearlyPlan['state'], () => string> = {
  draft: m.yearly_plan_draft,
  submitted: m.yearly_plan_submitted,
  returned: m.yearly_plan_returned,
  accepted: m.yearly_plan_accepted,
}

export const PLAN_TONE: Record<YearlyPlan['state'], Tone> = {
  draft: 'none',
  submitted: 'track',
  returned: 'risk',
  accepted: 'ok',
}
