import { Link } from '@tanstack/react-router'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { StatusIcon } from '../../ui/status-chip.tsx'
import { type Indicator, nameOf, reasonSentence, STATUS_GROUPS, toneOf } from '../indicators/index.ts'
import styles from './overview.module.css'

/** Those that are behind, then those at risk: each with its reason in words. */
export function WhyBehind({ indicators }: { indicators: readonly Indicator[] }) {
  const told = [...STATUS_GROUPS.cham.statuses, ...STATUS_GROUPS['nguy-co'].statuses].flatMap((status) =>
    indicators.filter((indicator) => indicator.status === status),
  )
  return (
    <Card title={m.overview_why()} flush={told.length > 0}>
      {told.length === 0 ? (
        <p className={styles.whyNone}>{m.overview_why_none()}</p>
      ) : (
        <ul>
          {told.map((indicator) => (
            <li key={indicator.code}>
              <Link to={PATHS.indicator} params={{ ma: indicator.code }} className={styles.why}>
                <StatusIcon tone={toneOf(indicator.status)} />
                <span>
                  <b>{nameOf(indicator)}</b>
                  <span className={styles.reason}>{reasonSentence(indicator)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
