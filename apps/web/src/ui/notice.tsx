import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './notice.module.css'

export type NoticeKind = 'info' | 'warning' | 'error' | 'success'

const ICON: Record<NoticeKind, LucideIcon> = {
  info: Info,
  warning: TriangleAlert,
  error: CircleAlert,
  success: CircleCheck,
}

interface NoticeProps {
  kind?: NoticeKind
  title?: ReactNode
  /** Read aloud when it appears: `alert` interrupts, `status` waits. */
  live?: 'alert' | 'status'
  actions?: ReactNode
  children?: ReactNode
}

/** A message in the page, where it belongs; it does not float and does not go away by itself. */
export function Notice({ kind = 'info', title, live, actions, children }: NoticeProps) {
  const Icon = ICON[kind]
  return (
    <div className={cx(styles.notice, styles[kind])} role={live}>
      <Icon aria-hidden />
      <div className={styles.content}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
