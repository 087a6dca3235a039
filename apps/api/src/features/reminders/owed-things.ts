// What can be reminded of: reports and results of a period, the ward's own report, obstacles that wait for somebody.

import type { Day } from '@tien-do/domain/day'
import { lastDayBefore } from '@tien-do/domain/deadline'
import { OBSTACLE_STATES, obstacleWaitsFor } from '@tien-do/domain/obstacle'
import type { OwedThing, RemindedKind } from '@tien-do/domain/reminder'
import type { Reader, Tx } from '../../core/context.ts'
import { gatherReports, missingFrom } from '../department-reports/index.ts'
import { listObstacleRows } from '../obstacles/index.ts'
import { listPeriodRows, type PeriodRow } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { listWardReportStates } from '../reports/index.ts'

export interface RemindedThing extends OwedThing {
  readonly kind: RemindedKind
  readonly year: number
  /** Of an obstacle; null elsewhere. */
  readonly code: string | null
  /** How many tasks lack their result; 1 elsewhere. */
  readonly count: number
  /** The rungs: of a period as they were when it opened. */
  readonly workingDaysBefore: readonly number[]
}

const MOST_OBSTACLES = 2_000

/** All that somebody in the ward still has to do, each with whom it waits for and until when. */
export async function listOwedThings(
  read: Reader | Tx,
  plan: PlanInForce,
  now: Date,
): Promise<RemindedThing[]> {
  const things: RemindedThing[] = []
  for (const period of await listPeriodRows(read, plan.id)) {
    if (period.state === 'open') things.push(...(await ofDepartments(read, plan, period, now)))
    if (period.state !== 'locked') things.push(...(await ofWard(read, plan, period)))
  }
  return [...things, ...(await ofObstacles(read, plan))]
}

/** Each department that owes a report and has not sent it, or got it back; and the results that its tasks lack. */
async function ofDepartments(
  read: Reader | Tx,
  plan: PlanInForce,
  period: PeriodRow,
  now: Date,
): Promise<RemindedThing[]> {
  const things: RemindedThing[] = []
  for (const gathered of await gatherReports(read, plan, period, now)) {
    const { department, counted } = gathered
    const isSent = counted.outcome !== null && counted.outcome !== 'returned'
    if (counted.exemptBecause !== null || isSent) continue
    const base = {
      ...{ person: null, department, post: null, code: null, year: period.year },
      lastDay: lastDayBefore(counted.dueAt),
      workingDaysBefore: period.reminders,
    }
    const key = `${period.year}/${department}`
    things.push({
      ...base,
      thing: `report/${key}`,
      kind: 'report',
      waits: counted.outcome ?? 'open',
      count: 1,
    })
    const results = missingFrom(gathered).filter(({ lacks }) => lacks === 'result')
    if (results.length > 0)
      things.push({ ...base, thing: `tasks/${key}`, kind: 'tasks', waits: 'result', count: results.length })
  }
  return things
}

/** The ward's own report until it is sent to the superior; a report that is handed up waits for the leader. */
async function ofWard(read: Reader | Tx, plan: PlanInForce, period: PeriodRow): Promise<RemindedThing[]> {
  const { year, wardDueAt, reminders } = period
  const states = (await listWardReportStates(read, plan.id)).filter((each) => each.year === year)
  if (states.some(({ state }) => state === 'sent')) return []
  const base = {
    ...{ person: null, department: null, code: null, year, count: 1, kind: 'ward_report' as const },
    workingDaysBefore: reminders,
  }
  const waits = states[0]?.state ?? 'none'
  const ladder = {
    ...base,
    thing: `ward-report/${year}`,
    post: null,
    lastDay: lastDayBefore(wardDueAt),
    waits,
  }
  if (waits !== 'submitted') return [ladder]
  return [ladder, { ...base, thing: `ward-report/${year}/signature`, post: 'leader', lastDay: null, waits }]
}

/** Whom each obstacle waits for; who was told to act has a day. */
async function ofObstacles(read: Reader | Tx, plan: PlanInForce): Promise<RemindedThing[]> {
  const rows = await listObstacleRows(read, {
    planId: plan.id,
    states: OBSTACLE_STATES.filter((state) => !['nobody', 'superior'].includes(obstacleWaitsFor(state))),
    limit: MOST_OBSTACLES,
  })
  return rows.map(({ code, year, state, departmentCode, actingCode, dueOn }): RemindedThing => {
    const wait = obstacleWaitsFor(state)
    return {
      ...{ thing: `obstacle/${code}`, kind: 'obstacle', code, year, count: 1, person: null, waits: state },
      department: wait === 'acting' ? actingCode : wait === 'raiser' ? departmentCode : null,
      post: wait === 'leader' ? 'leader' : null,
      lastDay: wait === 'acting' ? (dueOn as Day | null) : null,
      workingDaysBefore: plan.plan.cycle.remindersWorkingDaysBefore,
    }
  })
}
