import { useSuspenseQueries } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { ANSWER, STATE, TONE } from './budget-words.ts'
import { budgetQuery, budgetRequestQuery } from './queries.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestEditor } from './request-editor.tsx'
import { RequestLines } from './request-lines.tsx'

/** One department's answer for one year: entered, judged, allocated and spent on the same page. */
export function BudgetRequestPage() {
  const { nam, ma } = useParams({ from: '/signed-in/du-toan/$nam/$ma' })
  const { code: plan } = useCurrentPlan()
  const [{ data: alone }, { data: budget }] = useSuspenseQueries({
    queries: [budgetRequestQuery(plan, Number(nam), ma), budgetQuery(plan, Number(nam))],
  })
  // From the year, so that what is written goes over the very version that is shown.
  const request = budget.requests.find(({ department }) => department.code === ma) ?? alone
  const title = m.budget_of({ name: request.department.shortName, year: nam })
  usePageTitle(title)
  const mayWrite = request.allowedActions.includes('budget.save')
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.budget} params={{ nam }}>
              {m.budget_title({ year: nam })}
            </TextLink>
            <span>{request.department.shortName}</span>
          </Breadcrumbs>
        }
        title={title}
        sub={
          <>
            <StatusChip tone={request.state ? TONE[request.state] : 'none'}>
              {request.state ? STATE[request.state]() : ANSWER.none()}
            </StatusChip>
            {request.answer === 'no_cost' && <span>{ANSWER.no_cost()}</span>}
            {request.requestedBy && request.requestedAt && (
              <span>
                {m.budget_sent_by({ name: request.requestedBy, at: formatInstant(request.requestedAt) })}
              </span>
            )}
          </>
        }
      />
      {request.state === 'returned' && request.reason && (
        <Notice kind="warning" title={m.budget_returned_because()}>
          {request.reason}
        </Notice>
      )}
      {mayWrite ? (
        <RequestEditor request={request} key={`${nam} ${ma}`} />
      ) : (
        <>
          <RequestActions request={request} key={`acts ${request.etag}`} />
          <RequestLines budget={budget} request={request} key={`${nam} ${ma}`} />
        </>
      )}
    </>
  )
}
