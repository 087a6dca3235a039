import { useQuery } from '@tanstack/react-query'
import { type Dong, formatDong, sumOf } from '@tien-do/domain/money'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { OnwardLink } from '../../ui/link.tsx'
import { budgetRequestQuery } from '../budget/index.ts'
import styles from './work.module.css'
import type { SubTask } from './work-words.ts'
import type { YearlyPlan } from './yearly-plan-words.ts'

/** What the department asks for in the year, by the piece of work that it pays for. */
export function useMoneyOfWork({ year, department }: YearlyPlan) {
  const plan = useCurrentPlan().code
  const { data: request } = useQuery(budgetRequestQuery(plan, year, department.code))
  const lines = request?.lines ?? []
  const amountOf = (picked: typeof lines): Dong =>
    sumOf(picked.map(({ requested }) => BigInt(requested.amount)))
  return {
    request,
    total: amountOf(lines),
    /** Null where nothing is asked for: blank is not 0. */
    ofWork: ({ code }: SubTask): Dong | null => {
      const own = lines.filter(({ subTask }) => subTask === code)
      return own.length === 0 ? null : amountOf(own)
    },
    /** Asked for on a task, or on the plan as a whole. */
    rest: amountOf(lines.filter(({ subTask }) => subTask === null)),
  }
}

type MoneyOfWork = ReturnType<typeof useMoneyOfWork>

export function WorkMoney({ amount }: { amount: Dong | null }) {
  return (
    <span>
      {amount === null
        ? m.yearly_plan_money_none()
        : m.yearly_plan_money_of_work({ amount: formatDong(amount) })}
    </span>
  )
}

/** The request for money as a whole, beside the pieces of work it is for. */
export function YearlyPlanMoney({ plan, money }: { plan: YearlyPlan; money: MoneyOfWork }) {
  const { request, total, rest } = money
  if (!request) return null
  return (
    <Card
      title={m.yearly_plan_money()}
      foot={
        <OnwardLink to={PATHS.budgetRequest} params={{ nam: String(plan.year), ma: plan.department.code }}>
          {m.yearly_plan_money_open({ year: plan.year })}
        </OnwardLink>
      }
    >
      <p className={styles.line}>
        {request.noCost ? (
          <strong>{m.yearly_plan_money_nothing()}</strong>
        ) : request.lines.length === 0 ? (
          <span>{m.yearly_plan_money_unanswered({ year: plan.year })}</span>
        ) : (
          <>
            <strong>{m.yearly_plan_money_sum({ amount: formatDong(total) })}</strong>
            {rest > 0n && <span>{m.yearly_plan_money_rest({ amount: formatDong(rest) })}</span>}
          </>
        )}
      </p>
    </Card>
  )
}
