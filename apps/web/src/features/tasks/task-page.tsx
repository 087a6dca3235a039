import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ObstaclesOf } from '../obstacles/index.ts'
import { PlanWords, SubItems } from './plan-words.tsx'
import { tasksQuery } from './queries.ts'
import { TaskAssignment } from './task-assignment.tsx'
import { TaskClarity } from './task-clarity.tsx'
import { TaskEvidence } from './task-evidence.tsx'
import { TaskHistory } from './task-history.tsx'
import { TaskIndicators } from './task-indicators.tsx'
import { TaskLinks } from './task-links.tsx'
import { TaskLog } from './task-log.tsx'
import { TaskNeighbours } from './task-neighbours.tsx'
import { TaskResult } from './task-result.tsx'
import { KIND, type Task, taskName, WARD_ROLE } from './task-words.ts'
import { TaskWork } from './task-work.tsx'
import styles from './tasks.module.css'
import { percentWords } from './work-words.ts'

export function TaskPage() {
  const { so } = useParams({ from: '/signed-in/nhiem-vu/$so' })
  const { code } = useCurrentPlan()
  const search = useSearch({ from: '/signed-in/nhiem-vu/$so' })
  const { items: tasks } = useSuspenseQuery(tasksQuery(code, search.nam)).data
  const at = tasks.findIndex((task) => task.code === so)
  const task = tasks[at]
  usePageTitle(task ? `${task.code} ${taskName(task)}` : m.task_missing({ code: so }))
  if (!task) return <NoSuchTask code={so} />
  return (
    <>
      <TaskHeader task={task} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <PlanWords task={task} />
          <TaskWork task={task} search={search} />
          <TaskResult key={task.work.resultEtag} task={task} />
          <TaskEvidence task={task} />
          <TaskLog task={task} />
          <SubItems task={task} />
        </div>
        <div className={styles.side}>
          <TaskClarity task={task} />
          <TaskAssignment task={task} />
          <TaskHistory task={task} />
          <ObstaclesOf resource="task" code={task.code} />
          <TaskLinks task={task} />
        </div>
        <TaskIndicators task={task} />
      </div>
      <TaskNeighbours previous={tasks[at - 1]} next={tasks[at + 1]} />
    </>
  )
}

function TaskHeader({ task }: { task: Task }) {
  const { work } = task
  const late = Object.values(work.lateness.late).reduce((sum, each) => sum + each, 0)
  return (
    <PageHeader
      trail={
        <Breadcrumbs label={m.app_breadcrumbs_label()}>
          <TextLink to={PATHS.tasks}>{m.tasks_title()}</TextLink>
          <span>{task.code}</span>
        </Breadcrumbs>
      }
      title={taskName(task)}
      sub={
        <>
          <span>{[WARD_ROLE[task.role](), KIND[task.kind]()].join(' · ')}</span>
          {work.progress !== null && (
            <span>{m.work_progress_is({ percent: percentWords(work.progress) })}</span>
          )}
          {late > 0 && <StatusChip tone="late">{m.tasks_late({ count: late })}</StatusChip>}
        </>
      }
      actions={<TaskYear task={task} />}
    />
  )
}

/** The same task in another year. */
function TaskYear({ task }: { task: Task }) {
  const navigate = useNavigate()
  const years = [-2, -1, 0, 1].map((step) => String(Number(yearNow()) + step))
  return (
    <Select
      label={m.tasks_year()}
      hideLabel
      value={String(task.work.year)}
      options={years.map((value) => ({ value, label: m.tasks_year_is({ year: value }) }))}
      onChange={(value) =>
        navigate({ to: PATHS.task, params: { so: task.code }, search: { nam: Number(value) } })
      }
    />
  )
}

function NoSuchTask({ code }: { code: string }) {
  return (
    <>
      <PageHeader title={m.task_missing({ code })} />
      <EmptyState
        icon={MapPinOff}
        title={m.task_missing_text()}
        actions={<ButtonLink to={PATHS.tasks}>{m.tasks_show_all()}</ButtonLink>}
      />
    </>
  )
}
