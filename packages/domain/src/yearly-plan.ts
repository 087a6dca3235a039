// The yearly detailed plan of a department (part IV.2): its pieces of work of one year, sent, returned or accepted.

import type { Action } from './permission.ts'

export const YEARLY_PLAN_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const
export type YearlyPlanState = (typeof YEARLY_PLAN_STATES)[number]

interface Transition {
  readonly action: Action
  readonly from: readonly YearlyPlanState[]
  readonly to: YearlyPlanState
  /** The act owes a note. */
  readonly note: boolean
}

/** The only ways a yearly plan moves. An accepted one is opened again by returning it. */
export const YEARLY_PLAN_ACTS = {
  submit: { action: 'yearly-plan.submit', from: ['draft', 'returned'], to: 'submitted', note: false },
  withdraw: { action: 'yearly-plan.withdraw', from: ['submitted'], to: 'draft', note: false },
  accept: { action: 'yearly-plan.accept', from: ['submitted'], to: 'accepted', note: false },
  return: { action: 'yearly-plan.return', from: ['submitted', 'accepted'], to: 'returned', note: true },
} as const satisfies Record<string, Transition>

export type YearlyPlanAct = keyof typeof YEARLY_PLAN_ACTS
export const YEARLY_PLAN_ACT_NAMES = Object.keys(YEARLY_PLAN_ACTS) as YearlyPlanAct[]

export function mayMoveYearlyPlan(act: YearlyPlanAct, state: YearlyPlanState): boolean {
  return (YEARLY_PLAN_ACTS[act].from as readonly YearlyPlanState[]).includes(state)
}

/** The permissions whose acts a yearly plan in this state is open to; copying and writing only while it is the department's. */
export function yearlyPlanActionsIn(state: YearlyPlanState): Action[] {
  const moves = Object.values(YEARLY_PLAN_ACTS).filter(({ from }) =>
    (from as readonly YearlyPlanState[]).includes(state),
  )
  return [...moves.map(({ action }) => action), ...(isWithDepartment(state) ? WRITING : [])]
}

const WRITING: readonly Action[] = ['sub-task.add', 'yearly-plan.copy']

/** While it lies with the department its pieces of work may be planned anew; progress is reported in every state. */
export function isWithDepartment(state: YearlyPlanState): boolean {
  return state === 'draft' || state === 'returned'
}
