import { m } from '../../paraglide/messages.js'
import { StatusChip } from '../../ui/status-chip.tsx'
import { departmentName, type Task } from './task-words.ts'
import styles from './tasks.module.css'

/** Whose word it is that somebody leads. */
export const LEAD_SOURCE: Record<NonNullable<Task['lead']>['source'], () => string> = {
  plan: m.task_lead_stated,
  ward: m.task_lead_chosen,
  ward_against_plan: m.assign_against_plan,
}

/** Who leads, and who says so. A suggestion stays a suggestion: it never stands where a name would. */
export function TaskLead({ task: { lead, proposedLead } }: { task: Task }) {
  if (lead) {
    return (
      <span className={styles.stack}>
        <span className={styles.name}>{departmentName(lead.department)}</span>
        <small>{LEAD_SOURCE[lead.source]()}</small>
      </span>
    )
  }
  return (
    <span className={styles.stack}>
      <StatusChip tone="none">{m.task_lead_none()}</StatusChip>
      <small>
        {proposedLead
          ? m.task_lead_proposed({ name: departmentName(proposedLead) })
          : m.task_lead_no_proposal()}
      </small>
    </span>
  )
}
