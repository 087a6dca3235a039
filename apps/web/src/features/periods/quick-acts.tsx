import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { hasNotSent } from './board-search.ts'
import { CopyText } from './copy-text.tsx'
import styles from './periods.module.css'
import type { ReportBrief } from './queries.ts'
import { reminderFor } from './reminder.ts'
import { useReportAct } from './use-report-act.ts'

interface QuickActsProps {
  report: ReportBrief
  year: number
  mayRemind: boolean
}

/** What can be done about a report in one tap: remind who owes it, accept what was sent. */
export function QuickActs({ report, year, mayRemind }: QuickActsProps) {
  const { department, etag } = report
  const act = useReportAct(year, department.code)
  const mayAccept = report.allowedActions.includes('department-report.accept')
  if (!mayAccept && !(mayRemind && hasNotSent(report))) return null
  return (
    <span className={styles.tools}>
      {mayRemind && hasNotSent(report) && (
        <CopyText
          label={m.board_copy()}
          spoken={m.board_copy_for({ department: department.shortName })}
          text={() => reminderFor(report, year, location.origin)}
        />
      )}
      {mayAccept && (
        <Button
          size="small"
          aria-label={m.board_accept_of({ department: department.shortName })}
          isPending={act.isPending}
          onPress={() => act.mutate({ act: 'accept', etag })}
        >
          {m.decide_accept()}
        </Button>
      )}
      {act.error && <ProblemNotice error={act.error} />}
    </span>
  )
}
