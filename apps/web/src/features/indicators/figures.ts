// How an indicator's figures are said: in its unit, with as many digits as keep rounding honest.

import { ABSENT, formatNumber, roundForShow } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Indicator } from './status.ts'

export type Unit = Pick<Indicator, 'unit' | 'counted' | 'shownDecimals'>

const isShare = ({ unit }: Unit) => unit === '%'
/** A dash at which no line breaks. */
const TO = '\u2060–\u2060'

/** "71,6%", "5 trạm" */
export function valueInWords(unit: Unit, value: number): string {
  const number = formatNumber(value, unit.shownDecimals)
  return isShare(unit) ? `${number}%` : m.amount_units({ value: number, unit: unit.unit })
}

/** A difference: "11,9 điểm phần trăm", "5 trạm" */
export function amountInWords(unit: Unit, amount: number): string {
  const value = formatNumber(amount, unit.shownDecimals)
  return isShare(unit) ? m.amount_points({ value }) : m.amount_units({ value, unit: unit.unit })
}

/** "84,2–93%": the smaller one first, whichever is the worse. */
export function rangeInWords(unit: Unit, { low, high }: { low: number; high: number }): string {
  // Rounded first: "60–100%" claims no more than "60,0–100%".
  const [least, most] = [Math.min(low, high), Math.max(low, high)].map((end) =>
    roundForShow(end, unit.shownDecimals),
  ) as [number, number]
  const to = valueInWords(unit, most)
  if (least === most) return to
  return `${formatNumber(least, unit.shownDecimals)}${TO}${to}`
}

/** "13/14" for a list that is ticked off area by area; else the value in its unit. */
export function shownValue(indicator: Indicator): string {
  const { measure, perArea, numerator, denominator, value } = indicator
  if (value === null) return ABSENT
  if (measure === 'checklist' && perArea && numerator !== null && denominator !== null) {
    return `${formatNumber(numerator, 0)}/${formatNumber(denominator, 0)}`
  }
  return valueInWords(indicator, value)
}

/** What stands under a name: what was counted, how far the areas have reported, whether it is an estimate. */
export function countedInWords(indicator: Indicator): string[] {
  const { measure, perArea, numerator, denominator, coverage, missingUnits, counted, estimated } = indicator
  const words: string[] = []
  if (numerator !== null && denominator !== null) {
    if (measure === 'checklist' && perArea) {
      words.push(
        missingUnits
          ? m.checklist_left({ count: formatNumber(missingUnits, 0), unit: counted })
          : m.checklist_complete({ count: formatNumber(denominator, 0), unit: counted }),
      )
    } else {
      const [n, d] = [formatNumber(numerator, 0), formatNumber(denominator, 0)]
      words.push(m.counted_of({ numerator: n, denominator: d, unit: counted }))
    }
  }
  if (coverage) words.push(m.coverage_reported(coverage))
  if (estimated) words.push(m.figure_estimated())
  return words
}

/** How old what is known is; nothing where it is as fresh as it should be. */
export function freshnessInWords(freshness: Indicator['freshness']): string | null {
  if (freshness === null || freshness === 'fresh') return null
  return { due: m.freshness_due, overdue: m.freshness_overdue, stale: m.freshness_stale }[freshness]()
}

/** The year of a day, as it is said: "2030". */
export const yearInWords = (on: string): string => on.slice(0, 4)
