import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import { TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TaskLead } from './task-lead.tsx'
import { KIND, type Task, taskName, WARD_ROLE } from './task-words.ts'
import styles from './tasks.module.css'
import { percentWords } from './work-words.ts'

const INDICATORS_SHOWN = 4

export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const columns: Column<Task>[] = [
    { key: 'task', header: m.tasks_column_task(), rowHeader: true, cell: (task) => <TaskName task={task} /> },
    {
      key: 'role',
      header: m.tasks_column_role(),
      cell: (task) => (
        <span className={cx(styles.stack, styles.role)}>
          {WARD_ROLE[task.role]()}
          <small>{KIND[task.kind]()}</small>
        </span>
      ),
    },
    { key: 'lead', header: m.tasks_column_lead(), cell: (task) => <TaskLead task={task} /> },
    {
      key: 'work',
      header: m.tasks_column_work({ year: tasks[0]?.work.year ?? '' }),
      cell: (task) => <Work task={task} />,
    },
    {
      key: 'clarity',
      header: m.tasks_column_clarity(),
      cell: ({ work: { clarity } }) =>
        m.clarity_count({ clear: clarity.filter(({ clear }) => clear).length, count: clarity.length }),
    },
    {
      key: 'indicators',
      header: m.tasks_column_indicators(),
      cell: (task) => <IndicatorCodes task={task} />,
    },
  ]
  return (
    <div className={styles.tasks}>
      <Table caption={m.tasks_list()} columns={columns} rows={tasks} rowKey={(task) => task.code} />
    </div>
  )
}

function TaskName({ task }: { task: Task }) {
  return (
    <span className={styles.task}>
      <span className={styles.code}>{task.code}</span>
      <TextLink to={PATHS.task} params={{ so: task.code }}>
        {taskName(task)}
      </TextLink>
    </span>
  )
}

/** The first few by name of their code; the rest is counted, and stands on the task's own page. */
function IndicatorCodes({ task: { code, indicators } }: { task: Task }) {
  if (indicators.length === 0) return <Nothing />
  const hidden = indicators.length - INDICATORS_SHOWN
  return (
    <span className={styles.codes}>
      {indicators.slice(0, INDICATORS_SHOWN).map((indicator) => (
        <TextLink key={indicator} to={PATHS.indicator} params={{ ma: indicator }}>
          {indicator}
        </TextLink>
      ))}
      {hidden > 0 && (
        <TextLink className={styles.more} to={PATHS.task} params={{ so: code }}>
          {m.task_more_indicators({ count: hidden })}
        </TextLink>
      )}
    </span>
  )
}

/** How many pieces of work of the year are done, how far they are, and how many are late. */
function Work({ task: { work } }: { task: Task }) {
  const { cancelled, ...counted } = work.counts
  const count = Object.values(counted).reduce((sum, each) => sum + each, 0)
  const late = Object.values(work.lateness.late).reduce((sum, each) => sum + each, 0)
  if (count === 0) return <span className={styles.nothing}>{m.tasks_no_pieces()}</span>
  return (
    <span className={styles.stack}>
      <span>
        {[
          m.tasks_pieces({ done: work.counts.done, count }),
          work.progress !== null && percentWords(work.progress),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {late > 0 && <StatusChip tone="late">{m.tasks_late({ count: late })}</StatusChip>}
    </span>
  )
}

function Nothing() {
  return <span className={styles.nothing}>–</span>
}
