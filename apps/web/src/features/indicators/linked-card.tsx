import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import styles from './linked-card.module.css'
import { nameOf } from './names.ts'
import { summaryQuery } from './queries.ts'
import type { IndicatorDetail } from './status.ts'

/** The tasks that serve it, and the indicators that it replaces or is replaced by. */
export function LinkedCard({ indicator }: { indicator: IndicatorDetail }) {
  const { tasks, hiddenInTask, successor, predecessors } = indicator
  const kin = [
    ...predecessors.map((code) => ({ code, words: m.linked_predecessor() })),
    ...(successor ? [{ code: successor, words: m.linked_successor() }] : []),
  ]
  if (tasks.length === 0 && kin.length === 0) return null
  return (
    <Card title={m.linked_title()} flush>
      <ul>
        {kin.map(({ code, words }) => (
          <li key={code} className={styles.item}>
            <span>{words}</span>
            <span>
              <IndicatorLink code={code} />
              <small>{m.linked_not_joined()}</small>
            </span>
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.code} className={styles.item}>
            <span>{task.code}</span>
            <span>
              <TextLink to={PATHS.task} params={{ so: task.code }}>
                {nameOf(task)}
              </TextLink>
              {task.code === hiddenInTask && <small>{m.linked_hidden({ task: task.code })}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** By its name as soon as the overview is known; by its code until then. */
function IndicatorLink({ code }: { code: string }) {
  const { data } = useQuery(summaryQuery(useCurrentPlan().code))
  const found = data?.indicators.find((each) => each.code === code)
  return (
    <TextLink to={PATHS.indicator} params={{ ma: code }}>
      {found ? nameOf(found) : code}
    </TextLink>
  )
}
