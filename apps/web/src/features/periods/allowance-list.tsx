import { formatLastDay } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ALLOWANCE } from './period-words.ts'
import styles from './periods.module.css'
import type { PeriodAllowance } from './queries.ts'
import { useDepartmentName } from './use-department-name.ts'

interface AllowanceListProps {
  allowances: readonly PeriodAllowance[]
  /** Null where it cannot be taken back. */
  onEnd: ((id: string) => void) | null
}

/** What single departments are allowed, until when and why; what has expired says so. */
export function AllowanceList({ allowances, onEnd }: AllowanceListProps) {
  const nameOf = useDepartmentName()
  if (allowances.length === 0) return null
  return (
    <ul className={styles.allowances}>
      {allowances.map((each) => (
        <li key={each.id}>
          <span>
            <b>{ALLOWANCE[each.kind]()}</b> · {nameOf(each.department)}
            {each.lastDay !== null && ` · ${formatLastDay(each.lastDay)}`}
            {!each.holds && <span className={styles.quiet}> · {m.allowance_expired()}</span>}
            <small>
              {each.reason} ({each.allowedBy})
            </small>
          </span>
          {onEnd && (
            <Button
              size="small"
              look="quiet"
              aria-label={m.allowance_end_of({ department: nameOf(each.department) })}
              onPress={() => onEnd(each.id)}
            >
              {m.allowance_end()}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
