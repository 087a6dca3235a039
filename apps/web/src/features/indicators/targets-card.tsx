import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'
import { valueInWords } from './figures.ts'
import type { IndicatorDetail } from './status.ts'
import styles from './targets-card.module.css'

type Target = IndicatorDetail['targets'][number]

const KIND: Record<Target['kind'], () => string> = {
  stated: m.target_kind_stated,
  standing: m.target_kind_standing,
  implied: m.target_kind_implied,
}

const VERDICT: Record<NonNullable<Target['verdict']>, { tone: Tone; words: () => string }> = {
  achieved: { tone: 'ok', words: m.verdict_achieved },
  missed: { tone: 'late', words: m.verdict_missed },
  awaiting_final: { tone: 'none', words: m.verdict_awaiting_final },
}

/** What the plan asks for, in its own words, and what came of each milestone that has passed. */
export function TargetsCard({ indicator }: { indicator: IndicatorDetail }) {
  const { targets, text, ref } = indicator
  return (
    <Card title={m.targets_title()} aside={m.targets_place({ ref })} flush>
      {targets.length === 0 ? (
        <blockquote className={styles.words} lang="vi">
          {text}
        </blockquote>
      ) : (
        <ul>
          {targets.map((target) => (
            <li key={target.milestone} className={styles.target}>
              <div className={styles.head}>
                <b>
                  {target.label}: {valueInWords(indicator, target.target)}
                </b>
                <Verdict verdict={target.verdict} />
              </div>
              <blockquote className={styles.quote} lang="vi">
                {target.text}
              </blockquote>
              <p className={styles.kind}>{KIND[target.kind]()}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Verdict({ verdict }: { verdict: Target['verdict'] }) {
  if (verdict === null) return <span className={styles.open}>{m.target_open()}</span>
  return <StatusChip tone={VERDICT[verdict].tone}>{VERDICT[verdict].words()}</StatusChip>
}
