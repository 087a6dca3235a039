import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { type Task, taskName } from './task-words.ts'
import styles from './tasks.module.css'

interface TaskNeighboursProps {
  previous: Task | undefined
  next: Task | undefined
}

/** On to the task before and the task after, in the plan's order. */
export function TaskNeighbours({ previous, next }: TaskNeighboursProps) {
  return (
    <nav className={styles.neighbours} aria-label={m.task_neighbours()}>
      {previous && <Neighbour label={m.task_previous()} task={previous} />}
      {next && <Neighbour label={m.task_next()} task={next} />}
    </nav>
  )
}

function Neighbour({ label, task }: { label: string; task: Task }) {
  return (
    <p className={styles.neighbour}>
      <small>
        {label} · {task.code}
      </small>
      <TextLink to={PATHS.task} params={{ so: task.code }}>
        {taskName(task)}
      </TextLink>
    </p>
  )
}
