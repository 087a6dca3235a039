import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OnwardLink, TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toneOf } from '../indicators/index.ts'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { textIn } from '../session/text-in.ts'
import { ChangeList } from './change-list.tsx'
import { FileLinks } from './file-links.tsx'
import { type Report, reportChangesQuery, reportOfYear, reportQuery, reportsQuery } from './queries.ts'
import { CHECK, STATE } from './report-words.ts'
import styles from './reports.module.css'
import { useReportAct } from './use-report-acts.ts'

/** The report on one page, for a phone: what it says, what is red and why, what changed, what waits for a decision. */
export function ApprovalPage() {
  const { nam } = useParams({ from: '/signed-in/bao-cao/$nam/duyet' })
  const { code } = useCurrentPlan()
  const { items } = useSuspenseQuery(reportsQuery(code)).data
  const year = Number(nam)
  usePageTitle(m.ward_approval_title({ year }))
  const brief = reportOfYear(items, year)
  if (!brief)
    return (
      <>
        <PageHeader title={m.ward_approval_title({ year })} />
        <EmptyState icon={FileText} title={m.ward_report_missing({ year })} />
      </>
    )
  return <Approval plan={code} id={brief.id} />
}

function Approval({ plan, id }: { plan: string; id: string }) {
  const report = useSuspenseQuery(reportQuery(plan, id)).data
  const changes = useQuery(reportChangesQuery(plan, id, 'previous')).data?.items ?? []
  const { brief, year, state } = report
  const nam = String(year)
  return (
    <div className={styles.approval}>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.reports}>{m.reports_title()}</TextLink>
            <TextLink to={PATHS.wardReport} params={{ nam }}>
              {nam}
            </TextLink>
          </Breadcrumbs>
        }
        title={m.ward_approval_title({ year })}
        sub={
          <span className={styles.facts}>
            <StatusChip tone={STATE[state].tone}>{STATE[state].name()}</StatusChip>
            <span>{m.ward_report_as_of({ day: formatDay(report.asOf) })}</span>
          </span>
        }
      />
      <Card title={m.ward_approval_brief()}>
        <ol className={styles.brief} lang="vi">
          {brief.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Card>
      <Card title={m.ward_approval_red({ count: brief.red.length })}>
        {brief.red.length === 0 ? (
          <p className={styles.quiet}>{m.ward_approval_red_none()}</p>
        ) : (
          <ul className={styles.red}>
            {brief.red.map(({ code, status, sentence }) => (
              <li key={code}>
                <StatusChip tone={toneOf(status)}>{code}</StatusChip>
                <p lang="vi">{sentence}</p>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {changes.length > 0 && (
        <Card title={m.ward_approval_changed({ count: changes.length })}>
          <ChangeList changes={changes} />
        </Card>
      )}
      <Card title={m.ward_approval_decisions({ count: brief.decisions.length })}>
        {brief.decisions.length === 0 ? (
          <p className={styles.quiet}>{m.ward_approval_decisions_none()}</p>
        ) : (
          <ul className={styles.red}>
            {brief.decisions.map(({ code, title, proposal }) => (
              <li key={code} lang="vi">
                <strong>
                  {code} · {title}
                </strong>
                {proposal && <p>{proposal}</p>}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {report.checks.length > 0 && (
        <Card title={m.ward_report_checks()}>
          <ul className={styles.plain}>
            {report.checks.map(({ code, about }) => (
              <li key={code}>{CHECK[code](about.length)}</li>
            ))}
          </ul>
        </Card>
      )}
      <p className={styles.read}>
        <OnwardLink to={PATHS.wardReport} params={{ nam }}>
          {m.ward_approval_read_all()}
        </OnwardLink>
        <FileLinks plan={plan} id={id} />
      </p>
      <Verdict plan={plan} report={report} />
    </div>
  )
}

function Verdict({ plan, report }: { plan: string; report: Report }) {
  const act = useReportAct(plan, report)
  const [isReturning, setReturning] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const mayApprove = report.allowedActions.includes('ward-report.approve')
  const mayReturn = report.allowedActions.includes('ward-report.return')
  function sendBack(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const reason = textIn(new FormData(event.currentTarget), 'reason').trim()
    setMissing(reason.length < 3)
    if (reason.length >= 3) act.mutate({ act: 'return', reason }, { onSuccess: () => setReturning(false) })
  }
  if (!mayApprove && !mayReturn)
    return act.isSuccess || report.state !== 'submitted' ? (
      <p role="status" className={styles.quiet}>
        {m.ward_approval_done({ state: STATE[report.state].name() })}
      </p>
    ) : (
      <p className={styles.quiet}>{m.ward_report_waits_for_leader()}</p>
    )
  return (
    <div className={styles.verdict}>
      {act.isError && <ProblemNotice error={act.error} />}
      {isReturning ? (
        <form className={styles.stack} onSubmit={sendBack} noValidate>
          <TextArea
            name="reason"
            label={m.ward_approval_reason()}
            autoFocus
            error={isMissing ? m.field_required() : null}
          />
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isPending={act.isPending}>
              {m.ward_approval_return()}
            </Button>
            <Button look="quiet" onPress={() => setReturning(false)}>
              {m.ward_report_cancel()}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.buttons}>
          {mayApprove && (
            <Button look="primary" isPending={act.isPending} onPress={() => act.mutate({ act: 'approve' })}>
              {m.ward_approval_approve()}
            </Button>
          )}
          {mayReturn && <Button onPress={() => setReturning(true)}>{m.ward_approval_return()}</Button>}
        </div>
      )}
    </div>
  )
}
