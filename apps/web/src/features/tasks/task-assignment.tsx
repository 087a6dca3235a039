import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TaskLead } from './task-lead.tsx'
import { departmentName, type Task } from './task-words.ts'
import styles from './tasks.module.css'

/** Who carries the task out, and how firm each name is. */
export function TaskAssignment({ task }: { task: Task }) {
  const { lead, proposedLead, coordinating } = task
  return (
    <Card title={m.task_assignment()}>
      <dl className={styles.facts}>
        <div>
          <dt>{m.task_lead()}</dt>
          <dd>
            <TaskLead task={task} />
            {!lead && (
              <p className={styles.note}>{proposedLead ? m.task_proposal_note() : m.task_none_note()}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{m.task_coordinating()}</dt>
          {coordinating.length > 0 ? (
            coordinating.map((department) => <dd key={department.code}>{departmentName(department)}</dd>)
          ) : (
            <dd className={styles.nothing}>{m.task_not_stated()}</dd>
          )}
        </div>
      </dl>
    </Card>
  )
}
