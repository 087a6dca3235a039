import {
  CalendarClock,
  ChartNoAxesColumn,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Upload,
} from 'lucide-react'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'

interface NavItem {
  to: (typeof PATHS)['home' | 'indicators' | 'tasks' | 'deadlines' | 'import']
  label: () => string
  Icon: LucideIcon
}

/** In the order of the day's work; on a phone the first four stand in the bar, the rest under "Thêm". */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: PATHS.home, label: m.nav_home, Icon: LayoutDashboard },
  { to: PATHS.indicators, label: m.nav_indicators, Icon: ChartNoAxesColumn },
  { to: PATHS.tasks, label: m.nav_tasks, Icon: ListChecks },
  { to: PATHS.deadlines, label: m.nav_deadlines, Icon: CalendarClock },
  { to: PATHS.import, label: m.nav_import, Icon: Upload },
]

export const ITEMS_IN_PHONE_BAR = 4
