import { formatDong } from '@tien-do/domain/money'
import type { ReactNode } from 'react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { STATE as OBSTACLE_STATE } from '../obstacles/obstacle-words.ts'
import { PART, requestWords } from './period-words.ts'
import styles from './periods.module.css'
import type { DepartmentReport, ReportReturnNote } from './queries.ts'

/** What has a road of its own and goes along: the obstacles that were raised, and the request for next year's money. */
export function PartsCard({ report }: { report: DepartmentReport }) {
  const { obstacles, request, year, department } = report
  const sent = report.parts.find(({ part }) => part === 'request')?.done ?? 0
  return (
    <Card title={m.parts_title()} flush>
      <ul className={styles.rows}>
        <Part name="obstacles" report={report} aside={m.obstacles_raised({ count: obstacles.length })}>
          <TextLink to={PATHS.obstacles}>{PART.obstacles()}</TextLink>
          {obstacles.map(({ code, title, state }) => (
            <span key={code}>
              <TextLink to={PATHS.obstacle} params={{ so: code }}>
                {code}
              </TextLink>{' '}
              <span lang="vi">{title}</span> · {OBSTACLE_STATE[state]()}
            </span>
          ))}
        </Part>
        <Part name="request" report={report} aside={requestWords(sent)}>
          <TextLink to={PATHS.budgetRequest} params={{ nam: String(year + 1), ma: department.code }}>
            {m.request_of_year({ year: year + 1 })}
          </TextLink>
          {request && (
            <span className={styles.note}>
              {request.noCost
                ? m.request_no_cost()
                : m.request_asks({ amount: formatDong(BigInt(request.requested.amount)) })}
            </span>
          )}
        </Part>
      </ul>
    </Card>
  )
}

interface PartProps {
  name: 'obstacles' | 'request'
  report: DepartmentReport
  aside: string
  children: ReactNode
}

function Part({ name, report, aside, children }: PartProps) {
  const notes = report.returnNotes.filter(({ place }: ReportReturnNote) => place === name)
  return (
    <li id={`phan-${name}`}>
      <span className={styles.stack}>
        {children}
        {notes.map(({ note }) => (
          <span key={note} className={styles.returned}>
            {m.return_note({ note })}
          </span>
        ))}
      </span>
      <span className={styles.quiet}>{aside}</span>
    </li>
  )
}
