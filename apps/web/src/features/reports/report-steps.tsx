import { parseDay } from '@tien-do/domain/day-vi'
import { type FormEvent, useState } from 'react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import type { Report } from './queries.ts'
import styles from './reports.module.css'
import { DraftButton } from './reports-page.tsx'
import { useReportAct } from './use-report-acts.ts'

/** The next step of the report, for whoever may take it; nothing where it waits for somebody else. */
export function ReportSteps({ plan, report }: { plan: string; report: Report }) {
  const act = useReportAct(plan, report)
  const may = (action: Report['allowedActions'][number]) => report.allowedActions.includes(action)
  return (
    <div className={styles.steps}>
      {act.isError && <ProblemNotice error={act.error} />}
      <div className={styles.buttons}>
        {may('ward-report.submit') && (
          <Button look="primary" isPending={act.isPending} onPress={() => act.mutate({ act: 'submit' })}>
            {m.ward_report_submit()}
          </Button>
        )}
        {may('ward-report.approve') && (
          <ButtonLink look="primary" to={PATHS.reportApproval} params={{ nam: String(report.year) }}>
            {m.ward_report_to_approval()}
          </ButtonLink>
        )}
        {may('ward-report.send') && (
          <Button look="primary" isPending={act.isPending} onPress={() => act.mutate({ act: 'send' })}>
            {m.ward_report_send()}
          </Button>
        )}
        {report.state !== 'draft' && may('ward-report.draft') && report.correctedBy === null && (
          <DraftButton year={report.year} corrects={report} />
        )}
      </div>
      {report.state === 'submitted' && !may('ward-report.approve') && (
        <p>{m.ward_report_waits_for_leader()}</p>
      )}
      {may('ward-report.issue') && <IssueForm act={act} />}
    </div>
  )
}

function IssueForm({ act }: { act: ReturnType<typeof useReportAct> }) {
  const [faults, setFaults] = useState<readonly string[]>([])
  function issue(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = Number(textIn(form, 'number').trim())
    const issuedOn = parseDay(textIn(form, 'issuedOn'))
    const isNumber = Number.isInteger(number) && number > 0
    setFaults([...(isNumber ? [] : ['number']), ...(issuedOn ? [] : ['issuedOn'])])
    if (isNumber && issuedOn) act.mutate({ act: 'issue', issuing: { number, issuedOn } })
  }
  const fault = (name: string) => (faults.includes(name) ? m.field_required() : null)
  return (
    <form className={styles.issue} onSubmit={issue} noValidate aria-label={m.ward_report_issue()}>
      <p>{m.ward_report_issue_hint()}</p>
      <Field name="number" label={m.ward_report_issue_number()} inputMode="numeric" error={fault('number')} />
      <Field
        name="issuedOn"
        label={m.ward_report_issue_day()}
        inputMode="numeric"
        error={fault('issuedOn')}
      />
      <Button type="submit" look="primary" isPending={act.isPending}>
        {m.ward_report_issue()}
      </Button>
    </form>
  )
}
