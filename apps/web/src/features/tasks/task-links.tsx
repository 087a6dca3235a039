import { useQuery } from '@tanstack/react-query'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink, TextLink } from '../../ui/link.tsx'
import { budgetQuery, shownMoney } from '../budget/index.ts'
import { responsibilitiesQuery } from './queries.ts'
import type { Task } from './task-words.ts'
import styles from './work.module.css'

/** Which parts of the plan the task carries out, and the money it has in the year. */
export function TaskLinks({ task }: { task: Task }) {
  const plan = useCurrentPlan().code
  const { year } = task.work
  const duties = useQuery(responsibilitiesQuery(plan, year)).data?.items ?? []
  const money = useQuery(budgetQuery(plan, year)).data?.byTask.find(({ key }) => key === task.code)
  const own = duties.filter(({ tasks }) => tasks.some(({ code }) => code === task.code))
  return (
    <Card
      title={m.task_links()}
      foot={
        <OnwardLink to={PATHS.budget} params={{ nam: String(year) }} search={{ theo: 'nhiem-vu' }}>
          {m.task_links_money({ year })}
        </OnwardLink>
      }
    >
      <ul className={styles.short}>
        {own.length === 0 && <li>{m.task_links_no_duty()}</li>}
        {own.map(({ code, ref }) => (
          <li key={code}>
            <TextLink to={PATHS.responsibilities} hash={code}>
              {m.task_links_duty({ ref })}
            </TextLink>
          </li>
        ))}
      </ul>
      <ul className={styles.short}>
        {money ? (
          <li className={styles.line}>
            <span>{m.task_links_requested({ amount: shownMoney(money.requested) })}</span>
            {money.allocated && (
              <span>{m.task_links_allocated({ amount: shownMoney(money.allocated) })}</span>
            )}
            {money.spent && <span>{m.task_links_spent({ amount: shownMoney(money.spent) })}</span>}
          </li>
        ) : (
          <li>{m.task_links_no_money({ year })}</li>
        )}
      </ul>
    </Card>
  )
}
