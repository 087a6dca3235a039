import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDaysLeft, formatInstant, formatLastDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { DecideCard } from './decide-card.tsx'
import { FiguresCard } from './figures-card.tsx'
import { NarrativeCard } from './narrative-card.tsx'
import { PartsCard } from './parts-card.tsx'
import { REPORT_STATE, REPORT_TONE } from './period-words.ts'
import styles from './periods.module.css'
import { type DepartmentReport, reportQuery } from './queries.ts'
import { ReceiptsCard } from './receipts-card.tsx'
import { SubmitCard } from './submit-card.tsx'
import { TasksCard } from './tasks-card.tsx'
import { useNarrative } from './use-narrative.ts'

/** A department checks what it is about to send: what is there, what is missing, its words; and then sends it. */
export function ReportPage() {
  const { nam, boPhan } = useParams({ from: '/signed-in/nop/$nam/$boPhan' })
  const { data: report } = useSuspenseQuery(reportQuery(useCurrentPlan().code, Number(nam), boPhan))
  usePageTitle(m.report_title({ year: report.year, department: report.department.shortName }))
  return <Report key={report.department.code} report={report} />
}

function Report({ report }: { report: DepartmentReport }) {
  const draft = useNarrative(report)
  const [missing, setMissing] = useState<DepartmentReport['missing']>([])
  const mayWrite = report.allowedActions.includes('department-report.write')
  const maySubmit = report.allowedActions.includes('department-report.submit')
  const missed = missing.flatMap(({ part, code }) => (part === 'narrative' && code !== null ? [code] : []))
  return (
    <>
      <PageHeader
        trail={
          <TextLink to={PATHS.board} params={{ nam: String(report.year) }}>
            {m.board_title({ year: report.year })}
          </TextLink>
        }
        title={m.report_title({ year: report.year, department: report.department.shortName })}
        sub={<Standing report={report} />}
      />
      <ReturnedNotice report={report} />
      <ReceiptNotice report={report} />
      <LockNotice report={report} />
      <DecideCard report={report} />
      <FiguresCard report={report} />
      <TasksCard report={report} />
      <PartsCard report={report} />
      <NarrativeCard report={report} draft={draft} mayWrite={mayWrite} missing={missed} />
      {maySubmit && <SubmitCard report={report} draft={draft} onRefused={setMissing} />}
      <ReceiptsCard report={report} />
    </>
  )
}

function Standing({ report }: { report: DepartmentReport }) {
  const { state, lastDay, lastWorkingDay, daysLeft } = report
  const isDue = ['open', 'due_soon', 'overdue', 'returned'].includes(state)
  return (
    <span className={styles.standing}>
      <StatusChip tone={REPORT_TONE[state]}>{REPORT_STATE[state]()}</StatusChip>
      {isDue && (
        <span>
          {m.report_due({ until: formatLastDay(lastDay), left: formatDaysLeft(daysLeft) })}
          {lastWorkingDay !== lastDay && ` ${m.deadline_closed({ until: formatLastDay(lastWorkingDay) })}`}
        </span>
      )}
    </span>
  )
}

function ReturnedNotice({ report }: { report: DepartmentReport }) {
  if (report.state !== 'returned') return null
  const whole = report.returnNotes.filter(({ place }) => place === 'report')
  return (
    <Notice kind="warning" title={m.report_returned({ count: report.returnNotes.length })}>
      {whole.map(({ note }) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  )
}

function ReceiptNotice({ report }: { report: DepartmentReport }) {
  const { state, receipt, submittedAt, complete, year } = report
  if (state !== 'submitted' || receipt === null || submittedAt === null) return null
  return (
    <Notice
      kind={complete ? 'success' : 'warning'}
      live="status"
      title={m.report_sent({ receipt, year, at: formatInstant(submittedAt) })}
    >
      {complete ? m.report_sent_text() : m.report_sent_incomplete()}
    </Notice>
  )
}

function LockNotice({ report }: { report: DepartmentReport }) {
  const { lock, year } = report
  if (lock.state === 'open') return null
  if (lock.state === 'exception')
    return lock.until === null ? null : (
      <Notice title={m.lock_exception({ until: formatInstant(lock.until) })} />
    )
  return <Notice title={lock.state === 'closed' ? m.lock_closed({ year }) : m.lock_locked({ year })} />
}
