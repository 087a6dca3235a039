import {
  CalendarClock,
  CalendarRange,
  ChartNoAxesColumn,
  LayoutDashboard,
  ListChecks,
  ListTodo,
  type LucideIcon,
  OctagonPause,
  PencilLine,
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
}

/** In the order of the day's work; on a phone the first four stand in the bar, the rest under "Thêm". */
const NAV_ITEMS: readonly NavItem[] = [
  { to: PATHS.home, label: m.nav_home, Icon: LayoutDashboard },
  { to: PATHS.indicators, label: m.nav_indicators, Icon: ChartNoAxesColumn },
  { to: PATHS.tasks, label: m.nav_tasks, Icon: ListChecks },
  { to: PATHS.obstacles, label: m.nav_obstacles, Icon: OctagonPause },
  { to: PATHS.deadlines, label: m.nav_deadlines, Icon: CalendarClock },
  { to: PATHS.periodStart, label: m.nav_periods, Icon: CalendarRange },
  { to: PATHS.entryStart, label: m.nav_entry, Icon: PencilLine, act: 'measurement.save' },
  { to: PATHS.import, label: m.nav_import, Icon: Upload, act: 'measurement.import' },
  { to: PATHS.jobs, label: m.nav_jobs, Icon: ListTodo, act: 'job.read' },
]

/** The places of somebody who may do these acts. */
export function navItemsFor(acts: readonly Act[]): readonly NavItem[] {
  return NAV_ITEMS.filter(({ act }) => !act || acts.includes(act))
}

export const ITEMS_IN_PHONE_BAR = 4
