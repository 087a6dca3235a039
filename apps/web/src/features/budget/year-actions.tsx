import { YEAR_ACTS, type YearAct } from '@tien-do/domain/budget'
import { ApiProblem } from '../../lib/api.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './budget.module.css'
import type { Budget } from './queries.ts'
import { useBudgetYearAct } from './use-budget.ts'

const DO: Record<YearAct, () => string> = {
  consolidate: m.budget_do_consolidate,
  unfreeze: m.budget_do_unfreeze,
  submit: m.budget_do_submit,
  allocate: m.budget_do_allocate,
  settle: m.budget_do_settle,
}

/** What Finance may do with the whole year now; a refusal says what is still wanting. */
export function YearActions({ budget }: { budget: Budget }) {
  const act = useBudgetYearAct(budget)
  const open = YEAR_ACTS.filter((each) => budget.allowedActions.includes(`budget.${each}`))
  if (open.length === 0) return null
  return (
    <div className={styles.stack}>
      {act.isError && <Refusal error={act.error} />}
      <div className={styles.buttons}>
        {open.map((each) => (
          <Button
            key={each}
            look={each === 'unfreeze' ? 'quiet' : 'primary'}
            isPending={act.isPending && act.variables === each}
            onPress={() => act.mutate(each)}
          >
            {DO[each]()}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Refusal({ error }: { error: unknown }) {
  const problem = (error instanceof ApiProblem ? error.problem : null) as {
    departments?: string[]
    lines?: { department: string; line: number }[]
  } | null
  if (problem?.departments?.length)
    return (
      <Notice kind="warning" live="alert" title={m.budget_undecided()}>
        {problem.departments.join(', ')}
      </Notice>
    )
  if (problem?.lines?.length)
    return (
      <Notice kind="warning" live="alert" title={m.budget_wanting({ count: problem.lines.length })}>
        {problem.lines.map(({ department, line }) => `${department} (${line})`).join(', ')}
      </Notice>
    )
  return <ProblemNotice error={error} />
}
