import { Link } from '@tanstack/react-router'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { StatusIcon } from '../../ui/status-chip.tsx'
import {
  type Indicator,
  nameOf,
  reasonSentence,
  STATUS_GROUPS,
  statusInWords,
  toneOf,
} from '../indicators/index.ts'
import styles from './overview.module.css'

/** Those that are behind, then those at risk: each with its reason in words. */
export function WhyBehind({ indicators }: { indicators: readonly Indicator[] }) {
  const told = [...STATUS_GROUPS.cham.statuses, ...STATUS_GROUPS['nguy-co'].statuses].flatMap((status) =>
    // What the leader judged otherwise stays in sight: both judgements are said.
    indicators.filter(({ status: shown, override, computedStatus }) =>
      override ? computedStatus === status || shown === status : shown === status,
    ),
  )
  return (
    <Card title={m.overview_why()} flush={told.length > 0}>
      {told.length === 0 ? (
        <p className={styles.whyNone}>{m.overview_why_none()}</p>
      ) : (
        <ul>
          {[...new Set(told)].map((indicator) => (
            <li key={indicator.code}>
              <Link to={PATHS.indicator} params={{ ma: indicator.code }} className={styles.why}>
                <StatusIcon tone={toneOf(indicator.status)} />
                <span>
                  <b>{nameOf(indicator)}</b>
                  <span className={styles.reason}>{reasonSentence(indicator)}</span>
                  {indicator.override && (
                    <span className={styles.reason}>
                      {m.override_notice({
                        status: statusInWords({ status: indicator.status, provisional: false }),
                        computed: statusInWords({
                          status: indicator.computedStatus,
                          provisional: indicator.provisional,
                        }),
                      })}
                    </span>
                  )}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
