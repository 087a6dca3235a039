import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CircleCheck, ListChecks } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useCurrentPlan, useMay } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { ExportLink } from '../imports/index.ts'
import { subTasksQuery, tasksQuery } from './queries.ts'
import { TaskTable } from './task-table.tsx'
import type { Task } from './task-words.ts'
import { TasksByDepartment } from './tasks-by-department.tsx'
import type { TasksSearch } from './tasks-search.ts'
import styles from './work.module.css'

// Two views of three: each comes when it is chosen.
const TaskBoard = lazy(async () => ({ default: (await import('./task-board.tsx')).TaskBoard }))
const TaskTimeline = lazy(async () => ({ default: (await import('./task-timeline.tsx')).TaskTimeline }))

const LIST = 'danh-sach'

export function TasksPage() {
  usePageTitle(m.tasks_title())
  const { code } = useCurrentPlan()
  const search = useSearch({ from: '/signed-in/nhiem-vu' })
  const year = search.nam ?? Number(yearNow())
  const { items: tasks } = useSuspenseQuery(tasksQuery(code, search.nam)).data
  const mayAssign = useMay('task.assign')
  if (tasks.length === 0) return <NoTasks />

  const unassigned = tasks.filter((task) => task.lead === null)
  const stated = tasks.filter((task) => task.stated.lead !== null).length
  return (
    <>
      <PageHeader
        title={m.tasks_title()}
        sub={m.tasks_count({ count: tasks.length })}
        actions={
          <>
            <ExportLink resource="sub-tasks" />
            <ButtonLink to={PATHS.responsibilities} look="secondary">
              {m.duties_title()}
            </ButtonLink>
          </>
        }
      />
      {unassigned.length > 0 && (
        <Notice
          kind="warning"
          title={m.tasks_unassigned({ count: unassigned.length })}
          actions={
            mayAssign && (
              <ButtonLink to={PATHS.assign} look="primary" size="small">
                {m.assign_title()}
              </ButtonLink>
            )
          }
        >
          {m.tasks_unassigned_why({ stated })}
        </Notice>
      )}
      <Views search={search} year={year} />
      {search.xem === undefined ? (
        <TaskList tasks={tasks} unassigned={unassigned} search={search} />
      ) : (
        <WorkView view={search.xem} tasks={tasks} year={year} />
      )}
    </>
  )
}

function Views({ search, year }: { search: TasksSearch; year: number }) {
  const navigate = useNavigate()
  const go = (change: TasksSearch) => navigate({ to: PATHS.tasks, search: { ...search, ...change } })
  const years = [-2, -1, 0, 1].map((step) => String(Number(yearNow()) + step))
  return (
    <div className={styles.views}>
      <Segmented
        legend={m.tasks_view()}
        hideLegend
        value={search.xem ?? LIST}
        options={[
          { value: LIST, label: m.tasks_view_list() },
          { value: 'bang', label: m.tasks_view_board() },
          { value: 'thoi-gian', label: m.tasks_view_timeline() },
          { value: 'bo-phan', label: m.tasks_view_departments() },
        ]}
        onChange={(xem) => go({ xem: xem === LIST ? undefined : xem })}
      />
      <Select
        label={m.tasks_year()}
        hideLabel
        value={String(year)}
        options={years.map((value) => ({ value, label: m.tasks_year_is({ year: value }) }))}
        onChange={(value) => go({ nam: value === yearNow() ? undefined : Number(value) })}
      />
    </div>
  )
}

interface WorkViewProps {
  view: NonNullable<TasksSearch['xem']>
  tasks: readonly Task[]
  year: number
}

function WorkView({ view, tasks, year }: WorkViewProps) {
  const { code } = useCurrentPlan()
  const { items: works } = useSuspenseQuery(subTasksQuery(code, { year })).data
  if (view === 'bo-phan') return <TasksByDepartment tasks={tasks} works={works} year={year} />
  if (works.length === 0) return <EmptyState title={m.work_none({ year })}>{m.work_none_text()}</EmptyState>
  return (
    <Suspense fallback={<SkeletonRows count={8} />}>
      {view === 'bang' ? <TaskBoard works={works} /> : <TaskTimeline works={works} year={year} />}
    </Suspense>
  )
}

interface TaskListProps {
  tasks: readonly Task[]
  unassigned: readonly Task[]
  search: TasksSearch
}

function TaskList({ tasks, unassigned, search }: TaskListProps) {
  const navigate = useNavigate()
  const assignment = search['phan-cong']
  const shown = assignment === 'chua' ? unassigned : tasks
  return (
    <Card
      title={m.tasks_list()}
      flush
      aside={
        <Segmented
          legend={m.tasks_filter()}
          hideLegend
          value={assignment ?? 'tat-ca'}
          options={[
            { value: 'tat-ca', label: m.tasks_filter_all({ count: tasks.length }) },
            { value: 'chua', label: m.tasks_filter_unassigned({ count: unassigned.length }) },
          ]}
          onChange={(value) =>
            navigate({
              to: PATHS.tasks,
              search: { ...search, 'phan-cong': value === 'chua' ? value : undefined },
              replace: true,
            })
          }
        />
      }
    >
      {shown.length > 0 ? <TaskTable tasks={shown} /> : <AllAssigned />}
    </Card>
  )
}

function NoTasks() {
  return (
    <>
      <PageHeader title={m.tasks_title()} />
      <EmptyState icon={ListChecks} title={m.tasks_empty()}>
        {m.tasks_empty_text()}
      </EmptyState>
    </>
  )
}

function AllAssigned() {
  return (
    <EmptyState
      icon={CircleCheck}
      title={m.tasks_all_assigned()}
      actions={<ButtonLink to={PATHS.tasks}>{m.tasks_show_all()}</ButtonLink>}
    />
  )
}
