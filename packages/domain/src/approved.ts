// Approved figures, as the arithmetic looks at them: one a day, in the order of the days that they describe.

import type { Day } from './day.ts'
import type { Direction } from './indicator.ts'
import { sortByDay } from './path.ts'
import { type Measured, ratioValue } from './value.ts'

/** With counts, the value is their quotient; a denominator of 0 means that there is nothing to count. */
export interface ApprovedFigure extends Measured {
  readonly on: Day
  readonly estimated?: boolean | undefined
  /** Milliseconds since 1970: where one day has two figures, the later revision wins. */
  readonly revisedAt?: number | undefined
}

export type ValuedFigure = ApprovedFigure & { readonly value: number }

/** What was known of the days up to `asOf`: a figure that arrives late takes the place of the day it describes. */
export function figuresUntil(
  asOf: Day,
  figures: readonly ApprovedFigure[],
  direction: Direction,
): readonly ApprovedFigure[] {
  const known = new Map<Day, ApprovedFigure>()
  for (const figure of figures) {
    if (figure.on > asOf) continue
    const candidate = { ...figure, value: quotientOf(figure) }
    if (candidate.value === null && !hasNothingToCount(candidate)) continue
    const other = known.get(figure.on)
    if (!other || supersedes(candidate, other, direction)) known.set(figure.on, candidate)
  }
  return sortByDay([...known.values()])
}

export function hasValue(figure: ApprovedFigure): figure is ValuedFigure {
  return figure.value !== null
}

export function hasNothingToCount(figure: Measured): boolean {
  return figure.denominator === 0
}

function quotientOf({ value, numerator, denominator }: ApprovedFigure): number | null {
  if (numerator == null || denominator == null) return denominator === 0 ? null : value
  const ratio = ratioValue(numerator, denominator)
  return ratio.kind === 'value' ? ratio.value : null
}

/** The later revision; between two of one moment the worse, fuller, estimated one: the order of entry decides nothing. */
function supersedes(a: ApprovedFigure, b: ApprovedFigure, direction: Direction): boolean {
  const later = (a.revisedAt ?? 0) - (b.revisedAt ?? 0)
  if (later !== 0) return later > 0
  if (a.value === null || b.value === null) return a.value === null && b.value !== null
  if (a.value !== b.value) return direction === 'up' ? a.value < b.value : a.value > b.value
  const fuller = (a.denominator ?? 0) - (b.denominator ?? 0)
  return fuller !== 0 ? fuller > 0 : (a.estimated ?? false)
}
