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
import type { Act } from '../lib/current-plan.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'

export interface NavItem {
  /** Any page whose address needs nothing more. */
  to: Exclude<(typeof PATHS)[keyof typeof PATHS], `${string}$${string}`>
  label: () => string
  Icon: LucideIcon
  /** Shown only to those who may ever do this. */
  act?: Act
  /** Not of every day: under "Thêm" on a wide screen too. */
  rare?: true
}

/** In the order of the day's work; on a phone the first four stand in the bar, the rest under "Thêm". */
const NAV_ITEMS: readonly NavItem[] = [
  { to: PATHS.home, label: m.nav_home, Icon: House },
  { to: PATHS.indicators, label: m.nav_indicators, Icon: ChartNoAxesColumn },
  { to: PATHS.tasks, label: m.nav_tasks, Icon: ListChecks },
  { to: PATHS.obstacles, label: m.nav_obstacles, Icon: OctagonPause },
  { to: PATHS.budgets, label: m.nav_budget, Icon: Coins },
  { to: PATHS.reports, label: m.nav_reports, Icon: FileText },
  { to: PATHS.periodStart, label: m.nav_periods, Icon: CalendarRange },
  { to: PATHS.entryStart, label: m.nav_entry, Icon: PencilLine, act: 'measurement.save', rare: true },
  { to: PATHS.checklists, label: m.nav_checklists, Icon: ListChecks, rare: true },
  { to: PATHS.areas, label: m.nav_areas, Icon: LayoutDashboard, rare: true },
  { to: PATHS.approval, label: m.nav_approval, Icon: BadgeCheck, act: 'measurement.approve', rare: true },
  { to: PATHS.leader, label: m.nav_leader, Icon: Gavel, act: 'obstacle.decide', rare: true },
  { to: PATHS.overview, label: m.nav_overview, Icon: LayoutDashboard, rare: true },
  { to: PATHS.deadlines, label: m.nav_deadlines, Icon: CalendarClock, rare: true },
  { to: PATHS.import, label: m.nav_import, Icon: Upload, act: 'rows.import', rare: true },
  { to: PATHS.settings, label: m.nav_settings, Icon: Settings, act: 'audit.read', rare: true },
  { to: PATHS.jobs, label: m.nav_jobs, Icon: ListTodo, act: 'job.read', rare: true },
]

/** The places of somebody who may do these acts. */
export function navItemsFor(acts: readonly Act[]): readonly NavItem[] {
  return NAV_ITEMS.filter(({ act }) => !act || acts.includes(act))
}

export const ITEMS_IN_PHONE_BAR = 4
