import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CircleCheck, ListChecks } from 'lucide-react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { tasksQuery } from './queries.ts'
import { TaskTable } from './task-table.tsx'

export function TasksPage() {
  usePageTitle(m.tasks_title())
  const { code } = useCurrentPlan()
  const { items: tasks } = useSuspenseQuery(tasksQuery(code)).data
  const { 'phan-cong': assignment } = useSearch({ from: '/signed-in/nhiem-vu' })
  const navigate = useNavigate()
  if (tasks.length === 0) return <NoTasks />

  const unassigned = tasks.filter((task) => task.lead === null)
  const stated = tasks.filter((task) => task.lead?.stated).length
  const shown = assignment === 'chua' ? unassigned : tasks
  return (
    <>
      <PageHeader title={m.tasks_title()} sub={m.tasks_count({ count: tasks.length })} />
      {unassigned.length > 0 && (
        <Notice kind="warning" title={m.tasks_unassigned({ count: unassigned.length })}>
          {m.tasks_unassigned_why({ stated })}
        </Notice>
      )}
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
                search: { 'phan-cong': value === 'chua' ? value : undefined },
                replace: true,
              })
            }
          />
        }
      >
        {shown.length > 0 ? <TaskTable tasks={shown} /> : <AllAssigned />}
      </Card>
    </>
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
