import { Link } from '@tanstack/react-router'
import { Info, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CurrentPlan } from '../lib/current-plan.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { cx } from '../ui/cx.ts'
import { Mark } from './mark.tsx'
import { NavBar, NavRow } from './nav.tsx'
import { navItemsFor } from './nav-items.ts'
import { PersonMenu } from './person-menu.tsx'
import styles from './shell.module.css'
import type { ShellPerson } from './shell-person.ts'
import { useIsOnline } from './use-is-online.ts'

interface ShellProps {
  /** Absent where this person has no role in any plan. */
  plan: CurrentPlan | null
  plans: readonly CurrentPlan[]
  person: ShellPerson
  find: ReactNode
  bell: ReactNode
  onSwitchPlan: (code: string) => void
  onSignOut: () => void
  children: ReactNode
}

/** What stands around every page of those who are signed in. */
export function Shell({ plan, plans, person, find, bell, onSwitchPlan, onSignOut, children }: ShellProps) {
  const isOnline = useIsOnline()
  const places = navItemsFor(plan?.allowedActions ?? [])
  return (
    <>
      <a className={styles.skip} href="#noi-dung">
        {m.app_skip_to_content()}
      </a>
      <header>
        <div className={styles.header}>
          <div className={styles.headerIn}>
            <Link to={PATHS.home}>
              <Mark owner={plan?.shortTitle} />
            </Link>
            <div className={styles.tools}>
              {find}
              {bell}
              <PersonMenu
                person={person}
                plan={plan}
                plans={plans}
                onSwitchPlan={onSwitchPlan}
                onSignOut={onSignOut}
              />
            </div>
          </div>
        </div>
        {plan && <NavRow items={places} />}
        {plan?.sample && (
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
      </header>
      <main className={styles.main} id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      {plan && <NavBar items={places} />}
    </>
  )
}
