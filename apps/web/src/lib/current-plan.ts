// The plan that this person is looking at, and what they may do in it. The service decides; the screens only hide.

import type { Schemas } from '@tien-do/api-client'
import { createContext, useContext } from 'react'

export type CurrentPlan = Schemas['Me']['plans'][number]
export type Act = CurrentPlan['allowedActions'][number]

export const CurrentPlanContext = createContext<CurrentPlan | null>(null)

export function useCurrentPlan(): CurrentPlan {
  const plan = useContext(CurrentPlanContext)
  if (!plan) throw new Error('useCurrentPlan belongs inside the signed-in frame')
  return plan
}

/** Whether this act is ever theirs in this plan: what is never allowed is not shown. */
export function useMay(act: Act): boolean {
  return useCurrentPlan().allowedActions.includes(act)
}
