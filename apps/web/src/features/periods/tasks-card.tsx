import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { VERDICT } from '../tasks/work-words.ts'
import { usePlaceName } from './missing-list.tsx'
import { PART } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'

type Task = DepartmentReport['tasks'][number]

/** The tasks that the department leads: what came of each, and a way to where that is written. */
export function TasksCard({ report }: { report: DepartmentReport }) {
  if (report.tasks.length === 0) return null
  return (
    <Card title={PART.tasks()} flush>
      <ul className={styles.rows}>
        {report.tasks.map((each) => (
          <TaskRow key={each.task} report={report} task={each} />
        ))}
      </ul>
    </Card>
  )
}

function TaskRow({
  report,
  task: { task, verdict, result, remaining },
}: {
  report: DepartmentReport
  task: Task
}) {
  const placeName = usePlaceName()
  const lacking = report.missing.filter(({ part, code }) => part === 'tasks' && code === task)
  const notes = report.returnNotes.filter(({ place, code }) => place === 'task' && code === task)
  return (
    <li id={`nhiem-vu-${task}`}>
      <span className={styles.stack}>
        <TextLink to={PATHS.task} params={{ so: task }} search={{ nam: report.year }}>
          {placeName({ part: 'tasks', code: task, lacks: null })}
        </TextLink>
        {result !== null && <span lang="vi">{result}</span>}
        {remaining && (
          <span lang="vi" className={styles.note}>
            {m.result_remaining_is({ text: remaining })}
          </span>
        )}
        {notes.map(({ note }) => (
          <span key={note} className={styles.returned}>
            {m.return_note({ note })}
          </span>
        ))}
      </span>
      <span className={lacking.length > 0 ? styles.short : styles.quiet}>
        {lacking.length > 0
          ? lacking.map(({ lacks }) => lackWords(lacks)).join(', ')
          : verdict && VERDICT[verdict]()}
      </span>
    </li>
  )
}

function lackWords(lacks: DepartmentReport['missing'][number]['lacks']): string {
  return lacks === 'evidence' ? m.lacks_evidence() : m.lacks_result()
}
