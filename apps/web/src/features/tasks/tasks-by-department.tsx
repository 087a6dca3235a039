import { useSuspenseQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink, TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { yearlyPlansQuery } from './queries.ts'
import { type Task, taskName } from './task-words.ts'
import styles from './work.module.css'
import { WorkState } from './work-state.tsx'
import type { SubTask } from './work-words.ts'
import { PLAN_STATE, PLAN_TONE } from './yearly-plan-words.ts'

interface TasksByDepartmentProps {
  tasks: readonly Task[]
  works: readonly SubTask[]
  year: number
}

/** What each department leads and what it does this year. */
export function TasksByDepartment({ tasks, works, year }: TasksByDepartmentProps) {
  const plan = useCurrentPlan().code
  const { items: plans } = useSuspenseQuery(yearlyPlansQuery(plan, year)).data
  return (
    <div className={styles.departments}>
      {plans.map(({ department, state }) => {
        const led = tasks.filter(({ lead }) => lead?.department.code === department.code)
        const own = works.filter((work) => work.department?.code === department.code)
        return (
          <Card
            key={department.code}
            title={department.shortName}
            aside={<StatusChip tone={PLAN_TONE[state]}>{PLAN_STATE[state]()}</StatusChip>}
            foot={
              <OnwardLink to={PATHS.yearlyPlan} params={{ nam: String(year), boPhan: department.code }}>
                {m.yearly_plan_open({ year })}
              </OnwardLink>
            }
          >
            <p className={styles.quiet}>
              {led.length > 0 ? m.department_leads({ count: led.length }) : m.department_leads_none()}
            </p>
            <ul className={styles.short}>
              {led.map((task) => (
                <li key={task.code}>
                  <span className={styles.code}>{task.code}</span>{' '}
                  <TextLink to={PATHS.task} params={{ so: task.code }} search={{ nam: year }}>
                    {taskName(task)}
                  </TextLink>
                </li>
              ))}
            </ul>
            {own.length > 0 && (
              <ul className={styles.short}>
                {own.map((work) => (
                  <li key={work.code} className={styles.line}>
                    <span lang="vi">
                      <span className={styles.code}>{work.code}</span> {work.name}
                    </span>
                    <WorkState work={work} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )
      })}
    </div>
  )
}
