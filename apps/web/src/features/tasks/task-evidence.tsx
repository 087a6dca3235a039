import { lazy, Suspense, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Task } from './task-words.ts'
import styles from './work.module.css'
import type { SubTask } from './work-words.ts'

const Panel = lazy(async () => ({ default: (await import('../evidence/index.ts')).EvidencePanel }))

/** What shows that the task was worked on in the year; what goes on without an end is asked for it every year. */
export function TaskEvidence({ task }: { task: Task }) {
  const { year, asksEvidence, evidence } = task.work
  return (
    <Card
      title={m.task_evidence_year({ year })}
      aside={evidence > 0 && m.task_evidence_count({ count: evidence })}
    >
      <div className={styles.result}>
        {asksEvidence && <Notice kind="warning" title={m.task_evidence_asked({ year })} />}
        {task.evidence && (
          <p className={styles.quiet} lang="vi">
            {task.evidence}
          </p>
        )}
        <Suspense>
          <Panel resource="task" code={task.code} year={year} />
        </Suspense>
      </div>
    </Card>
  )
}

/** Of one piece of work: how much there is; once opened, what it is. */
export function WorkEvidence({ work: { code, year, evidence } }: { work: SubTask }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.evidence} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {evidence > 0 ? m.task_evidence_count({ count: evidence }) : m.work_evidence_none()}
        <span className={styles.spoken}> {code}</span>
      </summary>
      {isOpen && (
        <Suspense>
          <Panel resource="sub-task" code={code} year={year} />
        </Suspense>
      )}
    </details>
  )
}
