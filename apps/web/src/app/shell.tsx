import { Link } from '@tanstack/react-router'
import { Info, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { cx } from '../ui/cx.ts'
import { Mark } from './mark.tsx'
import { NavBar, NavRow } from './nav.tsx'
import { PersonMenu, type ShellPerson } from './person-menu.tsx'
import styles from './shell.module.css'
import { useIsOnline } from './use-is-online.ts'

interface ShellProps {
  /** Absent while the first answer is on its way. */
  plan: { issuer: string; isSample: boolean } | null
  person: ShellPerson | null
  find?: ReactNode
  onSignOut: () => void
  children: ReactNode
}

/** What stands around every page of those who are signed in. */
export function Shell({ plan, person, find, onSignOut, children }: ShellProps) {
  const isOnline = useIsOnline()
  return (
    <>
      <a className={styles.skip} href="#noi-dung">
        {m.app_skip_to_content()}
      </a>
      <header className={styles.header}>
        <div className={styles.headerIn}>
          <Link to={PATHS.home}>
            <Mark owner={plan?.issuer} />
          </Link>
          <div className={styles.tools}>
            {find}
            {person && <PersonMenu person={person} onSignOut={onSignOut} />}
          </div>
        </div>
      </header>
      <NavRow />
      {plan?.isSample && (
        <div className={styles.strip}>
          <p>
            <Info aria-hidden />
            {m.app_sample_notice()}
          </p>
        </div>
      )}
      <div role="status">
        {!isOnline && (
          <div className={cx(styles.strip, styles.offline)}>
            <p>
              <WifiOff aria-hidden />
              {m.app_offline_notice()}
            </p>
          </div>
        )}
      </div>
      <main className={styles.main} id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <NavBar />
    </>
  )
}
