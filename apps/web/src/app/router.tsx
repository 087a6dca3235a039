// Every place, in one list. Pages come lazily, and ask for what they show while they come.

import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { accountQuery } from '../features/account/queries.ts'
import { readApprovalSearch } from '../features/approval/approval-search.ts'
import { readCompletenessSearch } from '../features/approval/completeness-search.ts'
import { approvalQueueQuery, completenessQuery } from '../features/approval/queries.ts'
import { readAuditSearch } from '../features/audit/audit-search.ts'
import { readBudgetSearch } from '../features/budget/budget-search.ts'
import { budgetQuery, budgetRequestQuery } from '../features/budget/queries.ts'
import { readChecklistSearch } from '../features/checklists/checklist-search.ts'
import { deadlinesQuery, departmentsQuery } from '../features/deadlines/queries.ts'
import { readEntrySearch } from '../features/entry/search.ts'
import { OverviewSkeleton } from '../features/home/overview-skeleton.tsx'
import { homeQuery } from '../features/home/queries.ts'
import { readImportSearch } from '../features/imports/import-search.ts'
import { areasQuery } from '../features/imports/queries.ts'
import { IndicatorSkeleton } from '../features/indicators/indicator-skeleton.tsx'
import { indicatorQuery, seriesQuery, summaryQuery } from '../features/indicators/queries.ts'
import { readIndicatorsSearch } from '../features/indicators/search.ts'
import { readJobsSearch } from '../features/jobs/jobs-search.ts'
import { readObstaclesSearch } from '../features/obstacles/obstacles-search.ts'
import { obstacleQuery, obstaclesQuery } from '../features/obstacles/queries.ts'
import { readBoardSearch } from '../features/periods/board-search.ts'
import { periodsQuery, reportQuery } from '../features/periods/queries.ts'
import { reportsQuery } from '../features/reports/queries.ts'
import { readComparisonSearch, readReportSearch } from '../features/reports/search.ts'
import { meQuery } from '../features/session/queries.ts'
import {
  responsibilitiesQuery,
  subTasksQuery,
  tasksQuery,
  yearlyPlansQuery,
} from '../features/tasks/queries.ts'
import { readTaskSearch, readTasksSearch } from '../features/tasks/tasks-search.ts'
import { yearNow } from '../lib/format.ts'
import { PATHS } from '../lib/paths.ts'
import { parseSearch, stringifySearch } from '../lib/search-params.ts'
import { BareFrame } from './bare-frame.tsx'
import { choosePlan } from './chosen-plan.ts'
import { ErrorScreen, NotFoundScreen } from './error-screen.tsx'
import { page } from './page.ts'
import { PageSkeleton } from './page-skeleton.tsx'
import { hasSessionEnded } from './query-client.ts'
import { SignedIn } from './signed-in.tsx'
import { readIdentityStep, readProviderAnswer, readWayBack } from './way-back.ts'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: () => (
    <BareFrame>
      <NotFoundScreen />
    </BareFrame>
  ),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: PATHS.signIn,
  validateSearch: (search) => ({ ...readWayBack(search), ...readProviderAnswer(search) }),
  component: page(() => import('./sign-in-route.tsx'), 'SignInRoute'),
})

const setPassword = createRoute({
  getParentRoute: () => root,
  path: PATHS.setPassword,
  component: page(() => import('./sign-in-route.tsx'), 'SetPasswordRoute'),
})

const slip = createRoute({
  getParentRoute: () => root,
  path: PATHS.slip,
  component: page(() => import('./slip-route.tsx'), 'SlipRoute'),
  errorComponent: (props) => (
    <BareFrame>
      <ErrorScreen {...props} />
    </BareFrame>
  ),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery())
      return { me, plan: choosePlan(me.plans) }
    } catch (error) {
      if (!hasSessionEnded(error)) throw error
      const tiep = location.href === PATHS.home ? undefined : location.href
      throw redirect({ to: PATHS.signIn, search: { tiep } })
    }
  },
  component: SignedIn,
  errorComponent: (props) => (
    <BareFrame>
      <ErrorScreen {...props} />
    </BareFrame>
  ),
  pendingComponent: () => (
    <BareFrame>
      <PageSkeleton />
    </BareFrame>
  ),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.home,
  loader: ({ context: { plan, queryClient } }) => plan && queryClient.ensureQueryData(homeQuery(plan.code)),
  component: page(() => import('../features/home/home-page.tsx'), 'HomePage'),
})

const account = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.account,
  validateSearch: readIdentityStep,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(accountQuery()),
  component: page(() => import('../features/account/account-page.tsx'), 'AccountPage'),
})

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.overview,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(summaryQuery(plan.code)),
  component: page(() => import('../features/home/overview-page.tsx'), 'OverviewPage'),
  pendingComponent: OverviewSkeleton,
})

const indicators = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.indicators,
  validateSearch: readIndicatorsSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(summaryQuery(plan.code)),
  component: page(() => import('../features/indicators/indicators-page.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.indicator,
  loader: async ({ context: { plan, queryClient }, params }) => {
    if (!plan) return
    await Promise.all([
      queryClient.ensureQueryData(indicatorQuery(plan.code, params.ma)),
      queryClient.ensureQueryData(seriesQuery(plan.code, params.ma)),
    ])
  },
  component: page(() => import('../features/indicators/indicator-page.tsx'), 'IndicatorPage'),
  pendingComponent: IndicatorSkeleton,
})

const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.tasks,
  validateSearch: readTasksSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { plan, queryClient }, deps: { nam, xem } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(tasksQuery(plan.code, nam)),
      xem && queryClient.ensureQueryData(subTasksQuery(plan.code, { year: nam ?? Number(yearNow()) })),
    ]),
  component: page(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
})

const assign = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.assign,
  loader: ({ context: { plan, queryClient } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(tasksQuery(plan.code)),
      queryClient.ensureQueryData(departmentsQuery(plan.code)),
    ]),
  component: page(() => import('../features/tasks/assign-page.tsx'), 'AssignPage'),
})

const task = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.task,
  validateSearch: readTaskSearch,
  loaderDeps: ({ search: { nam } }) => ({ nam }),
  loader: ({ context: { plan, queryClient }, deps: { nam }, params: { so } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(tasksQuery(plan.code, nam)),
      queryClient
        .ensureQueryData(subTasksQuery(plan.code, { year: nam ?? Number(yearNow()), task: so }))
        .catch(() => null),
      queryClient.ensureQueryData(summaryQuery(plan.code)),
    ]),
  component: page(() => import('../features/tasks/task-page.tsx'), 'TaskPage'),
})

const responsibilities = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.responsibilities,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(responsibilitiesQuery(plan.code, Number(yearNow()))),
  component: page(() => import('../features/tasks/responsibilities-page.tsx'), 'ResponsibilitiesPage'),
})

const yearlyPlan = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.yearlyPlan,
  loader: ({ context: { plan, queryClient }, params: { nam } }) =>
    plan && queryClient.ensureQueryData(yearlyPlansQuery(plan.code, Number(nam))),
  component: page(() => import('../features/tasks/yearly-plan-page.tsx'), 'YearlyPlanPage'),
})

const obstacles = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.obstacles,
  validateSearch: readObstaclesSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(departmentsQuery(plan.code)),
  component: page(() => import('../features/obstacles/obstacles-page.tsx'), 'ObstaclesPage'),
})

const obstacle = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.obstacle,
  loader: ({ context: { plan, queryClient }, params }) =>
    plan && queryClient.ensureQueryData(obstacleQuery(plan.code, params.so)),
  component: page(() => import('../features/obstacles/obstacle-page.tsx'), 'ObstaclePage'),
})

const leader = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.leader,
  loader: ({ context: { plan, queryClient } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(summaryQuery(plan.code)),
      queryClient.ensureQueryData(obstaclesQuery(plan.code)),
    ]),
  component: page(() => import('../features/leader/leader-page.tsx'), 'LeaderPage'),
})

const budgets = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.budgets,
  beforeLoad: () => {
    throw redirect({ to: PATHS.budget, params: { nam: String(Number(yearNow()) + 1) }, replace: true })
  },
})

const budget = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.budget,
  validateSearch: readBudgetSearch,
  loader: ({ context: { plan, queryClient }, params }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(budgetQuery(plan.code, Number(params.nam))),
      queryClient.ensureQueryData(tasksQuery(plan.code)),
    ]),
  component: page(() => import('../features/budget/budget-page.tsx'), 'BudgetPage'),
})

const budgetRequest = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.budgetRequest,
  loader: ({ context: { plan, queryClient }, params }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(budgetRequestQuery(plan.code, Number(params.nam), params.ma)),
      queryClient.ensureQueryData(tasksQuery(plan.code)),
    ]),
  component: page(() => import('../features/budget/request-page.tsx'), 'BudgetRequestPage'),
})

const deadlines = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.deadlines,
  loader: ({ context: { plan, queryClient } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(deadlinesQuery(plan.code)),
      queryClient.ensureQueryData(departmentsQuery(plan.code)),
    ]),
  component: page(() => import('../features/deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
})

const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.jobs,
  validateSearch: readJobsSearch,
  component: page(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.settings,
  component: page(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
})

const people = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.people,
  component: page(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
})

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.audit,
  validateSearch: readAuditSearch,
  component: page(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})

const publication = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.publication,
  component: page(() => import('../features/publication/publication-page.tsx'), 'PublicationPage'),
})

const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.webhooks,
  component: page(() => import('../features/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
})

const apiKeys = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.apiKeys,
  component: page(() => import('../features/api-keys/keys-page.tsx'), 'KeysPage'),
})

const periodStart = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.periodStart,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(periodsQuery(plan.code)),
  component: page(() => import('../features/periods/start-page.tsx'), 'PeriodStartPage'),
})

const board = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.board,
  validateSearch: readBoardSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(periodsQuery(plan.code)),
  component: page(() => import('../features/periods/board-page.tsx'), 'BoardPage'),
})

const report = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.report,
  loader: ({ context: { plan, queryClient }, params }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(reportQuery(plan.code, Number(params.nam), params.boPhan)),
      // The names of what the report is about.
      queryClient.ensureQueryData(summaryQuery(plan.code)),
      queryClient.ensureQueryData(tasksQuery(plan.code)),
    ]),
  component: page(() => import('../features/periods/report-page.tsx'), 'ReportPage'),
})

const entryStart = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.entryStart,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(summaryQuery(plan.code)),
  component: page(() => import('../features/entry/start-page.tsx'), 'EntryStartPage'),
})

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.entry,
  validateSearch: readEntrySearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(summaryQuery(plan.code)),
  component: page(() => import('../features/entry/entry-page.tsx'), 'EntryPage'),
})

const checklists = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.checklists,
  component: page(() => import('../features/checklists/checklists-page.tsx'), 'ChecklistsPage'),
})

const checklist = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.checklist,
  validateSearch: readChecklistSearch,
  component: page(() => import('../features/checklists/checklist-page.tsx'), 'ChecklistPage'),
})

const areas = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.areas,
  component: page(() => import('../features/areas/areas-page.tsx'), 'AreasPage'),
})

const units = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.units,
  component: page(() => import('../features/units/units-page.tsx'), 'UnitsPage'),
})

const slips = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.slips,
  component: page(() => import('../features/slips/slips-page.tsx'), 'SlipsPage'),
})

const approval = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.approval,
  validateSearch: readApprovalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { plan, queryClient }, deps }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(approvalQueueQuery(plan.code, deps)),
      queryClient.ensureQueryData(departmentsQuery(plan.code)),
    ]),
  component: page(() => import('../features/approval/approval-page.tsx'), 'ApprovalPage'),
})

const completeness = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.completeness,
  validateSearch: readCompletenessSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { plan, queryClient }, deps }) =>
    plan && queryClient.ensureQueryData(completenessQuery(plan.code, Number(deps.nam ?? yearNow()))),
  component: page(() => import('../features/approval/completeness-page.tsx'), 'CompletenessPage'),
})

const imports = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.import,
  validateSearch: readImportSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan &&
    Promise.all([
      queryClient.ensureQueryData(summaryQuery(plan.code)),
      queryClient.ensureQueryData(areasQuery(plan.code)),
    ]),
  component: page(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
})

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.reports,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(reportsQuery(plan.code)),
  component: page(() => import('../features/reports/reports-page.tsx'), 'ReportsPage'),
})

const wardReport = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.wardReport,
  validateSearch: readReportSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(reportsQuery(plan.code)),
  component: page(() => import('../features/reports/report-page.tsx'), 'ReportPage'),
})

const reportApproval = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.reportApproval,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(reportsQuery(plan.code)),
  component: page(() => import('../features/reports/approval-page.tsx'), 'ApprovalPage'),
})

const reportComparison = createRoute({
  getParentRoute: () => signedIn,
  path: PATHS.reportComparison,
  validateSearch: readComparisonSearch,
  loader: ({ context: { plan, queryClient } }) =>
    plan && queryClient.ensureQueryData(reportsQuery(plan.code)),
  component: page(() => import('../features/reports/comparison-page.tsx'), 'ComparisonPage'),
})

const routeTree = root.addChildren([
  signIn,
  setPassword,
  slip,
  signedIn.addChildren([
    home,
    overview,
    account,
    indicators,
    indicator,
    tasks,
    assign,
    task,
    responsibilities,
    yearlyPlan,
    obstacles,
    obstacle,
    leader,
    budgets,
    budget,
    budgetRequest,
    deadlines,
    periodStart,
    board,
    report,
    entryStart,
    entry,
    checklists,
    checklist,
    areas,
    units,
    slips,
    approval,
    completeness,
    imports,
    reports,
    wardReport,
    reportApproval,
    reportComparison,
    jobs,
    settings,
    people,
    audit,
    apiKeys,
    publication,
    webhooks,
  ]),
])

/** A page that is ready sooner than this shows no skeleton at all. */
const PATIENCE_MS = 200

export function makeRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    // Freshness is the query client's affair.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: PATIENCE_MS,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
  })
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) focusHeading()
  })
  return router
}

/** After a change of page the reader begins at its heading, not where the last page was left. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
