import { m } from '../../paraglide/messages.js'
import { StatusChip } from '../../ui/status-chip.tsx'
import { departmentName, type Task } from './task-words.ts'
import styles from './tasks.module.css'

/** Who leads, and who says so. A suggestion stays a suggestion: it never stands where a name would. */
export function TaskLead({ task: { lead, proposedLead } }: { task: Task }) {
  if (lead) {
    return (
      <span className={styles.stack}>
        <span className={styles.name}>{departmentName(lead.department)}</span>
        <small>{lead.stated ? m.task_lead_stated() : m.task_lead_chosen()}</small>
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
