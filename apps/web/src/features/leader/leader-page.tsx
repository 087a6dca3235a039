import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { OnwardLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { WhyBehind } from '../home/why-behind.tsx'
import { summaryQuery } from '../indicators/index.ts'
import { ObstacleCard, obstaclesQuery } from '../obstacles/index.ts'
import { ApproveCard } from './approve-card.tsx'
import styles from './leader.module.css'
import { ChangedFigures, EndingOverrides, LateTasks } from './watch-cards.tsx'

const WEEK = 7

/** One page for the leader, phone first: what waits for a decision, what is red and why, what is new this week. */
export function LeaderPage() {
  usePageTitle(m.leader_title())
  const { code: plan } = useCurrentPlan()
  const { indicators, asOf } = useSuspenseQuery(summaryQuery(plan)).data
  const { items: obstacles } = useSuspenseQuery(obstaclesQuery(plan)).data
  const waiting = obstacles.filter(({ waitingFor }) => waitingFor === 'leader')
  const late = obstacles.filter(({ lateDays }) => lateDays > 0)
  const fresh = obstacles.filter(({ ageDays }) => ageDays <= WEEK)
  return (
    <>
      <PageHeader title={m.leader_title()} sub={m.leader_waiting({ count: waiting.length })} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <ObstacleCard
            title={m.leader_decide()}
            obstacles={waiting}
            none={m.leader_decide_none()}
            foot={<OnwardLink to={PATHS.obstacles}>{m.obstacles_title()}</OnwardLink>}
          />
          <ApproveCard />
          <WhyBehind indicators={indicators} />
        </div>
        <div className={styles.column}>
          <LateTasks />
          <ObstacleCard title={m.leader_late()} obstacles={late} none={m.leader_late_none()} />
          <ObstacleCard title={m.leader_week()} obstacles={fresh} none={m.leader_week_none()} />
          <ChangedFigures indicators={indicators} today={asOf} />
          <EndingOverrides indicators={indicators} today={asOf} />
        </div>
      </div>
    </>
  )
}
