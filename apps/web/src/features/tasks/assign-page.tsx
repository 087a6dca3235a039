import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { departmentsQuery } from '../deadlines/queries.ts'
import { AssignTask } from './assign-task.tsx'
import { tasksQuery } from './queries.ts'
import styles from './work.module.css'

/** Who leads each task: what the plan states stands there already, what it leaves silent is the ward's to choose. */
export function AssignPage() {
  usePageTitle(m.assign_title())
  const { code } = useCurrentPlan()
  const { items: tasks } = useSuspenseQuery(tasksQuery(code)).data
  const { items: departments } = useSuspenseQuery(departmentsQuery(code)).data
  const led = tasks.filter(({ lead }) => lead !== null).length
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.tasks}>{m.tasks_title()}</TextLink>
            <span>{m.assign_title()}</span>
          </Breadcrumbs>
        }
        title={m.assign_title()}
        sub={m.assign_count({ led, count: tasks.length })}
      />
      {led === tasks.length ? (
        <Notice
          kind="success"
          title={m.tasks_all_assigned()}
          actions={
            <ButtonLink to={PATHS.tasks} size="small">
              {m.tasks_show_all()}
            </ButtonLink>
          }
        />
      ) : (
        <Notice title={m.assign_how_title()}>{m.assign_how()}</Notice>
      )}
      <ol className={styles.assignments}>
        {tasks.map((task) => (
          <li key={task.code} id={task.code}>
            <AssignTask key={task.etag} task={task} departments={departments} />
          </li>
        ))}
      </ol>
    </>
  )
}
