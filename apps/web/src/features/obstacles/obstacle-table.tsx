import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { KIND, STATE, TONE, waitSentence } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import type { Obstacle } from './queries.ts'

export function ObstacleTable({ obstacles }: { obstacles: readonly Obstacle[] }) {
  const columns: Column<Obstacle>[] = [
    {
      key: 'title',
      header: m.obstacles_column_title(),
      rowHeader: true,
      cell: (obstacle) => (
        <span className={styles.title}>
          <span className={styles.code}>
            {obstacle.code}
            {obstacle.kind === 'cable_finding' && ` · ${KIND.cable_finding()}`}
          </span>
          <TextLink to={PATHS.obstacle} params={{ so: obstacle.code }}>
            {obstacle.title}
          </TextLink>
          <SubjectLine obstacle={obstacle} />
        </span>
      ),
    },
    {
      key: 'raiser',
      header: m.obstacles_column_raiser(),
      cell: ({ department }) => department.shortName,
    },
    {
      key: 'state',
      header: m.obstacles_column_state(),
      cell: ({ state }) => <StatusChip tone={TONE[state]}>{STATE[state]()}</StatusChip>,
    },
    { key: 'wait', header: m.obstacles_column_wait(), cell: (obstacle) => <Waiting obstacle={obstacle} /> },
    {
      key: 'age',
      header: m.obstacles_column_age(),
      number: true,
      cell: ({ ageDays }) => m.obstacle_age({ days: ageDays }),
    },
  ]
  return (
    <Table
      caption={m.obstacles_title()}
      columns={columns}
      rows={obstacles}
      rowKey={(obstacle) => obstacle.code}
    />
  )
}

function Waiting({ obstacle }: { obstacle: Obstacle }) {
  return (
    <span className={styles.stack}>
      {waitSentence(obstacle)}
      {obstacle.lateDays > 0 && (
        <small className={styles.late}>{m.obstacle_late({ days: obstacle.lateDays })}</small>
      )}
    </span>
  )
}

/** What it is about; a thing of the plan is one press away. */
export function SubjectLine({ obstacle: { subject, place } }: { obstacle: Obstacle }) {
  const { resource, code } = subject
  if (code === null) return null
  if (resource === 'task')
    return (
      <small>
        <TextLink to={PATHS.task} params={{ so: code }}>
          {m.obstacle_on_task({ code })}
        </TextLink>
      </small>
    )
  if (resource === 'indicator')
    return (
      <small>
        <TextLink to={PATHS.indicator} params={{ ma: code }}>
          {m.obstacle_on_indicator({ code })}
        </TextLink>
      </small>
    )
  if (resource === 'area')
    return (
      <small>
        <TextLink to={PATHS.areas}>{m.obstacle_on_area({ code })}</TextLink>
      </small>
    )
  return <small>{[code, place].filter(Boolean).join(' · ')}</small>
}
