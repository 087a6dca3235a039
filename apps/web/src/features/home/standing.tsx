import { formatDay } from '../../lib/format.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink } from '../../ui/link.tsx'
import { IndicatorRow } from '../indicators/index.ts'
import styles from './home.module.css'
import type { Home } from './queries.ts'

/** Where the ward stands: a few indicators, those that are behind first. */
export default function Standing({ standing, figuresUntil }: Pick<Home, 'standing' | 'figuresUntil'>) {
  return (
    <Card
      title={m.home_standing()}
      aside={figuresUntil && m.home_figures_until({ day: formatDay(figuresUntil) })}
      flush
      foot={<OnwardLink to={PATHS.overview}>{m.home_overview()}</OnwardLink>}
    >
      {standing.length > 0 ? (
        <ul>
          {standing.map((indicator) => (
            <li key={indicator.code}>
              <IndicatorRow indicator={indicator} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>{m.home_standing_none()}</p>
      )}
    </Card>
  )
}
