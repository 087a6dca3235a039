import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { cx } from '../../ui/cx.ts'
import { TextLink } from '../../ui/link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TaskLead } from './task-lead.tsx'
import { departmentName, KIND, type Task, taskName, WARD_ROLE } from './task-words.ts'
import styles from './tasks.module.css'

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
      key: 'coordinating',
      header: m.tasks_column_coordinating(),
      cell: ({ coordinating }) =>
        coordinating.length > 0 ? coordinating.map(departmentName).join(', ') : <Nothing />,
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

function Nothing() {
  return <span className={styles.nothing}>–</span>
}
