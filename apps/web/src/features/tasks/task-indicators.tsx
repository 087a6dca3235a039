import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { IndicatorRow, summaryQuery } from '../indicators/index.ts'
import type { Task } from './task-words.ts'
import styles from './tasks.module.css'

/** How the indicators stand that this task is to move. */
export function TaskIndicators({ task }: { task: Task }) {
  const { code } = useCurrentPlan()
  const { indicators } = useSuspenseQuery(summaryQuery(code)).data
  const linked = indicators.filter((indicator) => task.indicators.includes(indicator.code))
  return (
    <Card title={m.task_indicators()} flush={linked.length > 0} aside={linked.length > 0 && linked.length}>
      {linked.length > 0 ? (
        <ul>
          {linked.map((indicator) => (
            <li key={indicator.code}>
              <IndicatorRow indicator={indicator} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.note}>{m.task_no_indicators_text()}</p>
      )}
    </Card>
  )
}
