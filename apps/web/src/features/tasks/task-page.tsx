import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ObstaclesOf } from '../obstacles/index.ts'
import { PlanWords, SubItems } from './plan-words.tsx'
import { tasksQuery } from './queries.ts'
import { TaskAssignment } from './task-assignment.tsx'
import { TaskIndicators } from './task-indicators.tsx'
import { TaskNeighbours } from './task-neighbours.tsx'
import { KIND, type Task, taskName, WARD_ROLE } from './task-words.ts'
import styles from './tasks.module.css'

export function TaskPage() {
  const { so } = useParams({ from: '/signed-in/nhiem-vu/$so' })
  const { code } = useCurrentPlan()
  const { items: tasks } = useSuspenseQuery(tasksQuery(code)).data
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
          <SubItems task={task} />
        </div>
        <div className={styles.side}>
          <TaskAssignment task={task} />
          <ObstaclesOf resource="task" code={task.code} />
          {task.evidence && (
            <Card title={m.task_evidence()}>
              <p lang="vi">{task.evidence}</p>
            </Card>
          )}
        </div>
        <TaskIndicators task={task} />
      </div>
      <TaskNeighbours previous={tasks[at - 1]} next={tasks[at + 1]} />
    </>
  )
}

function TaskHeader({ task }: { task: Task }) {
  return (
    <PageHeader
      trail={
        <Breadcrumbs label={m.app_breadcrumbs_label()}>
          <TextLink to={PATHS.tasks}>{m.tasks_title()}</TextLink>
          <span>{task.code}</span>
        </Breadcrumbs>
      }
      title={taskName(task)}
      sub={[WARD_ROLE[task.role](), KIND[task.kind]()].join(' · ')}
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
