// Why an indicator stands as it does, in one or two sentences: the rule that fired, what is missing, what it takes.

import { ABSENT, formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { amountInWords, rangeInWords, valueInWords, yearInWords } from './figures.ts'
import type { Indicator } from './status.ts'

type Reason = Indicator['reason']
type Says = (indicator: Indicator) => string

function number(indicator: Indicator, name: string): number | null {
  return indicator.reasonNumbers[name] ?? null
}

function value(indicator: Indicator, name: string): string {
  const found = number(indicator, name)
  return found === null ? ABSENT : valueInWords(indicator, found)
}

function amount(indicator: Indicator, name: string): string {
  const found = number(indicator, name)
  return found === null ? ABSENT : amountInWords(indicator, Math.abs(found))
}

const year = ({ milestone }: Indicator) => (milestone ? yearInWords(milestone.on) : '')

/** After a verdict: where it stands by now, when a later figure says something else. */
function sinceThen(indicator: Indicator): string {
  const { milestone, measuredOn, value: now } = indicator
  if (!milestone || !measuredOn || now === null || measuredOn <= milestone.on) return ''
  if (now === number(indicator, 'finalValue')) return ''
  return ` ${m.reason_final_now({ day: formatDay(measuredOn), value: valueInWords(indicator, now) })}`
}

const behindPace: Says = (indicator) => {
  const [delta, pace] = [number(indicator, 'pathDelta'), number(indicator, 'paceRatio')]
  if (pace !== null && pace <= 0) return m.reason_standing_still()
  if (delta !== null && delta < 0) return m.reason_behind_path({ behind: amount(indicator, 'pathDelta') })
  return m.reason_behind_pace({ pace: pace === null ? ABSENT : `${formatNumber(pace * 100, 0)}%` })
}

const MAIN: Record<Reason, Says> = {
  declared_not_applicable: () => m.reason_declared_not_applicable(),
  zero_denominator: ({ counted }) => m.reason_zero_denominator({ unit: counted }),
  not_measured: (indicator) => {
    if (indicator.measure === 'qualitative') return m.reason_qualitative()
    if (number(indicator, 'target') === null || !indicator.milestone) return m.reason_not_measured()
    return m.reason_not_measured_target({ year: year(indicator), target: value(indicator, 'target') })
  },
  no_target: (indicator) =>
    indicator.measure === 'qualitative'
      ? m.reason_qualitative()
      : m.reason_no_target({ value: value(indicator, 'value') }),
  final_met: (indicator) =>
    m.reason_final_met({
      year: year(indicator),
      value: value(indicator, 'finalValue'),
      target: value(indicator, 'finalTarget'),
    }) + sinceThen(indicator),
  final_missed: (indicator) =>
    m.reason_final_missed({
      year: year(indicator),
      value: value(indicator, 'finalValue'),
      target: value(indicator, 'finalTarget'),
    }) + sinceThen(indicator),
  final_not_measured: (indicator) =>
    m.reason_final_not_measured({
      year: year(indicator),
      value: value(indicator, 'value'),
      target: value(indicator, 'finalTarget'),
    }),
  target_met: (indicator) =>
    m.reason_target_met({
      year: year(indicator),
      value: value(indicator, 'value'),
      target: value(indicator, 'target'),
    }),
  single_measurement: () => m.reason_single_measurement(),
  slipped: (indicator) => m.reason_slipped({ shortfall: amount(indicator, 'shortfall') }),
  fell_from_target: (indicator) => m.reason_fell_from_target({ shortfall: amount(indicator, 'shortfall') }),
  below_start: (indicator) =>
    m.reason_below_start({
      lost: amount(indicator, 'gained'),
      anchor: value(indicator, 'anchor'),
      value: indicator.value === null ? ABSENT : valueInWords(indicator, indicator.value),
    }),
  early_on_path: () => m.reason_early_on_path(),
  early_behind: (indicator) =>
    number(indicator, 'pathDelta') === null
      ? m.reason_early_unknown()
      : m.reason_early_behind({ behind: amount(indicator, 'pathDelta') }),
  pace_kept: (indicator) => {
    const delta = number(indicator, 'pathDelta')
    if (delta === null || delta === 0) return m.reason_pace_kept()
    return delta > 0
      ? m.reason_pace_kept_ahead({ ahead: amount(indicator, 'pathDelta') })
      : m.reason_pace_kept_behind({ behind: amount(indicator, 'pathDelta') })
  },
  slowing: (indicator) =>
    m.reason_slowing({
      year: year(indicator),
      forecast: value(indicator, 'forecastLow'),
      target: value(indicator, 'target'),
    }),
  behind_pace: behindPace,
  far_behind_pace: behindPace,
  no_baseline: () => m.reason_no_baseline(),
  qualitative_done: () => m.reason_qualitative_done(),
  qualitative_in_progress: () => m.reason_qualitative_in_progress(),
  qualitative_not_started: () => m.reason_qualitative_not_started(),
}

/** Where what is missing, what it takes and where it leads are worth saying. */
const ASKS_FOR_MORE: ReadonlySet<Reason> = new Set<Reason>([
  'single_measurement',
  'slipped',
  'fell_from_target',
  'below_start',
  'early_behind',
  'slowing',
  'behind_pace',
  'far_behind_pace',
  'no_baseline',
])
const TELLS_FORECAST: ReadonlySet<Reason> = new Set<Reason>(['below_start', 'behind_pace', 'far_behind_pace'])

function remaining({ status, missingUnits, counted }: Indicator): string | null {
  if (status === 'achieved' || !missingUnits) return null
  return m.remaining_units({ count: formatNumber(missingUnits, 0), unit: counted })
}

function required(indicator: Indicator): string | null {
  const { reason, milestone, requiredPerYear, direction } = indicator
  if (!ASKS_FOR_MORE.has(reason) || !milestone || !requiredPerYear) return null
  const words = direction === 'up' ? m.required_more : m.required_less
  return words({
    amount: amountInWords(indicator, requiredPerYear),
    target: valueInWords(indicator, milestone.target),
    year: yearInWords(milestone.on),
  })
}

function forecast(indicator: Indicator): string | null {
  if (!TELLS_FORECAST.has(indicator.reason) || !indicator.forecast || !indicator.milestone) return null
  const range = rangeInWords(indicator, indicator.forecast)
  const on = yearInWords(indicator.milestone.on)
  return range.includes('–')
    ? m.forecast_range({ year: on, range })
    : m.forecast_one({ year: on, value: range })
}

/** The sentences about this indicator, the reason first. */
export function reasonSentence(indicator: Indicator): string {
  return [MAIN[indicator.reason](indicator), remaining(indicator), required(indicator), forecast(indicator)]
    .filter((sentence) => sentence !== null)
    .join(' ')
}
