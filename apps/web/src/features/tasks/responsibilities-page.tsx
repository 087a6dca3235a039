import { useSuspenseQuery } from '@tanstack/react-query'
import type { Schemas } from '@tien-do/api-client'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { yearNow } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { shownMoney } from '../budget/index.ts'
import { STATE as OBSTACLE_STATE } from '../obstacles/index.ts'
import { STATE } from '../reports/report-words.ts'
import { responsibilitiesQuery } from './queries.ts'
import { departmentName } from './task-words.ts'
import styles from './work.module.css'

type Responsibility = Schemas['Responsibility']

/** "Who does V.1?": each responsibility with whom the plan names and what fulfils it. */
export function ResponsibilitiesPage() {
  usePageTitle(m.duties_title())
  const { code } = useCurrentPlan()
  const { items } = useSuspenseQuery(responsibilitiesQuery(code, Number(yearNow()))).data
  return (
    <>
      <PageHeader title={m.duties_title()} sub={m.duties_sub({ count: items.length, year: yearNow() })} />
      {items.map((duty) => (
        <Duty key={duty.code} duty={duty} />
      ))}
    </>
  )
}

function Duty({ duty }: { duty: Responsibility }) {
  return (
    <Card title={m.task_ref({ ref: duty.ref })} aside={<span id={duty.code}>{duty.code}</span>}>
      <p className={styles.line}>
        <strong>
          {duty.lead.length > 0 ? duty.lead.map(departmentName).join(', ') : m.duties_nobody_named()}
        </strong>
        {duty.coordinating && <span lang="vi">{m.assign_with({ names: duty.coordinating })}</span>}
      </p>
      <blockquote className={styles.words} lang="vi">
        {duty.text}
      </blockquote>
      <Fulfilment duty={duty} />
    </Card>
  )
}

function Fulfilment({ duty }: { duty: Responsibility }) {
  const { ref } = duty
  return (
    <section className={styles.fulfilment} aria-label={m.duties_fulfilled_by_of({ ref })}>
      <h3>{m.duties_fulfilled_by()}</h3>
      {isNothing(duty) && <p className={styles.quiet}>{m.duties_nothing()}</p>}
      <ul className={styles.short}>
        <Work duty={duty} />
        <Reports duty={duty} />
        <MoneyLines duty={duty} />
        <Obstacles duty={duty} />
      </ul>
    </section>
  )
}

function isNothing(duty: Responsibility): boolean {
  const { tasks, deadlines, yearlyPlans, money, indicators, obstacles } = duty
  return tasks.length + deadlines.length + obstacles.total === 0 && !yearlyPlans && !money && !indicators
}

function Work({ duty: { tasks, indicators, year } }: { duty: Responsibility }) {
  return (
    <>
      {tasks.map((task) => (
        <li key={task.code} className={styles.line}>
          <span>
            <span className={styles.code}>{task.code}</span>{' '}
            <TextLink to={PATHS.task} params={{ so: task.code }}>
              {getLocale() === 'vi' ? task.name : task.nameEn}
            </TextLink>
          </span>
          <span>{task.lead ? departmentName(task.lead) : m.task_lead_none()}</span>
          <span>{m.duties_pieces({ done: task.done, count: task.pieces })}</span>
          {task.late > 0 && <StatusChip tone="late">{m.duties_late({ count: task.late })}</StatusChip>}
          {task.evidence > 0 && <span>{m.duties_evidence({ count: task.evidence })}</span>}
          {task.hasResult && <span>{m.duties_has_result({ year })}</span>}
        </li>
      ))}
      {indicators && (
        <li>
          <TextLink to={PATHS.indicators}>{m.duties_indicators(indicators)}</TextLink>
        </li>
      )}
    </>
  )
}

function Reports({ duty }: { duty: Responsibility }) {
  const { deadlines, yearlyPlans, departmentReports, wardReport, year } = duty
  return (
    <>
      {deadlines.map((deadline) => (
        <li key={deadline.code} className={styles.line}>
          <span className={styles.code}>{deadline.code}</span>
          <TextLink to={PATHS.deadlines}>{deadline.name}</TextLink>
        </li>
      ))}
      {departmentReports && (
        <li>
          <TextLink to={PATHS.board} params={{ nam: String(year) }}>
            {departmentReports.isOpened
              ? m.duties_reports({ ...departmentReports, year })
              : m.duties_reports_not_open({ year })}
          </TextLink>
        </li>
      )}
      {wardReport && (
        <li className={styles.line}>
          <TextLink to={PATHS.wardReport} params={{ nam: String(year) }}>
            {m.duties_ward_report({ year })}
          </TextLink>
          <span>{wardReport.state ? STATE[wardReport.state].name() : m.duties_ward_report_none()}</span>
        </li>
      )}
      {yearlyPlans && (
        <li>
          <TextLink to={PATHS.tasks} search={{ xem: 'bo-phan' }}>
            {m.duties_yearly_plans({ sent: yearlyPlans.sent, expected: yearlyPlans.expected, year })}
          </TextLink>
        </li>
      )}
    </>
  )
}

/** What departments ask for; where the plan lays a rule on nobody, the money by the sources that the rule names. */
function MoneyLines({ duty: { money, lead } }: { duty: Responsibility }) {
  const isRule = lead.length === 0
  return money?.map(({ year, answered, expected, requested, allocated, bySource }) => (
    <li key={year} className={styles.line}>
      <TextLink to={PATHS.budget} params={{ nam: String(year) }}>
        {m.duties_money({ year, answered, expected, amount: shownMoney(requested) })}
      </TextLink>
      {allocated && <span>{m.duties_allocated({ amount: shownMoney(allocated) })}</span>}
      {isRule &&
        bySource.map((each) => (
          <span key={each.source}>
            {m.duties_source({ name: each.name, year, amount: shownMoney(each.requested) })}
          </span>
        ))}
    </li>
  ))
}

function Obstacles({ duty: { obstacles, year } }: { duty: Responsibility }) {
  if (obstacles.total === 0) return null
  return (
    <>
      <li>
        <TextLink to={PATHS.obstacles} search={{ xem: 'tat-ca', nam: String(year) }}>
          {m.duties_obstacles(obstacles)}
        </TextLink>
      </li>
      {obstacles.newest.map(({ code, title, state }) => (
        <li key={code} className={styles.line}>
          <span>
            <span className={styles.code}>{code}</span>{' '}
            <TextLink to={PATHS.obstacle} params={{ so: code }}>
              {title}
            </TextLink>
          </span>
          <span>{OBSTACLE_STATE[state]()}</span>
        </li>
      ))}
    </>
  )
}
