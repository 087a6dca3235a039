import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import styles from './indicator-page.module.css'
import { QUALITATIVE_WORDS } from './said-figure.ts'
import type { Indicator } from './status.ts'

/** What is judged in words: its newest state, with the words, and why there is no chart. */
export function WordsCard({ indicator: { qualitative } }: { indicator: Indicator }) {
  return (
    <Card title={m.qualitative_title()}>
      {qualitative && (
        <p className={styles.prose}>
          <strong>{QUALITATIVE_WORDS[qualitative.state]()}</strong>
          {` · ${m.fact_as_of({ day: formatDay(qualitative.on) })}`}
        </p>
      )}
      {qualitative?.note && <p className={styles.prose}>{qualitative.note}</p>}
      <p className={styles.prose}>{m.qualitative_text()}</p>
    </Card>
  )
}
