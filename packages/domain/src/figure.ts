// May this figure be taken down? The same answer for a form, an import and a script.

import { cellKind } from './cell-kind.ts'
import type { Day } from './day.ts'
import type { Measure, QualitativeState } from './indicator.ts'
import { type RatioFault, ratioFaults } from './value.ts'

export interface Figure {
  readonly on: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  /** Where the indicator is judged in words. */
  readonly qualitative?: QualitativeState | null | undefined
  /** The thing is declared not to apply: no figure is owed. */
  readonly notApplicable?: boolean | undefined
}

/** What of the indicator bears on its figures. */
export interface FigureRules {
  readonly measure: Measure
  readonly perArea: boolean
  readonly naturalMin: number | null
  readonly naturalMax: number | null
}

export type FigureField = 'indicator' | 'area' | 'on' | 'numerator' | 'denominator' | 'value'
export type FigureFaultCode =
  | RatioFault
  | 'figure_missing'
  | 'pair_expected'
  | 'value_expected'
  | 'no_figures'
  | 'one_expected'
  | 'area_not_expected'
  | 'future_day'
  | 'below_minimum'
  | 'above_maximum'

export interface FigureFault {
  readonly field: FigureField
  readonly code: FigureFaultCode
  readonly params?: Readonly<Record<string, unknown>>
}

/**
 * All that is wrong with a figure: a share needs both counts and n ≤ d; a count needs a value; what is judged in words
 * has none; an area that itself is what is counted is 1 of 1 or 0 of 1; nothing describes a day that has not come; a
 * figure of one area needs an indicator that is counted by area.
 */
export function figureFaults(
  rules: FigureRules,
  figure: Figure,
  hasArea: boolean,
  today: Day,
): readonly FigureFault[] {
  const faults = faultsOfNumbers(rules, figure)
  if (faults.some(({ code }) => code === 'no_figures')) return faults
  if (hasArea && !figure.notApplicable) faults.push(...oneFaults(rules, figure))
  if (hasArea && !rules.perArea) faults.push({ field: 'area', code: 'area_not_expected' })
  if (figure.on > today) faults.push({ field: 'on', code: 'future_day', params: { today } })
  return faults
}

function faultsOfNumbers(rules: FigureRules, figure: Figure): FigureFault[] {
  const { numerator, denominator, value, qualitative, notApplicable } = figure
  const isCounted = numerator !== null || denominator !== null || value !== null
  if (notApplicable && !isCounted && !qualitative) return []
  if (rules.measure === 'qualitative')
    return isCounted || !qualitative ? [{ field: 'indicator', code: 'no_figures' }] : []
  return rules.measure === 'count' ? valueFaults(rules, figure) : pairFaults(figure)
}

/** Where each area says yes or no, it is one of one. */
function oneFaults(rules: Pick<FigureRules, 'measure' | 'perArea'>, { denominator }: Numbers): FigureFault[] {
  const isOne = cellKind(rules) !== 'yes_no' || denominator === null || denominator === 1
  return isOne ? [] : [{ field: 'denominator', code: 'one_expected', params: { denominator } }]
}

type Numbers = Pick<Figure, 'numerator' | 'denominator' | 'value'>

/** A share wants two whole counts, n ≤ d, and no value beside them. */
export function pairFaults(figure: Numbers): FigureFault[] {
  const { numerator, denominator, value } = figure
  const faults: FigureFault[] = []
  if (value !== null) faults.push({ field: 'value', code: 'pair_expected' })
  if (numerator === null) faults.push({ field: 'numerator', code: 'figure_missing' })
  if (denominator === null) faults.push({ field: 'denominator', code: 'figure_missing' })
  for (const code of ratioFaults(numerator, denominator, 100)) {
    const field = code.startsWith('denominator') ? 'denominator' : 'numerator'
    faults.push({ field, code, params: { numerator, denominator } })
  }
  return faults
}

/** A count wants a value within its natural limits, and no pair beside it. */
export function valueFaults(
  rules: Pick<FigureRules, 'naturalMin' | 'naturalMax'>,
  { numerator, denominator, value }: Numbers,
): FigureFault[] {
  const faults: FigureFault[] = []
  if (numerator !== null) faults.push({ field: 'numerator', code: 'value_expected' })
  if (denominator !== null) faults.push({ field: 'denominator', code: 'value_expected' })
  if (value === null) faults.push({ field: 'value', code: 'figure_missing' })
  else if (rules.naturalMin !== null && value < rules.naturalMin)
    faults.push({ field: 'value', code: 'below_minimum', params: { minimum: rules.naturalMin } })
  else if (rules.naturalMax !== null && value > rules.naturalMax)
    faults.push({ field: 'value', code: 'above_maximum', params: { maximum: rules.naturalMax } })
  return faults
}
