import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PATHS } from '../lib/paths.ts'
import { Mark } from './mark.tsx'
import styles from './shell.module.css'

/** What stands around a page that belongs to nobody yet: signing in, a first password, an address that leads nowhere. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={styles.header}>
        <div className={styles.headerIn}>
          <Link to={PATHS.home}>
            <Mark />
          </Link>
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </>
  )
}
