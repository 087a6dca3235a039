// What one person owes and decides in a plan, gathered from the doors of those who know.
import {
  countedItem,
  figureItems,
  type Home,
  type HomeItem,
  homeOf,
  reportItem,
  requestItem,
  taskItems,
  wardReportItem,
  yearAtWork,
} from '@tien-do/domain/home'
import type { DepartmentId } from '@tien-do/domain/ids'
import { statesWaitingFor } from '@tien-do/domain/obstacle'
import { can, type Role } from '@tien-do/domain/permission'
import { authorize } from '../../core/authorize.ts'
import type { Context } from '../../core/context.ts'
import { type BudgetRequestRow, listBudgetRequests } from '../budget/index.ts'
import { type Gathered, gatherReports } from '../department-reports/index.ts'
import { countFailedJobs } from '../jobs/index.ts'
import { listObstacleRows } from '../obstacles/index.ts'
import { listPeriodRows, type PeriodRow } from '../periods/index.ts'
import { getPlan, type PlanInForce, today } from '../plans/index.ts'
import { listWardReportStates } from '../reports/index.ts'
import { leadingOf } from '../tasks/index.ts'
import { countWithoutAccount, type EnteredCell, listCellsOfYear, listKeysEnding } from './home.repo.ts'

const KEYS_ENDING_DAYS = 30
const MS_PER_DAY = 86_400_000
const MOST_OBSTACLES = 200

export interface HomeReading extends Home {
  readonly plan: PlanInForce
  readonly year: number
  readonly period: PeriodRow | null
  /** Codes of the departments that they enter for. */
  readonly departments: readonly string[]
}

/** The caller's own page in a plan. */
export async function getHome(context: Context, planCode: string): Promise<HomeReading> {
  authorize(context.actor, 'plan.read', { plan: planCode })
  const plan = await getPlan(context, planCode)
  const periods = await listPeriodRows(context.read, plan.id)
  const now = context.now()
  const year = yearAtWork(
    periods.filter(({ state }) => state === 'open').map((each) => each.year),
    now.getTime(),
  )
  const period = periods.find((each) => each.year === year) ?? null
  const own = ownDepartments(context, plan)
  const scene: Scene = {
    context,
    plan,
    period,
    year,
    own,
    gathered: period ? await gatherReports(context.read, plan, period, now) : [],
    cells: await listCellsOfYear(context.read, plan.id, year),
    requests: await listBudgetRequests(context.read, plan.id),
  }
  const items = [
    ...ofDepartments(scene),
    ...(await ofObstacles(scene)),
    ...(await ofCoordinator(scene)),
    ...ofFinance(scene),
    ...(await ofWardReport(scene)),
    ...(await ofAdministrator(scene)),
  ]
  return { ...homeOf(items), plan, year, period, departments: own }
}

interface Scene {
  readonly context: Context
  readonly plan: PlanInForce
  readonly period: PeriodRow | null
  readonly year: number
  readonly own: readonly string[]
  readonly gathered: readonly Gathered[]
  readonly cells: readonly EnteredCell[]
  readonly requests: readonly BudgetRequestRow[]
}

function has({ context, plan }: Pick<Scene, 'context' | 'plan'>, role: Role): boolean {
  return context.actor.grants.some(
    (grant) => grant.role === role && (grant.plan === null || grant.plan === plan.code),
  )
}

function ownDepartments(context: Context, plan: PlanInForce): string[] {
  const ids = new Set<DepartmentId>(
    context.actor.grants
      .filter((grant) => grant.plan === null || grant.plan === plan.code)
      .filter(({ role }) => role === 'officer' || role === 'coordinator' || role === 'finance')
      .flatMap(({ departments }) => departments),
  )
  return [...plan.departments].flatMap(([code, id]) => (ids.has(id as DepartmentId) ? [code] : []))
}

/** What the departments that one enters for still owe the period. */
function ofDepartments({ own, gathered, cells, year, requests }: Scene): HomeItem[] {
  return gathered
    .filter(({ department, counted }) => own.includes(department) && counted.exemptBecause === null)
    .flatMap(({ department, owed, delivered, counted, report }) => {
      const duty = { department, year, dueAt: counted.dueAt }
      const figures = figureItems(owed.figures, cells, duty)
      const tasks = taskItems(owed.tasks, delivered.lacking, duty)
      const left = [...figures, ...tasks].filter(({ state }) => state !== 'done').length
      const note = report?.returnNotes[0]?.note ?? null
      const at = report?.decidedAt ? Date.parse(report.decidedAt) : null
      return [
        ...figures,
        ...tasks,
        reportItem(report?.state ?? null, left, duty, { note, at }),
        ofRequest(requests, department, year + 1),
      ]
    })
}

function ofRequest(requests: Scene['requests'], department: string, year: number): HomeItem {
  const own = requests.find((each) => each.departmentCode === department && each.year === year)
  return requestItem(own?.state ?? null, { department, year }, own?.reason ?? null)
}

/** What departments ask for, to whoever keeps the money: each that waits to be taken. */
function ofFinance(scene: Scene): HomeItem[] {
  if (!has(scene, 'finance')) return []
  return scene.requests
    .filter(({ state }) => state === 'requested')
    .flatMap(({ departmentCode, year, requestedAt }) =>
      countedItem('request_to_accept', 1, {
        ...{ department: departmentCode, year },
        at: requestedAt ? Date.parse(requestedAt) : null,
      }),
    )
}

/** The ward's own report: to whoever writes it until it is sent, to the leader while it waits to be signed. */
async function ofWardReport(scene: Scene): Promise<HomeItem[]> {
  const { context, plan, period, year } = scene
  if (period === null || period.state === 'locked') return []
  const newest = (await listWardReportStates(context.read, plan.id)).find((each) => each.year === year)
  const duty = { year, dueAt: period.wardDueAt }
  return [
    ...(has(scene, 'coordinator') ? wardReportItem(newest?.state ?? null, duty, newest?.reason ?? null) : []),
    ...(has(scene, 'leader') && newest?.state === 'submitted'
      ? countedItem('ward_report_to_sign', 1, duty)
      : []),
  ]
}

/** What the period asks of whoever leads it: who has not sent, what waits to be judged, what nobody leads. */
async function ofCoordinator(scene: Scene): Promise<HomeItem[]> {
  const { context, plan, period, gathered, cells, year } = scene
  const items: HomeItem[] = []
  const mayApprove = (enteredBy: EnteredCell['enteredBy']) =>
    can(context.actor, 'measurement.approve', { plan: plan.code, enteredBy }).allowed
  const waiting = cells.filter(({ state, enteredBy }) => state === 'submitted' && mayApprove(enteredBy))
  for (const code of new Set(waiting.map(({ indicator }) => indicator))) {
    const of = waiting.filter(({ indicator }) => indicator === code)
    items.push(
      ...countedItem('figures_to_approve', of.length, { code, year, dueAt: period?.wardDueAt ?? null }),
    )
  }
  if (!has(scene, 'coordinator')) return items
  const asked = gathered.filter(({ counted }) => counted.exemptBecause === null)
  const sent = asked.filter(({ counted }) => counted.outcome !== null).length
  if (period && sent < asked.length)
    items.push(
      ...countedItem('departments', asked.length, { done: sent, year, dueAt: period.departmentsDueAt }),
    )
  for (const { department, report } of asked.filter(({ report }) => report?.state === 'submitted'))
    items.push(
      ...countedItem('report_to_accept', 1, {
        department,
        year,
        dueAt: period?.wardDueAt ?? null,
        at: report?.submittedAt ? Date.parse(report.submittedAt) : null,
      }),
    )
  const leading = await leadingOf(context.read, plan, today(context))
  const unassigned = [...leading.values()].filter(({ lead }) => lead === null).length
  return [...items, ...countedItem('tasks_unassigned', unassigned)]
}

/** Obstacles that wait for this person: to consolidate, to decide, to act on, to mend. */
async function ofObstacles(scene: Scene): Promise<HomeItem[]> {
  const { context, plan, own } = scene
  const rowsOf = (wait: 'coordinator' | 'leader' | 'acting' | 'raiser') =>
    listObstacleRows(context.read, {
      planId: plan.id,
      states: statesWaitingFor(wait),
      limit: MOST_OBSTACLES,
    })
  const items: HomeItem[] = []
  if (has(scene, 'coordinator'))
    items.push(...countedItem('obstacles_to_consolidate', (await rowsOf('coordinator')).length))
  if (has(scene, 'leader')) items.push(...countedItem('obstacles_to_decide', (await rowsOf('leader')).length))
  if (own.length === 0) return items
  for (const { code, departmentCode } of await rowsOf('raiser'))
    if (own.includes(departmentCode))
      items.push(
        ...countedItem('obstacle_returned', 1, { code, department: departmentCode }).map((item) => ({
          ...item,
          state: 'returned' as const,
        })),
      )
  for (const { code, actingCode } of await rowsOf('acting'))
    if (actingCode !== null && own.includes(actingCode))
      items.push(...countedItem('obstacle_to_act_on', 1, { code, department: actingCode }))
  return items
}

/** What keeps the house itself in order. */
async function ofAdministrator(scene: Scene): Promise<HomeItem[]> {
  if (!has(scene, 'admin')) return []
  const { context, plan } = scene
  const now = context.now()
  const keys = await listKeysEnding(
    context.read,
    plan.id,
    now,
    new Date(now.getTime() + KEYS_ENDING_DAYS * MS_PER_DAY),
  )
  return [
    ...countedItem('jobs_failed', await countFailedJobs(context.read)),
    ...keys.flatMap(({ name, expiresAt }) =>
      countedItem('keys_expiring', 1, { note: name, dueAt: Date.parse(expiresAt) }),
    ),
    ...countedItem('people_without_account', await countWithoutAccount(context.read)),
  ]
}
