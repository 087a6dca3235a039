import type { Act } from '../lib/current-plan.ts'
import { PATHS } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'

export interface NavItem {
  /** Any page whose address needs nothing more. */
  to: Exclude<(typeof PATHS)[keyof typeof PATHS], `${string}$${string}`>
  label: () => string
  /** Shown only to those who may ever do this. */
  act?: Act
  /** Not of every day: under "Thêm" on a wide screen too. */
  rare?: true
}

/** In the order of the day's work; on a phone the first four stand in the bar, the rest under "Thêm". */
const NAV_ITEMS: readonly NavItem[] = [
  { to: PATHS.home, label: m.nav_home },
  { to: PATHS.indicators, label: m.nav_indicators },
  { to: PATHS.tasks, label: m.nav_tasks },
  { to: PATHS.obstacles, label: m.nav_obstacles },
  { to: PATHS.budgets, label: m.nav_budget },
  { to: PATHS.reports, label: m.nav_reports },
  { to: PATHS.periodStart, label: m.nav_periods },
  { to: PATHS.entryStart, label: m.nav_entry, act: 'measurement.save', rare: true },
  { to: PATHS.checklists, label: m.nav_checklists, rare: true },
  { to: PATHS.areas, label: m.nav_areas, rare: true },
  { to: PATHS.approval, label: m.nav_approval, act: 'measurement.approve', rare: true },
  { to: PATHS.leader, label: m.nav_leader, act: 'obstacle.decide', rare: true },
  { to: PATHS.overview, label: m.nav_overview, rare: true },
  { to: PATHS.deadlines, label: m.nav_deadlines, rare: true },
  { to: PATHS.import, label: m.nav_import, act: 'rows.import', rare: true },
  { to: PATHS.settings, label: m.nav_settings, act: 'audit.read', rare: true },
  { to: PATHS.jobs, label: m.nav_jobs, act: 'job.read', rare: true },
]

/** The places of somebody who may do these acts. */
export function navItemsFor(acts: readonly Act[]): readonly NavItem[] {
  return NAV_ITEMS.filter(({ act }) => !act || acts.includes(act))
}
