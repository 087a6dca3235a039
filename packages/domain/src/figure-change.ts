// How a figure differs from the one of the period before.

import type { Day } from './day.ts'
import { ratioValue } from './value.ts'

interface Counted {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

export interface FigureChange {
  readonly before: number
  readonly beforeOn: Day
  /** In points where both are shares, else in the figure's own unit. */
  readonly change: number
}

/** What a figure is worth: the share of its two counts in per cent, else its value; null where there is none. */
export function worthOf({ numerator, denominator, value }: Counted): number | null {
  const share = ratioValue(numerator, denominator)
  return share.kind === 'value' ? share.value : value
}

/** What changed since the last figure; null where one of the two is worth nothing that could be compared. */
export function changeSince(
  now: Counted,
  last: (Counted & { readonly on: Day }) | null,
): FigureChange | null {
  const [value, before] = [worthOf(now), last && worthOf(last)]
  if (value === null || before === null || last === null) return null
  return { before, beforeOn: last.on, change: value - before }
}
