// Which plan this browser looks at: the only one there is, or the one chosen last.

import type { CurrentPlan } from '../lib/current-plan.ts'

const STORAGE_KEY = 'tien-do.plan'

export function choosePlan(plans: readonly CurrentPlan[]): CurrentPlan | null {
  const stored = readStored()
  return plans.find(({ code }) => code === stored) ?? plans[0] ?? null
}

export function rememberPlan(code: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, code)
  } catch {
    // Storage is closed to us: the first plan it is.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
