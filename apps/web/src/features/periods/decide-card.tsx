import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { useReportAct } from './use-report-act.ts'

/** What may be done with a report that was sent: take it, send it back, put it into the ward's, take it back. */
export function DecideCard({ report }: { report: DepartmentReport }) {
  const act = useReportAct(report.year, report.department.code)
  const [returning, setReturning] = useState(false)
  const { etag, allowedActions } = report
  const may = (name: 'accept' | 'return' | 'consolidate' | 'withdraw') =>
    allowedActions.includes(`department-report.${name}`)
  if (!(['accept', 'return', 'consolidate', 'withdraw'] as const).some(may)) return null
  return (
    <Card title={m.decide_title()}>
      {act.error && <ProblemNotice error={act.error} />}
      <div className={styles.tools}>
        {may('accept') && (
          <Button
            look="primary"
            isPending={act.isPending}
            onPress={() => act.mutate({ act: 'accept', etag })}
          >
            {m.decide_accept()}
          </Button>
        )}
        {may('return') && <Button onPress={() => setReturning(true)}>{m.return_title()}</Button>}
        {may('consolidate') && (
          <Button isPending={act.isPending} onPress={() => act.mutate({ act: 'consolidate', etag })}>
            {m.decide_consolidate()}
          </Button>
        )}
        {may('withdraw') && (
          <Button isPending={act.isPending} onPress={() => act.mutate({ act: 'withdraw', etag })}>
            {m.decide_withdraw()}
          </Button>
        )}
      </div>
      <ReturnDialog report={report} isOpen={returning} onClose={() => setReturning(false)} />
    </Card>
  )
}
