import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { taskAssignmentsQuery } from './queries.ts'
import { departmentName, type Task } from './task-words.ts'
import styles from './work.module.css'

/** Who has led the task, since when, by whose decision. */
export function TaskHistory({ task }: { task: Task }) {
  const plan = useCurrentPlan().code
  const items =
    useQuery({ ...taskAssignmentsQuery(plan, task.code), enabled: task.assigned }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={m.task_history_title()}>
      <ol className={styles.log}>
        {items.map((each) => (
          <li key={each.number}>
            <p className={styles.line}>
              <strong>{each.lead ? departmentName(each.lead) : m.task_lead_none()}</strong>
              <span>{m.assign_from({ day: formatDay(each.from) })}</span>
            </p>
            {each.reason && <p lang="vi">{each.reason}</p>}
            <p className={styles.quiet}>
              {each.assignedBy} · {formatInstant(each.assignedAt)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
