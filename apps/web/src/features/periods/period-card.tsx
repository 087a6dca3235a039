import { useState } from 'react'
import { formatDay, formatDaysLeft, formatInstant, formatLastDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { AllowDialog } from './allow-dialog.tsx'
import { AllowanceList } from './allowance-list.tsx'
import { PERIOD_STATE, PERIOD_TONE } from './period-words.ts'
import styles from './periods.module.css'
import type { Period } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { usePeriodAct } from './use-period-act.ts'

/** The year's dates as they were frozen, its state, and what its leader may do with it. */
export function PeriodCard({ period }: { period: Period }) {
  const act = usePeriodAct(period.year)
  const [asking, setAsking] = useState<'reopen' | 'allow' | null>(null)
  const { etag, allowedActions } = period
  const may = (action: (typeof allowedActions)[number]) => allowedActions.includes(action)
  return (
    <Card
      title={m.period_settings({ year: period.year })}
      aside={<StatusChip tone={PERIOD_TONE[period.state]}>{PERIOD_STATE[period.state]()}</StatusChip>}
    >
      {act.error && <ProblemNotice error={act.error} />}
      <dl className={styles.dates}>
        <dt>{m.period_cut_off()}</dt>
        <dd>{formatDay(period.dataCutOff)}</dd>
        <Due label={m.period_departments_due()} due={period.departments} />
        <Due label={m.period_ward_due()} due={period.ward} />
        <dt>{m.period_reminders()}</dt>
        <dd>{period.reminders.length > 0 ? period.reminders.join(', ') : m.period_reminders_none()}</dd>
        <dt>{m.period_opened()}</dt>
        <dd>{m.by_whom_when({ by: period.openedBy, at: formatInstant(period.openedAt) })}</dd>
        {period.reopenedBecause !== null && (
          <>
            <dt>{m.period_reopened()}</dt>
            <dd>{period.reopenedBecause}</dd>
          </>
        )}
      </dl>
      <p className={styles.frozen}>{m.period_frozen()}</p>
      <AllowanceList
        allowances={period.allowances}
        onEnd={may('period.allow') ? (id) => act.mutate({ act: 'end', etag, id }) : null}
      />
      <div className={styles.tools}>
        {may('period.allow') && <Button onPress={() => setAsking('allow')}>{m.period_allow()}</Button>}
        {may('period.close') && (
          <Button isPending={act.isPending} onPress={() => act.mutate({ act: 'close', etag })}>
            {m.period_close()}
          </Button>
        )}
        {may('period.lock') && (
          <Button isPending={act.isPending} onPress={() => act.mutate({ act: 'lock', etag })}>
            {m.period_lock()}
          </Button>
        )}
        {may('period.reopen') && <Button onPress={() => setAsking('reopen')}>{m.period_reopen()}</Button>}
      </div>
      <ReasonDialog
        title={m.period_reopen()}
        hint={m.period_reopen_hint()}
        isOpen={asking === 'reopen'}
        onClose={() => setAsking(null)}
        onGive={(reason) => act.mutate({ act: 'reopen', etag, reason })}
      />
      <AllowDialog year={period.year} isOpen={asking === 'allow'} onClose={() => setAsking(null)} />
    </Card>
  )
}

function Due({ label, due }: { label: string; due: Period['ward'] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {formatLastDay(due.lastDay)}
        <span className={styles.quiet}> · {formatDaysLeft(due.daysLeft)}</span>
        {due.lastWorkingDay !== due.lastDay && (
          <span className={styles.note}>
            {' '}
            {m.deadline_closed({ until: formatLastDay(due.lastWorkingDay) })}
          </span>
        )}
      </dd>
    </>
  )
}
