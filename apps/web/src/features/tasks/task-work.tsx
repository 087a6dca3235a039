import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { subTasksQuery } from './queries.ts'
import { SubTaskForm, SubTaskUpdate } from './sub-task-dialogs.tsx'
import { SubTasksCard } from './sub-tasks-card.tsx'
import type { Task } from './task-words.ts'
import type { TaskSearch } from './tasks-search.ts'

/** The year's pieces of work of a task; what is being written is in the address. */
export function TaskWork({ task, search }: { task: Task; search: TaskSearch }) {
  const plan = useCurrentPlan().code
  const { year } = task.work
  const { items: works } = useSuspenseQuery(subTasksQuery(plan, { year, task: task.code })).data
  const navigate = useNavigate()
  const go = (change: TaskSearch) =>
    navigate({
      to: PATHS.task,
      params: { so: task.code },
      search: { nam: search.nam, ...change },
      resetScroll: false,
    })
  const opened = (code: string | undefined) => works.find((work) => work.code === code)
  const [changing, updating] = [opened(search.sua), opened(search.capnhat)]
  const close = () => go({})
  return (
    <>
      <SubTasksCard
        task={task}
        works={works}
        onAdd={() => go({ them: '1' })}
        onChange={(sua) => go({ sua })}
        onUpdate={(capnhat) => go({ capnhat })}
      />
      {search.them && task.allowedActions.includes('sub-task.add') && (
        <SubTaskForm
          place={{ task: task.code, year, department: task.lead?.department.code }}
          onClose={close}
        />
      )}
      {changing?.allowedActions.includes('sub-task.change') && (
        <SubTaskForm place={{ task: task.code, year }} work={changing} onClose={close} />
      )}
      {updating?.allowedActions.includes('sub-task.update') && (
        <SubTaskUpdate work={updating} onClose={close} />
      )}
    </>
  )
}
