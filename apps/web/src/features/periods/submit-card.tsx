import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../session/problem-notice.tsx'
import { MissingList, placeKey, usePlaceName } from './missing-list.tsx'
import styles from './periods.module.css'
import type { DepartmentReport } from './queries.ts'
import type { NarrativeDraft } from './use-narrative.ts'
import { useReportAct } from './use-report-act.ts'

const SHORTEST = 3

interface SubmitCardProps {
  report: DepartmentReport
  draft: NarrativeDraft
  onRefused: (missing: DepartmentReport['missing']) => void
}

/** Sends the report: what is missing stands here by name; what nobody has may be sent as such, with the reason. */
export function SubmitCard({ report, draft, onRefused }: SubmitCardProps) {
  const act = useReportAct(report.year, report.department.code)
  const placeName = usePlaceName()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [refused, setRefused] = useState(false)
  const { missing } = report
  const excusable = missing.filter(({ part }) => part !== 'narrative')
  const places = [...new Map(excusable.map((each) => [placeKey(each), each]))]
  const reasonOf = (each: DepartmentReport['missing'][number]) => (reasons[placeKey(each)] ?? '').trim()

  async function submit() {
    if (!(await draft.flush())) return
    const without = excusable
      .filter((each) => reasonOf(each).length >= SHORTEST)
      .map((each) => ({ ...each, reason: reasonOf(each) }))
    const stillMissing = missing.filter(
      ({ part, code }) => part === 'narrative' && draft.wordsOf(code as 'results').trim() === '',
    )
    const inTheWay = [...excusable.filter((each) => reasonOf(each).length < SHORTEST), ...stillMissing]
    setRefused(inTheWay.length > 0)
    onRefused(inTheWay)
    if (inTheWay.length === 0) act.mutate({ act: 'submit', etag: draft.latestEtag(), without })
  }

  return (
    <Card title={m.submit_title()}>
      {refused && missing.length > 0 && (
        <Notice kind="error" live="alert" title={m.submit_refused()}>
          <MissingList report={report} />
        </Notice>
      )}
      {act.error && <ProblemNotice error={act.error} />}
      <div className={styles.form}>
        {places.length > 0 && (
          <>
            <p className={styles.note}>{m.submit_without()}</p>
            {places.map(([key, place]) => (
              <Field
                key={key}
                label={m.submit_without_reason({ place: placeName(place) })}
                value={reasons[key] ?? ''}
                onChange={(words) => setReasons((before) => ({ ...before, [key]: words }))}
                autoComplete="off"
              />
            ))}
          </>
        )}
        <p className={styles.note}>{m.submit_text()}</p>
        <div>
          <Button look="primary" isPending={act.isPending} onPress={submit}>
            {m.submit()}
          </Button>
        </div>
      </div>
    </Card>
  )
}
