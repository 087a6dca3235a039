import { Link } from '@tanstack/react-router'
import {
  BadgeCheck,
  CalendarClock,
  CalendarRange,
  ChartNoAxesColumn,
  Coins,
  FileText,
  Gavel,
  House,
  LayoutDashboard,
  ListChecks,
  ListTodo,
  type LucideIcon,
  OctagonPause,
  PencilLine,
  Settings,
  Upload,
} from 'lucide-react'
import { PATHS } from '../lib/paths.ts'
import styles from './nav.module.css'
import type { NavItem } from './nav-items.ts'

const ICONS: Readonly<Partial<Record<NavItem['to'], LucideIcon>>> = {
  [PATHS.home]: House,
  [PATHS.indicators]: ChartNoAxesColumn,
  [PATHS.tasks]: ListChecks,
  [PATHS.obstacles]: OctagonPause,
  [PATHS.budgets]: Coins,
  [PATHS.reports]: FileText,
  [PATHS.periodStart]: CalendarRange,
  [PATHS.entryStart]: PencilLine,
  [PATHS.checklists]: ListChecks,
  [PATHS.areas]: LayoutDashboard,
  [PATHS.approval]: BadgeCheck,
  [PATHS.leader]: Gavel,
  [PATHS.overview]: LayoutDashboard,
  [PATHS.deadlines]: CalendarClock,
  [PATHS.import]: Upload,
  [PATHS.settings]: Settings,
  [PATHS.jobs]: ListTodo,
}

/** The places that are one press further away, with what they look like: fetched when they are wanted. */
export default function NavSheet({ items, close }: { items: readonly NavItem[]; close: () => void }) {
  return (
    <ul className={styles.sheet}>
      {items.map(({ to, label }) => {
        const Icon = ICONS[to]
        return (
          <li key={to}>
            <Link to={to} className={styles.sheetItem} onClick={close}>
              {Icon && <Icon aria-hidden />}
              {label()}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
