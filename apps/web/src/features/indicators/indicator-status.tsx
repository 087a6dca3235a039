import { m } from '../../paraglide/messages.js'
import { StatusChip } from '../../ui/status-chip.tsx'
import styles from './indicator-status.module.css'
import { type Indicator, type Judged, statusInWords, toneOf } from './status.ts'

type Shown = Judged & Partial<Pick<Indicator, 'computedStatus'>>

/** The status that is shown; where a person decided it, what the rule says stands beside it. */
export function IndicatorStatus({ indicator }: { indicator: Shown }) {
  const chip = <StatusChip tone={toneOf(indicator.status)}>{statusInWords(indicator)}</StatusChip>
  const { override, computedStatus, provisional } = indicator
  if (!override || !computedStatus) return chip
  return (
    <span className={styles.both}>
      {chip}
      <small className={styles.computed}>
        {m.status_computed({ status: statusInWords({ status: computedStatus, provisional }) })}
      </small>
    </span>
  )
}
