import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Popover } from '../ui/popover.tsx'
import styles from './nav.module.css'
import { ITEMS_IN_PHONE_BAR, type NavItem } from './nav-items.ts'

/** The row of places under the header. */
export function NavRow({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className={styles.nav} aria-label={m.app_nav_label()}>
      <ul className={styles.list}>
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.link}
              activeOptions={{ exact: to === PATHS.home, includeSearch: false }}
            >
              {label()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same places on a phone: four within the thumb's reach, the rest one press away. */
export function NavBar({ items }: { items: readonly NavItem[] }) {
  const rest = items.slice(ITEMS_IN_PHONE_BAR)
  return (
    <nav className={styles.bar} aria-label={m.app_nav_label()}>
      <ul className={styles.barList}>
        {items.slice(0, ITEMS_IN_PHONE_BAR).map(({ to, label, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.barItem}
              activeOptions={{ exact: to === PATHS.home, includeSearch: false }}
            >
              <Icon aria-hidden />
              {label()}
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Popover
              label={m.nav_more()}
              placement="top end"
              trigger={
                <Button className={styles.barItem ?? ''}>
                  <Ellipsis aria-hidden />
                  {m.nav_more()}
                </Button>
              }
            >
              {(close) => (
                <ul className={styles.sheet}>
                  {rest.map(({ to, label, Icon }) => (
                    <li key={to}>
                      <Link to={to} className={styles.sheetItem} onClick={close}>
                        <Icon aria-hidden />
                        {label()}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </Popover>
          </li>
        )}
      </ul>
    </nav>
  )
}
