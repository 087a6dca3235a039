import { describe, expect, test } from 'vitest'
import {
  isWithDepartment,
  mayMoveYearlyPlan,
  YEARLY_PLAN_ACT_NAMES,
  YEARLY_PLAN_STATES,
  type YearlyPlanAct,
  type YearlyPlanState,
  yearlyPlanActionsIn,
} from './yearly-plan.ts'

const OPEN: Record<YearlyPlanState, readonly YearlyPlanAct[]> = {
  draft: ['submit'],
  submitted: ['withdraw', 'accept', 'return'],
  returned: ['submit'],
  accepted: ['return'],
}

describe('a yearly plan', () => {
  test.each(YEARLY_PLAN_STATES.flatMap((state) => YEARLY_PLAN_ACT_NAMES.map((act) => [state, act] as const)))(
    'that is %s: %s',
    (state, act) => {
      expect(mayMoveYearlyPlan(act, state)).toBe(OPEN[state].includes(act))
    },
  )
  test('is written only while it lies with its department', () => {
    expect(YEARLY_PLAN_STATES.filter(isWithDepartment)).toEqual(['draft', 'returned'])
    expect(yearlyPlanActionsIn('draft')).toEqual(['yearly-plan.submit', 'sub-task.add', 'yearly-plan.copy'])
    expect(yearlyPlanActionsIn('accepted')).toEqual(['yearly-plan.return'])
  })
})
