import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { WorkEvidence } from './task-evidence.tsx'
import type { Task } from './task-words.ts'
import styles from './work.module.css'
import { WorkState } from './work-state.tsx'
import { datesOf, outputWords, percentWords, type SubTask, standing } from './work-words.ts'

interface SubTasksCardProps {
  task: Task
  works: readonly SubTask[]
  onAdd: () => void
  onChange: (code: string) => void
  onUpdate: (code: string) => void
}

/** The pieces of work of a task in a year, each with what can be done about it now. */
export function SubTasksCard({ task, works, onAdd, onChange, onUpdate }: SubTasksCardProps) {
  const mayAdd = task.allowedActions.includes('sub-task.add')
  return (
    <Card
      title={m.work_of_year({ year: task.work.year })}
      flush
      aside={
        mayAdd && (
          <Button size="small" onPress={onAdd}>
            {m.work_add()}
          </Button>
        )
      }
    >
      {works.length === 0 ? (
        <EmptyState title={m.work_none({ year: task.work.year })}>{m.work_none_text()}</EmptyState>
      ) : (
        <ul>
          {works.map((work) => (
            <li key={work.code} className={styles.work}>
              <WorkRow work={work} onChange={onChange} onUpdate={onUpdate} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

interface WorkRowProps {
  work: SubTask
  onChange: (code: string) => void
  onUpdate: (code: string) => void
  /** Beside its days and products, where the page knows of money. */
  money?: ReactNode
}

export function WorkRow({ work, onChange, onUpdate, money }: WorkRowProps) {
  const { tone } = standing(work)
  return (
    <>
      <div className={styles.workHead}>
        <h3 lang="vi">
          <span className={styles.code}>{work.code}</span> {work.name}
        </h3>
        <span className={styles.line}>
          {work.asksEvidence && <StatusChip tone="risk">{m.work_evidence_asked()}</StatusChip>}
          <WorkState work={work} />
        </span>
      </div>
      <p className={styles.line}>
        <span>{work.department?.shortName ?? m.work_nobody()}</span>
        <span>{datesOf(work)}</span>
        {work.outputs.map((output) => (
          <span key={output.unit} lang="vi">
            {outputWords(output)}
          </span>
        ))}
        {money}
      </p>
      {work.progress !== null && (
        <div className={styles.progress}>
          <ProgressBar
            at={work.progress}
            tone={tone === 'none' ? 'plain' : tone}
            label={m.work_progress_is({ percent: percentWords(work.progress) })}
          />
          <span aria-hidden>{percentWords(work.progress)}</span>
        </div>
      )}
      {work.note && <p className={styles.quiet}>{work.note}</p>}
      <WorkEvidence work={work} />
      {work.allowedActions.length > 0 && (
        <div className={styles.buttons}>
          {work.allowedActions.includes('sub-task.update') && (
            <Button size="small" look="primary" onPress={() => onUpdate(work.code)}>
              {m.work_update()}
              <span className={styles.spoken}> {work.code}</span>
            </Button>
          )}
          {work.allowedActions.includes('sub-task.change') && (
            <Button size="small" onPress={() => onChange(work.code)}>
              {m.work_change()}
              <span className={styles.spoken}> {work.code}</span>
            </Button>
          )}
        </div>
      )}
    </>
  )
}
