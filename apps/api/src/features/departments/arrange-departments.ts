// Departments change in one act: the plan's own data, and everything open that belongs to those that end.
import { addDays, type Day } from '@tien-do/domain/day'
import { changeDepartments, endedBy, type Succession } from '@tien-do/domain/department-change'
import { earliestDay, indicatorAfter } from '@tien-do/domain/department-succession'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import type { DepartmentChange, Plan } from '@tien-do/domain/plan'
import { paperOn, type Route, routesOn } from '@tien-do/domain/report-routes'
import type { Context, RecordChange } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { getPlan, lockPlanInForce, type PlanInForce, rewritePlan, today } from '../plans/index.ts'
import { listClosedYears, listDepartmentIds } from './carry-over.repo.ts'
import { carryOver } from './carry-over.ts'
import type { Carrying, Moved } from './carrying.ts'

export interface Arranging {
  readonly changes: readonly DepartmentChange[]
  readonly on: Day
  readonly legalBasis: string
  /** Code of the prepared arrangement that this applies; null for an act of its own. */
  readonly arrangement: string | null
}

export interface Arranged {
  readonly moved: readonly Moved[]
  /** What is said of routes the day before, and on the day; only where it differs. */
  readonly routes: readonly { readonly before: Route; readonly after: Route }[]
  readonly paper: { readonly before: ReturnType<typeof paperOn>; readonly after: ReturnType<typeof paperOn> }
}

/** Does it, or rehearses it: the same road, and what it says would move is what does. */
export async function arrangeDepartments(
  context: Context,
  planCode: string,
  arranging: Arranging,
  mode: 'validate' | 'commit',
): Promise<Arranged> {
  const { id } = await getPlan(context, planCode)
  const act = {
    action: 'department.arrange' as const,
    plan: { id, code: planCode },
    reason: arranging.legalBasis,
  }
  const run = mode === 'commit' ? context.change : context.rehearse
  return run(act, async (tx, record) => {
    const plan = await lockPlanInForce(tx, id as PlanId)
    refuseWrongDay(arranging.on, await listClosedYears(tx, plan.id), today(context))
    const { after, successions } = planAfter(plan.plan, arranging)
    await rewritePlan(tx, after, context, plan.id)
    const departments = await listDepartmentIds(tx, plan.id)
    const carrying = { ...arranging, tx, context, plan, after, successions, departments }
    const found = await carryOver({
      ...carrying,
      ...endedOf(arranging, departments, plan.id),
      reason: act.reason,
    })
    refuseLeaving(plan.plan, arranging.changes, found)
    const moved = found.filter(({ from, to }) => from !== to)
    noteEach(record, plan, after, { arranging, departments, moved })
    return { moved, ...whatPapersSay(plan.plan, after, arranging) }
  })
}

/** A day to come moves nothing yet; a day before a year that is closed would change who reported then. */
function refuseWrongDay(on: Day, closed: readonly number[], now: Day): void {
  const earliest = earliestDay(on, closed)
  if (on > now) throw faulty([{ pointer: '/on', code: 'day_to_come', params: { today: now } }])
  if (earliest > on) throw faulty([{ pointer: '/on', code: 'year_is_closed', params: { earliest } }])
}

function planAfter(plan: Plan, arranging: Arranging): { after: Plan; successions: readonly Succession[] } {
  const { on, arrangement } = arranging
  const result = changeDepartments(plan, arranging)
  if (!result.ok)
    throw faulty(
      result.faults.map(({ field, code, params = {} }) => ({ pointer: `/${field}`, code, params })),
    )
  const prepared = plan.arrangements.find(({ code }) => code === arrangement)
  if (arrangement !== null && !prepared)
    throw faulty([{ pointer: '/arrangement', code: 'unknown_arrangement', params: { code: arrangement } }])
  if (prepared?.appliedFrom)
    throw faulty([
      { pointer: '/arrangement', code: 'applied_already', params: { from: prepared.appliedFrom } },
    ])
  const { departments, departmentEvents, successions } = result
  const after = {
    ...plan,
    departments,
    departmentEvents,
    indicators: plan.indicators.map((each) => indicatorAfter(each, successions, on)),
    arrangements: plan.arrangements.map((each) => (each === prepared ? { ...each, appliedFrom: on } : each)),
  }
  return { after, successions }
}

/** A department that reports, or has anything open, does not end without somebody who takes over. */
function refuseLeaving(plan: Plan, changes: readonly DepartmentChange[], found: readonly Moved[]): void {
  const faults = changes.flatMap((change, index) => {
    if (change.to.length > 0) return []
    const ended = endedBy(change)
    const open = found.filter(({ from }) => ended.includes(from)).length
    const isOwed = (code: string | null) => code !== null && ended.includes(code)
    const owned = plan.indicators.filter(({ owner }) => isOwed(owner)).length
    const report = plan.departments.some(({ code, reports }) => reports && ended.includes(code))
    return open + owned > 0 || report
      ? [{ pointer: `/changes/${index}/to`, code: 'needs_successor', params: { open: open + owned } }]
      : []
  })
  if (faults.length > 0) throw faulty(faults)
}

function endedOf(
  { changes }: Arranging,
  departments: ReadonlyMap<string, DepartmentId>,
  planId: PlanId,
): Pick<Carrying, 'codeOf' | 'ended'> {
  const from = new Set(changes.flatMap((change) => (change.act === 'rename' ? [] : change.from)))
  return {
    codeOf: new Map([...departments].map(([code, id]) => [id, code])),
    ended: { planId, ids: [...from].flatMap((code) => departments.get(code) ?? []) },
  }
}

interface Noted {
  readonly arranging: Arranging
  readonly departments: ReadonlyMap<string, DepartmentId>
  readonly moved: readonly Moved[]
}

/** One line of the trail for each department that was, is or became another: its versions, and what it gave away. */
function noteEach(
  record: RecordChange,
  plan: PlanInForce,
  after: Plan,
  { arranging, departments, moved }: Noted,
) {
  const { changes, on, arrangement } = arranging
  const concerned = new Set(changes.flatMap(({ from, to }) => [...from, ...to.map(({ code }) => code)]))
  for (const code of concerned) {
    const find = (of: Plan) => of.departments.find((each) => each.code === code)?.versions ?? null
    const gave = Object.groupBy(
      moved.filter(({ from }) => from === code),
      ({ kind }) => kind,
    )
    record({
      resource: 'department',
      id: departments.get(code) ?? code,
      code,
      subject: { department: null },
      before: { versions: find(plan.plan) },
      after: { versions: find(after), on, arrangement, gave },
    })
  }
}

/** Of a prepared arrangement seen from the day it was decided for: the routes may have changed before it was applied. */
function whatPapersSay(before: Plan, after: Plan, { on, arrangement }: Arranging): Omit<Arranged, 'moved'> {
  const decided = before.arrangements.find(({ code }) => code === arrangement)?.on ?? on
  const eve = addDays(decided < on ? decided : on, -1)
  const now = routesOn(after, on)
  const routes = routesOn(before, eve).map((route, index) => ({ before: route, after: now[index] ?? route }))
  return {
    routes: routes.filter(
      (each) => each.before.recipient !== each.after.recipient || each.before.via !== each.after.via,
    ),
    paper: { before: paperOn(before, eve), after: paperOn(after, on) },
  }
}

function faulty(faults: readonly Omit<Fault, 'in'>[]): AppError {
  return new AppError('department.faulty', {
    faults: faults.map((fault) => ({ ...fault, in: 'body' as const })),
  })
}
