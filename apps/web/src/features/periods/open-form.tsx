import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isFaulty, ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import styles from './periods.module.css'
import { proposalQuery } from './queries.ts'
import { usePeriodAct } from './use-period-act.ts'

const DATES = ['dataCutOff', 'departmentsBefore', 'wardBefore'] as const
const LABEL: Record<(typeof DATES)[number], () => string> = {
  dataCutOff: m.period_cut_off,
  departmentsBefore: m.period_departments_before,
  wardBefore: m.period_ward_before,
}
const FAULT: Record<(typeof DATES)[number], () => string> = {
  dataCutOff: m.period_cut_off_faulty,
  departmentsBefore: m.allowance_last_day_wrong,
  wardBefore: m.period_ward_before_faulty,
}

/** Opens a year with the dates of the plan's rule, or with others: from then on they stay. */
export function OpenForm({ year }: { year: number }) {
  const { data: proposal, error } = useQuery(proposalQuery(useCurrentPlan().code, year))
  if (error) return <ProblemNotice error={error} />
  return proposal ? <Dates proposal={proposal} /> : null
}

function Dates({ proposal }: { proposal: Schemas['PeriodProposal'] }) {
  const open = usePeriodAct(proposal.year)
  const [unread, setUnread] = useState<readonly string[]>([])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const dates = Object.fromEntries(DATES.map((name) => [name, parseDay(textIn(form, name))]))
    const reminders = readDays(textIn(form, 'reminders'))
    const found = [
      ...DATES.filter((name) => dates[name] === null),
      ...(reminders === null ? ['reminders'] : []),
    ]
    setUnread(found)
    if (found.length > 0 || reminders === null) return
    open.mutate({ act: 'open', dates: { ...dates, reminders } })
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      {open.error && <ProblemNotice error={open.error} />}
      {DATES.map((name) => (
        <Field
          key={name}
          label={LABEL[name]()}
          name={name}
          defaultValue={formatDay(proposal[name] as never)}
          autoComplete="off"
          error={
            unread.includes(name)
              ? m.allowance_last_day_wrong()
              : isFaulty(open.error, `/${name}`)
                ? FAULT[name]()
                : null
          }
        />
      ))}
      <Field
        label={m.period_reminders()}
        name="reminders"
        hint={m.period_reminders_hint()}
        defaultValue={proposal.reminders.join(', ')}
        autoComplete="off"
        error={unread.includes('reminders') ? m.period_reminders_wrong() : null}
      />
      <div>
        <Button type="submit" look="primary" isPending={open.isPending}>
          {m.period_open({ year: proposal.year })}
        </Button>
      </div>
    </form>
  )
}

const MOST_DAYS = 60

/** "7, 3, 1, 0" as numbers; null where one of them is none. Nothing is a ladder without rungs. */
function readDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const days = parts.map(Number)
  const isDays = days.every((each) => Number.isInteger(each) && each >= 0 && each <= MOST_DAYS)
  return isDays ? [...new Set(days)] : null
}
