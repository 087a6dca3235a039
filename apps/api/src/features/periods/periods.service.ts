// Periods as they are read, and what others may ask of them; each act has a file of its own.
import type { Day } from '@tien-do/domain/day'
import { yearOf } from '@tien-do/domain/day'
import type { DepartmentId, PlanId } from '@tien-do/domain/ids'
import {
  datesOfYear,
  mayDecideUnder,
  maySubmitUnder,
  type PeriodDates,
  type PeriodLock,
  periodLock,
} from '@tien-do/domain/period'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan } from '../plans/index.ts'
import { listPeriodRows, type PeriodRow } from './periods.repo.ts'

export async function listPeriods(context: Context, planCode: string) {
  const plan = await getPlan(context, planCode)
  return { plan, rows: await listPeriodRows(context.read, plan.id) }
}

/** The period of a year, or `period.not-found`. */
export async function getPeriod(context: Context, planCode: string, year: number) {
  const plan = await getPlan(context, planCode)
  return { plan, row: await periodOfYear(context.read, plan.id, year) }
}

/** The dates that the plan's rule gives a year: what the coordinator sees before opening it. */
export async function proposePeriod(context: Context, planCode: string, year: number): Promise<PeriodDates> {
  const { plan } = await getPlan(context, planCode)
  const dates = datesOfYear(plan, year)
  if (!dates) throw new AppError('period.no-deadline')
  return dates
}

/** The same by the plan's identity, also inside a change. */
export async function periodOfYear(read: Reader | Tx, planId: PlanId, year: number): Promise<PeriodRow> {
  const [row] = await listPeriodRows(read, planId, year)
  if (!row) throw new AppError('period.not-found', { members: { year } })
  return row
}

/** The period of a year, if it was opened. */
export async function findPeriodOfYear(
  read: Reader | Tx,
  planId: PlanId,
  year: number,
): Promise<PeriodRow | null> {
  const [row] = await listPeriodRows(read, planId, year)
  return row ?? null
}

/** Says of any department and day how its period is locked now: read once, asked as often as there are figures. */
export async function periodLocks(
  read: Reader | Tx,
  planId: PlanId,
  now: Date,
): Promise<(department: DepartmentId | null, on: Day) => PeriodLock> {
  const rows = await listPeriodRows(read, planId)
  const standings = new Map(rows.map((row) => [row.year, row.standing]))
  return (department, on) => periodLock(standings.get(yearOf(on)) ?? null, department, now.getTime())
}

type Asking = Pick<Context, 'now'>

/** Throws `period.locked` where the department may not enter, correct or send a figure of this day now. */
export async function refuseWriting(
  tx: Tx,
  planId: PlanId,
  figure: { readonly department: DepartmentId | null; readonly on: Day },
  { now }: Asking,
): Promise<void> {
  const lock = (await periodLocks(tx, planId, now()))(figure.department, figure.on)
  if (!maySubmitUnder(lock)) throw lockedError(lock, figure.on)
}

/** Throws `period.locked` where a figure of this day may not even be approved or returned any more. */
export async function refuseDeciding(tx: Tx, planId: PlanId, on: Day, { now }: Asking): Promise<void> {
  const lock = (await periodLocks(tx, planId, now()))(null, on)
  if (!mayDecideUnder(lock)) throw lockedError(lock, on)
}

function lockedError(lock: PeriodLock, on: Day): AppError {
  return new AppError('period.locked', { members: { year: yearOf(on), state: lock.state } })
}
