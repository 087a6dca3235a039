import { Link } from '@tanstack/react-router'
import {
  ChartNoAxesColumn,
  ChevronDown,
  Ellipsis,
  House,
  ListChecks,
  type LucideIcon,
  OctagonPause,
} from 'lucide-react'
import { lazy, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { Popover } from '../ui/popover.tsx'
import styles from './nav.module.css'
import type { NavItem } from './nav-items.ts'

const NavSheet = lazy(() => import('./nav-sheet.tsx'))

/** The four within the thumb’s reach, in their order. */
const BAR_ICONS: readonly LucideIcon[] = [House, ChartNoAxesColumn, ListChecks, OctagonPause]

/** The row of places under the header: those of every day, the others behind one press. */
export function NavRow({ items }: { items: readonly NavItem[] }) {
  const rare = items.filter((item) => item.rare)
  return (
    <nav className={styles.nav} aria-label={m.app_nav_label()}>
      <ul className={styles.list}>
        {items
          .filter((item) => !item.rare)
          .map(({ to, label }) => (
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
        {rare.length > 0 && (
          <li>
            <More items={rare} placement="bottom start" className={styles.link}>
              {m.nav_more()}
              <ChevronDown aria-hidden className={styles.down} />
            </More>
          </li>
        )}
      </ul>
    </nav>
  )
}

interface MoreProps {
  items: readonly NavItem[]
  placement: 'bottom start' | 'top end'
  className: string | undefined
  children: ReactNode
}

/** The places that are one press further away. */
function More({ items, placement, className, children }: MoreProps) {
  return (
    <Popover
      label={m.nav_more()}
      placement={placement}
      trigger={<Button className={className ?? ''}>{children}</Button>}
    >
      {(close) => <NavSheet items={items} close={close} />}
    </Popover>
  )
}

/** The same places on a phone: four within the thumb's reach, the rest one press away. */
export function NavBar({ items }: { items: readonly NavItem[] }) {
  const rest = items.slice(BAR_ICONS.length)
  return (
    <nav className={styles.bar} aria-label={m.app_nav_label()}>
      <ul className={styles.barList}>
        {items.slice(0, BAR_ICONS.length).map(({ to, label }, index) => {
          const Icon = BAR_ICONS[index] ?? House
          return (
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
          )
        })}
        {rest.length > 0 && (
          <li>
            <More items={rest} placement="top end" className={styles.barItem}>
              <Ellipsis aria-hidden />
              {m.nav_more()}
            </More>
          </li>
        )}
      </ul>
    </nav>
  )
}
