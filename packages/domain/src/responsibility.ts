// What shows that a responsibility of the plan (parts IV, V and the closing) is carried out. The plan file says which
// tasks and deadlines belong to it; what follows from that is read here (decision 0037).

import type { ObstacleKind, ObstacleSubject } from './obstacle.ts'
import type { Plan, PlanResponsibility } from './plan.ts'

type Rules = Pick<Plan, 'deadlines' | 'cycle'>

export interface Fulfilment {
  /** The reports of the departments, due by the cycle's own deadline. */
  readonly departmentReports: boolean
  readonly wardReport: boolean
  /** Every section's detailed plan of the year: laid on all of them, yearly, without a date. */
  readonly yearlyPlans: boolean
  /** The yearly request for money; or, where a rule is laid on nobody, the money by its source. */
  readonly money: boolean
  /** Laid on every section without naming a task or a deadline: their indicators show it. */
  readonly indicators: boolean
}

export function fulfilmentOf(
  { lead, tasks, deadlines }: PlanResponsibility,
  { deadlines: all, cycle }: Rules,
): Fulfilment {
  const isGeneral = tasks.length === 0 && deadlines.length === 0
  const isLaidOnAll = lead.includes('*')
  const asksYearly = all.some(
    ({ code, rule, before }) => deadlines.includes(code) && rule === 'yearly' && before === null,
  )
  return {
    departmentReports: deadlines.includes(cycle.departmentDeadline),
    wardReport: deadlines.includes(cycle.wardDeadline),
    yearlyPlans: isLaidOnAll && asksYearly,
    money: asksYearly || (isGeneral && lead.length === 0),
    indicators: isGeneral && isLaidOnAll,
  }
}

interface Raised {
  readonly kind: ObstacleKind
  readonly subject: ObstacleSubject
  readonly subjectCode: string | null
}

/**
 * Whether an obstacle speaks of the responsibility: any does where obstacles are to be sent as they arise, a finding where
 * an event is to be reported, otherwise one that stands on a task of it.
 */
export function isObstacleOf(
  { tasks, deadlines }: PlanResponsibility,
  { kind, subject, subjectCode }: Raised,
  { deadlines: all }: Pick<Rules, 'deadlines'>,
): boolean {
  const own = all.filter(({ code }) => deadlines.includes(code))
  if (own.some(({ rule }) => rule === 'ad_hoc')) return true
  if (kind === 'cable_finding') return own.some(({ rule }) => rule === 'event')
  return subject === 'task' && subjectCode !== null && tasks.includes(subjectCode)
}
