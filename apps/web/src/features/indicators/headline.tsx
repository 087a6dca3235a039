import { formatDay, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import {
  amountInWords,
  countedInWords,
  rangeInWords,
  shownValue,
  valueInWords,
  yearInWords,
} from './figures.ts'
import styles from './headline.module.css'
import { IndicatorBar } from './indicator-bar.tsx'
import { reasonSentence } from './reason-sentence.ts'
import type { Indicator } from './status.ts'

/** Where it stands and why, in one sentence; beside it the figures that the sentence rests on. */
export function Headline({ indicator }: { indicator: Indicator }) {
  const { value, measuredOn, targets } = indicator
  const words = [
    ...countedInWords(indicator),
    ...(measuredOn ? [m.fact_as_of({ day: formatDay(measuredOn) })] : []),
  ]
  const facts = factsOf(indicator)
  return (
    <section className={styles.headline}>
      <div className={styles.now}>
        {value !== null && <p className={styles.value}>{shownValue(indicator)}</p>}
        {words.length > 0 && <p className={styles.counted}>{words.join(' · ')}</p>}
        <p className={styles.sentence}>{reasonSentence(indicator)}</p>
        {targets.length > 0 && <IndicatorBar indicator={indicator} />}
      </div>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ name, words: fact }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

interface Fact {
  name: string
  words: string | null
}

function factsOf(indicator: Indicator): Fact[] {
  const {
    milestone,
    expected,
    missingUnits,
    requiredPerYear,
    forecast,
    counted,
    direction,
    value,
    measuredOn,
  } = indicator
  if (!milestone) return []
  const year = yearInWords(milestone.on)
  // After its last day a milestone is a verdict; there is no path to it any more.
  const isOver = measuredOn !== null && measuredOn > milestone.on
  const facts: Fact[] = [
    { name: m.fact_target({ year }), words: valueInWords(indicator, milestone.target) },
    {
      name: m.fact_expected(),
      words: isOver || value === null || expected === null ? null : valueInWords(indicator, expected),
    },
    {
      name: m.fact_missing(),
      words: missingUnits ? m.amount_units({ value: formatNumber(missingUnits, 0), unit: counted }) : null,
    },
    {
      name: direction === 'up' ? m.fact_required() : m.fact_required_less(),
      words: requiredPerYear ? amountInWords(indicator, requiredPerYear) : null,
    },
    { name: m.fact_forecast({ year }), words: forecast && rangeInWords(indicator, forecast) },
  ]
  return facts.filter(({ words }) => words !== null)
}
