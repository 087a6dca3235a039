import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { ShortList } from './obstacle-card.tsx'
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
        <ShortList obstacles={obstacles} />
      ) : (
        <p className={styles.quiet}>{m.obstacles_none_here()}</p>
      )}
      <div className={styles.foot}>
        <RaiseObstacle subject={{ resource, code }} />
      </div>
    </Card>
  )
}
