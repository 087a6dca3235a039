// The features of the house, in plain sight: nothing is loaded because a file happens to lie somewhere.

import { apiKeyRoutes } from './features/api-keys/api-keys.routes.ts'
import { areaRoutes } from './features/areas/areas.routes.ts'
import { auditRoutes } from './features/audit/audit.routes.ts'
import { budgetRoutes } from './features/budget/budget.routes.ts'
import { calendarRoutes } from './features/calendar/calendar.routes.ts'
import { checklistRoutes } from './features/checklists/checklists.routes.ts'
import { citizenRoutes } from './features/citizen/citizen.routes.ts'
import { deadlineRoutes } from './features/deadlines/deadlines.routes.ts'
import { denominatorRoutes } from './features/denominators/denominators.routes.ts'
import { departmentReportRoutes } from './features/department-reports/department-reports.routes.ts'
import { departmentRoutes } from './features/departments/departments.routes.ts'
import { eventRoutes } from './features/events/events.routes.ts'
import { evidenceFileRoutes, evidenceRoutes } from './features/evidence/evidence.routes.ts'
import { exportRoutes } from './features/exports/exports.routes.ts'
import { feedRoutes } from './features/feed/feed.routes.ts'
import { homeRoutes } from './features/home/home.routes.ts'
import { importHeadingRoutes } from './features/imports/headings.routes.ts'
import { importRoutes } from './features/imports/imports.routes.ts'
import { indicatorRoutes } from './features/indicators/indicators.routes.ts'
import { jobRoutes } from './features/jobs/jobs.routes.ts'
import { completenessRoutes } from './features/measurements/completeness.routes.ts'
import { entryFormRoutes } from './features/measurements/entry-form.routes.ts'
import { measurementHistoryRoutes } from './features/measurements/history.routes.ts'
import { measurementRoutes } from './features/measurements/measurements.routes.ts'
import { measurementMoveRoutes } from './features/measurements/move-measurements.routes.ts'
import { obstacleRoutes } from './features/obstacles/obstacles.routes.ts'
import { overrideRoutes } from './features/overrides/overrides.routes.ts'
import { peopleRoutes } from './features/people/people.routes.ts'
import { periodRoutes } from './features/periods/periods.routes.ts'
import { planRoutes } from './features/plans/plans.routes.ts'
import { publicDataRoutes } from './features/public-data/public-data.routes.ts'
import { publicationRoutes } from './features/publication/publication.routes.ts'
import { reminderRoutes } from './features/reminders/reminders.routes.ts'
import { reportActRoutes } from './features/reports/report-acts.routes.ts'
import { reportRoutes } from './features/reports/reports.routes.ts'
import { responsibilityRoutes } from './features/responsibilities/responsibilities.routes.ts'
import { openSlipRoutes } from './features/slips/open-slip.routes.ts'
import { slipRoutes } from './features/slips/slips.routes.ts'
import { summaryRoutes } from './features/summary/summary.routes.ts'
import { subTaskRoutes } from './features/tasks/sub-tasks.routes.ts'
import { taskRoutes } from './features/tasks/tasks.routes.ts'
import { yearlyPlanRoutes } from './features/tasks/yearly-plans.routes.ts'
import { webhookRoutes } from './features/webhooks/webhooks.routes.ts'
import type { FeatureRoutes } from './http/house.ts'

// Shapes that others refer to come first.
export const FEATURES: readonly FeatureRoutes[] = [
  planRoutes,
  departmentRoutes,
  areaRoutes,
  deadlineRoutes,
  periodRoutes,
  subTaskRoutes,
  departmentReportRoutes,
  taskRoutes,
  yearlyPlanRoutes,
  reportRoutes,
  reportActRoutes,
  indicatorRoutes,
  overrideRoutes,
  summaryRoutes,
  measurementRoutes,
  denominatorRoutes,
  evidenceRoutes,
  checklistRoutes,
  measurementMoveRoutes,
  measurementHistoryRoutes,
  entryFormRoutes,
  completenessRoutes,
  obstacleRoutes,
  slipRoutes,
  budgetRoutes,
  peopleRoutes,
  exportRoutes,
  importHeadingRoutes,
  responsibilityRoutes,
  apiKeyRoutes,
  feedRoutes,
  eventRoutes,
  jobRoutes,
  homeRoutes,
  reminderRoutes,
  calendarRoutes,
  auditRoutes,
  publicationRoutes,
  webhookRoutes,
]

/** They have parsers or limits of their own, which must stay their own. */
export const FEATURES_APART: readonly FeatureRoutes[] = [importRoutes, evidenceFileRoutes, openSlipRoutes]

/** What everybody may see, without an account. */
export const PUBLIC_FEATURES: readonly FeatureRoutes[] = [publicDataRoutes]

/** The pages that everybody may open. */
export const PUBLIC_PAGES: readonly FeatureRoutes[] = [citizenRoutes]
