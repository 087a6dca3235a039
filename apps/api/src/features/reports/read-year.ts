// One consistent reading of a plan for a year. Every change of a plan raises its revision under the lock of its row, so a
// reading is of one moment if the revision is the same before it and under that lock.
import type { Day } from '@tien-do/domain/day'
import { deadlineDay } from '@tien-do/domain/deadline'
import type { PlanId } from '@tien-do/domain/ids'
import type { ReportSnapshot } from '@tien-do/domain/report-snapshot'
import { takeSnapshot } from '@tien-do/domain/take-snapshot'
import { canonicalJson, sha256 } from '../../core/canonical-json.ts'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { readIndicators } from '../indicators/index.ts'
import { getPlan, lockPlan, type PlanInForce, today } from '../plans/index.ts'
import { insertSnapshot } from './reports.repo.ts'
import { departmentReportsOf, findPeriod, moneyOf, obstaclesOf, tasksOf } from './year-facts.ts'

export interface YearReading {
  readonly plan: PlanInForce
  readonly snapshot: ReportSnapshot
}

/** Reads the year up to a day: the cut-off of the year, or today where that has not come. */
export async function readYear(
  context: Context,
  planCode: string,
  year: number,
  upTo: Day | null,
): Promise<YearReading> {
  const plan = await getPlan(context, planCode)
  const period = await findPeriod(context, plan, year)
  const cutOff = period?.dataCutOff ?? deadlineDay(plan.plan.cycle.dataCutOff, year)
  const now = today(context)
  const asOf = upTo ?? earlier(cutOff, now)
  if (asOf > now) throw faultyDay('future_day', now)
  if (!asOf.startsWith(String(year))) throw faultyDay('another_year', now)
  const { indicators } = await readIndicators(context, planCode, asOf)
  const snapshot = takeSnapshot({
    plan: plan.plan,
    revision: plan.revision,
    sample: plan.sample,
    year,
    asOf,
    cutOff,
    takenAt: context.now().toISOString(),
    indicators,
    auditHead: plan.auditHead,
    tasks: await tasksOf(context, plan, year, asOf),
    obstacles: await obstaclesOf(context, plan, year),
    money: await moneyOf(context, plan, year),
    departmentReports: await departmentReportsOf(context, plan, period),
  })
  return { plan, snapshot }
}

function earlier(a: Day, b: Day): Day {
  return b < a ? b : a
}

function faultyDay(code: string, now: Day): AppError {
  return new AppError('validation-failed', {
    faults: [{ pointer: '/asOf', in: 'body', code, params: { today: now } }],
  })
}

class Overtaken extends Error {}

const ATTEMPTS = 5

/** Reads, and then does the work under the plan's lock if nothing has changed in between; else reads again. */
export async function withReading<Result>(
  read: () => Promise<YearReading>,
  work: (reading: YearReading) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const reading = await read()
    try {
      return await work(reading)
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === ATTEMPTS) throw error
    }
  }
}

/** Puts the reading away for good; throws when the plan has moved on since it was read. */
export async function keepSnapshot(
  tx: Tx,
  { plan, snapshot }: YearReading,
  reportId: string,
  context: Context,
): Promise<string> {
  const { revision, auditHead } = await lockPlan(tx, plan.id as PlanId)
  if (revision !== plan.revision || auditHead !== plan.auditHead)
    throw new Overtaken('the plan has changed since it was read')
  const content = canonicalJson(snapshot)
  const id = newId<string>()
  await insertSnapshot(tx, {
    id,
    planId: plan.id,
    reportId,
    hash: sha256(content),
    content,
    takenAt: snapshot.takenAt,
    takenBy: context.actor.personId,
  })
  return id
}
