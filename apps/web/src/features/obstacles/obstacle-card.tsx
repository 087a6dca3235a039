import type { ReactNode } from 'react'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { STATE, TONE, waitSentence } from './obstacle-words.ts'
import styles from './obstacles.module.css'
import type { Obstacle } from './queries.ts'

interface ObstacleCardProps {
  title: string
  obstacles: readonly Obstacle[]
  /** What is said where there are none. */
  none: string
  foot?: ReactNode
}

/** A short list of obstacles: each with its state, whom it waits for, and how old it is. */
export function ObstacleCard({ title, obstacles, none, foot }: ObstacleCardProps) {
  return (
    <Card title={title} aside={obstacles.length > 0 && obstacles.length} foot={foot}>
      {obstacles.length > 0 ? <ShortList obstacles={obstacles} /> : <p className={styles.quiet}>{none}</p>}
    </Card>
  )
}

export function ShortList({ obstacles }: { obstacles: readonly Obstacle[] }) {
  return (
    <ul className={styles.short}>
      {obstacles.map((obstacle) => (
        <li key={obstacle.code}>
          <span className={styles.code}>
            {obstacle.code} · {m.obstacle_age({ days: obstacle.ageDays })}
          </span>
          <TextLink to={PATHS.obstacle} params={{ so: obstacle.code }}>
            {obstacle.title}
          </TextLink>
          <span className={styles.line}>
            <StatusChip tone={TONE[obstacle.state]}>{STATE[obstacle.state]()}</StatusChip>
            <small>{waitSentence(obstacle)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
