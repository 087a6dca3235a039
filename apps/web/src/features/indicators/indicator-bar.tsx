import { m } from '../../paraglide/messages.js'
import { ProgressBar, type Tick } from '../../ui/progress-bar.tsx'
import { shownValue, valueInWords, yearInWords } from './figures.ts'
import { type Indicator, toneOf } from './status.ts'

/** How far along: the current milestone says its name, those that are over are quiet ticks. */
export function IndicatorBar({ indicator }: { indicator: Indicator }) {
  const { value, milestone, targets, status } = indicator
  const end = endOfBar(indicator)
  const ticks = targets.map(({ milestone: code, on, target }): Tick => {
    const at = (100 * target) / end
    return code === milestone?.code ? { at, label: tickLabel(on, target, indicator) } : { at }
  })
  return (
    <ProgressBar
      at={value === null ? null : (100 * value) / end}
      tone={toneOf(status)}
      ticks={ticks}
      label={barLabel(indicator)}
    />
  )
}

/** A share runs to 100; a count runs to the most that is reached or aimed at. */
function endOfBar({ unit, value, targets }: Indicator): number {
  if (unit === '%') return 100
  return Math.max(value ?? 0, ...targets.map(({ target }) => target), 1)
}

function tickLabel(on: string, target: number, indicator: Indicator): string {
  return m.bar_tick({ year: yearInWords(on), target: valueInWords(indicator, target) })
}

function barLabel(indicator: Indicator): string {
  const { milestone, value } = indicator
  const words = value === null ? m.value_none() : shownValue(indicator)
  if (!milestone) return words
  return m.bar_label({
    value: words,
    year: yearInWords(milestone.on),
    target: valueInWords(indicator, milestone.target),
  })
}
