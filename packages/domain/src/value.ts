// What a figure is worth: a share from what was counted, a total over areas, and whether a target is met.

import { compareExact, type Exact, exact, exactPercent, roundExact } from './exact.ts'
import type { Direction } from './indicator.ts'

export type RatioValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'not_applicable' }
  | { readonly kind: 'none' }

export const RATIO_FAULTS = [
  'numerator_not_whole',
  'denominator_not_whole',
  'numerator_negative',
  'denominator_negative',
  'numerator_above_denominator',
] as const
export type RatioFault = (typeof RATIO_FAULTS)[number]

/** A value, with what it was counted from where that is known. */
export interface Measured {
  readonly value: number | null
  readonly numerator?: number | null | undefined
  readonly denominator?: number | null | undefined
}

export interface CountedPair {
  readonly numerator: number
  readonly denominator: number
}

export interface Coverage {
  readonly reported: number
  readonly expected: number
}

export interface Pooled {
  readonly value: RatioValue
  readonly numerator: number
  readonly denominator: number
  readonly coverage: Coverage
}

const MOST_DECIMALS = 6

/** A share is 100·n/d; a denominator of 0 is "không áp dụng", never 0; a blank is no value. */
export function ratioValue(numerator: number | null, denominator: number | null): RatioValue {
  if (numerator === null || denominator === null) return { kind: 'none' }
  if (denominator === 0) return { kind: 'not_applicable' }
  return { kind: 'value', value: (100 * numerator) / denominator }
}

/** What makes a pair of counts impossible: refused at the door. A blank is not impossible, only absent. */
export function ratioFaults(
  numerator: number | null,
  denominator: number | null,
  naturalMax: number | null,
): readonly RatioFault[] {
  const faults: RatioFault[] = []
  if (numerator !== null && !Number.isSafeInteger(numerator)) faults.push('numerator_not_whole')
  if (denominator !== null && !Number.isSafeInteger(denominator)) faults.push('denominator_not_whole')
  if (numerator !== null && numerator < 0) faults.push('numerator_negative')
  if (denominator !== null && denominator < 0) faults.push('denominator_negative')
  if (naturalMax === 100 && numerator !== null && denominator !== null && numerator > denominator)
    faults.push('numerator_above_denominator')
  return faults
}

/** A target is met by the counts themselves (100·n ≥ T·d; ≤ where less is better), never by a rounded figure. */
export function meetsTarget(measured: Measured, target: number, direction: Direction): boolean {
  const value = exactValue(measured)
  return value !== null && isMetBy(value, exact(target), direction)
}

/** A total over areas adds what was counted and divides once; areas that have not reported are not guessed. */
export function pool(reported: readonly CountedPair[], expected: number): Pooled {
  const numerator = reported.reduce((sum, part) => sum + part.numerator, 0)
  const denominator = reported.reduce((sum, part) => sum + part.denominator, 0)
  return {
    value: reported.length === 0 ? { kind: 'none' } : ratioValue(numerator, denominator),
    numerator,
    denominator,
    coverage: { reported: reported.length, expected },
  }
}

/** "Còn 400 hộ": how many more must be counted before the target is met, where more is better. */
export function missingUnits(
  numerator: number | null | undefined,
  denominator: number | null | undefined,
  target: number,
  direction: Direction,
): number | null {
  if (direction === 'down' || numerator == null || denominator == null) return null
  const { over, under } = exact(target)
  const product = over * BigInt(denominator)
  const needed = product <= 0n ? 0n : (product + 100n * under - 1n) / (100n * under)
  return Math.max(0, Number(needed) - numerator)
}

/** A figure that rounding would carry across its target is shown with more decimals: 79,96, not 80,0. */
export function displayDecimals(
  measured: Measured,
  target: number | null,
  direction: Direction,
  decimals: number,
): number {
  const value = exactValue(measured)
  if (target === null || value === null) return decimals
  const goal = exact(target)
  const met = isMetBy(value, goal, direction)
  let shown = decimals
  while (shown < MOST_DECIMALS && isMetBy(rounded(value, shown), goal, direction) !== met) shown += 1
  return shown
}

function exactValue({ value, numerator, denominator }: Measured): Exact | null {
  if (numerator != null && denominator != null)
    return denominator === 0 ? null : exactPercent(numerator, denominator)
  return value === null ? null : exact(value)
}

function isMetBy(value: Exact, target: Exact, direction: Direction): boolean {
  const order = compareExact(value, target)
  return direction === 'up' ? order >= 0 : order <= 0
}

function rounded(value: Exact, decimals: number): Exact {
  return { over: roundExact(value, decimals), under: 10n ** BigInt(decimals) }
}
