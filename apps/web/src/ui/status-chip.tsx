import {
  ArrowUpRight,
  CircleCheck,
  CircleDashed,
  ClockAlert,
  type LucideIcon,
  OctagonPause,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './status-chip.module.css'

export const TONES = ['ok', 'track', 'risk', 'late', 'block', 'none'] as const
export type Tone = (typeof TONES)[number]

const ICON: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  track: ArrowUpRight,
  risk: TriangleAlert,
  late: ClockAlert,
  block: OctagonPause,
  none: CircleDashed,
}

/** A status as shape, word and colour: never colour alone. */
export function StatusChip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={cx(styles.chip, styles[tone])}>
      <StatusIcon tone={tone} />
      {children}
    </span>
  )
}

/** The shape alone, beside a word that says the same. */
export function StatusIcon({ tone }: { tone: Tone }) {
  const Icon = ICON[tone]
  return <Icon aria-hidden className={cx(styles.icon, styles[tone], styles.bare)} />
}
