import { ArrowRight } from 'lucide-react'
import { m } from '../../paraglide/messages.js'
import { type Deadline, type Department, senderName } from './deadline-words.ts'
import styles from './deadlines.module.css'

interface DeadlineRouteProps {
  deadline: Deadline
  departments: readonly Department[]
}

/** Who sends, through whom, to whom: the steps that the plan names, in their order. */
export function DeadlineRoute({ deadline, departments }: DeadlineRouteProps) {
  const steps = [
    { label: m.deadline_sender(), name: senderName(deadline.sender, departments) },
    { label: m.deadline_via(), name: deadline.via?.shortName ?? null },
    { label: m.deadline_recipient(), name: deadline.recipient?.shortName ?? null },
  ].filter((step) => step.name !== null)
  if (steps.length === 0) return null
  return (
    <dl className={styles.route}>
      {steps.map(({ label, name }, index) => (
        <div key={label}>
          {index > 0 && <ArrowRight aria-hidden />}
          <dt>{label}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  )
}
