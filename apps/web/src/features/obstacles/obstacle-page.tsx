import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCurrentPlan } from '../../lib/current-plan.ts'
import { formatDay, formatInstant } from '../../lib/format.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { EvidencePanel } from '../evidence/index.ts'
import { ObstacleActions } from './obstacle-actions.tsx'
import { SubjectLine } from './obstacle-table.tsx'
import { ObstacleTimeline } from './obstacle-timeline.tsx'
import { KIND, STATE, TONE, waitSentence } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import { type Obstacle, obstacleQuery } from './queries.ts'

/** One obstacle: what it is, whom it waits for, what may be done now, and what happened so far. */
export function ObstaclePage() {
  const { so } = useParams({ from: '/signed-in/vuong-mac/$so' })
  const { code: plan } = useCurrentPlan()
  const { obstacle, events, merged } = useSuspenseQuery(obstacleQuery(plan, so)).data
  usePageTitle(`${obstacle.code} ${obstacle.title}`)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs label={m.app_breadcrumbs_label()}>
            <TextLink to={PATHS.obstacles}>{m.obstacles_title()}</TextLink>
            <span>{obstacle.code}</span>
          </Breadcrumbs>
        }
        title={obstacle.title}
        sub={
          <>
            <StatusChip tone={TONE[obstacle.state]}>{STATE[obstacle.state]()}</StatusChip>
            <span>{waitSentence(obstacle)}</span>
            <span>{m.obstacle_age({ days: obstacle.ageDays })}</span>
          </>
        }
      />
      {obstacle.mergedInto && (
        <Notice>
          {m.obstacle_merged_into()}{' '}
          <TextLink to={PATHS.obstacle} params={{ so: obstacle.mergedInto }}>
            {obstacle.mergedInto}
          </TextLink>
        </Notice>
      )}
      {obstacle.lateDays > 0 && (
        <Notice kind="warning" title={m.obstacle_late({ days: obstacle.lateDays })} />
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Facts obstacle={obstacle} merged={merged} />
          <Answer obstacle={obstacle} />
          <Card title={m.obstacle_evidence()}>
            <EvidencePanel resource="obstacle" code={obstacle.code} year={obstacle.year} />
          </Card>
        </div>
        <div className={styles.column}>
          <ObstacleActions obstacle={obstacle} key={obstacle.etag} />
          <ObstacleTimeline events={events} />
        </div>
      </div>
    </>
  )
}

function Facts({ obstacle, merged }: { obstacle: Obstacle; merged: readonly string[] }) {
  const facts: [string, React.ReactNode][] = [
    [m.obstacles_kind(), KIND[obstacle.kind]()],
    [m.obstacles_column_raiser(), obstacle.department.name],
    [m.obstacle_raised(), `${obstacle.raisedBy}, ${formatInstant(obstacle.raisedAt)}`],
    [m.obstacle_place(), obstacle.place],
    [m.obstacle_enterprise(), obstacle.enterprise],
    [
      m.obstacle_merged(),
      merged.length > 0 &&
        merged.map((code) => (
          <TextLink key={code} to={PATHS.obstacle} params={{ so: code }}>
            {code}
          </TextLink>
        )),
    ],
  ]
  return (
    <Card title={m.obstacle_facts()}>
      <p className={styles.prose}>{obstacle.detail ?? m.obstacle_no_detail()}</p>
      <SubjectLine obstacle={obstacle} />
      <dl className={styles.facts}>
        {facts.map(
          ([term, value]) =>
            value && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  )
}

/** The proposal, the decision and what came of it: the words people look for. */
function Answer({ obstacle }: { obstacle: Obstacle }) {
  const { proposal, decision, actingDepartment, dueOn, workOrdered, result } = obstacle
  if (!proposal && !decision && !result) return null
  return (
    <Card title={m.obstacle_answer()}>
      <dl className={styles.facts}>
        {proposal && <Said term={m.obstacle_proposal()}>{proposal}</Said>}
        {decision && <Said term={m.obstacle_decision()}>{decision}</Said>}
        {actingDepartment && dueOn && (
          <Said term={m.obstacle_acting()}>
            {m.obstacle_acting_by({ name: actingDepartment.name, day: formatDay(dueOn) })}
          </Said>
        )}
        {workOrdered && <Said term={m.obstacle_work()}>{workOrdered}</Said>}
        {result && <Said term={m.obstacle_result()}>{result}</Said>}
      </dl>
    </Card>
  )
}

function Said({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={styles.prose}>{children}</dd>
    </div>
  )
}
