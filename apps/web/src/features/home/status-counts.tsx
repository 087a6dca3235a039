import { Link } from '@tanstack/react-router'
import type { Schemas } from '@tien-do/api-client'
import { PATHS } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { StatusIcon } from '../../ui/status-chip.tsx'
import { STATUS_GROUP_KEYS, STATUS_GROUPS, type StatusGroupKey } from '../indicators/index.ts'
import styles from './overview.module.css'

type ByStatus = Schemas['Summary']['counts']['byStatus']

/** How many indicators stand where; each number leads to the indicators that it counts. */
export function StatusCounts({ byStatus }: { byStatus: ByStatus }) {
  const counted = STATUS_GROUP_KEYS.map((key) => ({ key, count: countOf(key, byStatus) }))
  const shown = counted.filter(({ key, count }) => key !== 'khong-ap-dung' || count > 0)
  return (
    <nav className={styles.counts} aria-label={m.overview_counts()}>
      {shown.map(({ key, count }) => (
        <Link key={key} to={PATHS.indicators} search={{ trangthai: key }} className={styles.count}>
          <b>{count}</b>
          <span>
            <StatusIcon tone={STATUS_GROUPS[key].tone} />
            {STATUS_GROUPS[key].name()}
          </span>
        </Link>
      ))}
    </nav>
  )
}

function countOf(key: StatusGroupKey, byStatus: ByStatus): number {
  return STATUS_GROUPS[key].statuses.reduce((sum, status) => sum + byStatus[status], 0)
}
