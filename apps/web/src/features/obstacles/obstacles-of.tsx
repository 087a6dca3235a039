import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { STATE, TONE, waitSentence } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import { obstaclesQuery } from './queries.ts'
import { RaiseObstacle } from './raise-obstacle.tsx'

interface ObstaclesOfProps {
  resource: 'task' | 'indicator'
  code: string
}

/** What stands in the way of a task or an indicator, and the button that says so. */
export function ObstaclesOf({ resource, code }: ObstaclesOfProps) {
  const plan = useCurrentPlan().code
  const obstacles = useQuery(obstaclesQuery(plan, { [resource]: code })).data?.items ?? []
  return (
    <Card title={m.obstacles_title()} aside={obstacles.length > 0 && obstacles.length}>
      {obstacles.length > 0 ? (
        <ul className={styles.short}>
          {obstacles.map((obstacle) => (
            <li key={obstacle.code}>
              <span className={styles.code}>{obstacle.code}</span>
              <TextLink to={PATHS.obstacle} params={{ so: obstacle.code }}>
                {obstacle.title}
              </TextLink>
              <span className={styles.line}>
                <StatusChip tone={TONE[obstacle.state]}>{STATE[obstacle.state]()}</StatusChip>
                <small>{waitSentence(obstacle)}</small>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{m.obstacles_none_here()}</p>
      )}
      <div className={styles.foot}>
        <RaiseObstacle subject={{ resource, code }} />
      </div>
    </Card>
  )
}
