// Where an indicator starts.

import type { Day } from './day.ts'

export const BASELINE_KINDS = ['plan', 'first_measurement'] as const
export type BaselineKind = (typeof BASELINE_KINDS)[number]

export interface Baseline {
  readonly on: Day
  readonly value: number
  readonly kind: BaselineKind
}

/** The baseline is the plan's; else the first approved figure since the plan began, shown as such; else none, never 0. */
export function resolveBaseline(
  plan: { readonly on: Day; readonly value: number } | null,
  approved: readonly { readonly on: Day; readonly value: number | null }[],
  startsOn: Day,
): Baseline | null {
  if (plan) return { on: plan.on, value: plan.value, kind: 'plan' }
  let first: { on: Day; value: number } | null = null
  for (const { on, value } of approved)
    if (value !== null && on >= startsOn && (first === null || on < first.on)) first = { on, value }
  return first && { ...first, kind: 'first_measurement' }
}
