import type { ReactNode } from 'react'
import styles from './page-header.module.css'

interface PageHeaderProps {
  trail?: ReactNode
  title: ReactNode
  /** One quiet line: what this page counts, as of when. */
  sub?: ReactNode
  actions?: ReactNode
}

/** The page's one h1. It can take the focus: that is where a reader lands when the page changes. */
export function PageHeader({ trail, title, sub, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {trail}
        <h1 tabIndex={-1}>{title}</h1>
        {sub && <div className={styles.sub}>{sub}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
