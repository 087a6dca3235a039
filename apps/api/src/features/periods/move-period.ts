import { mayMovePeriod, PERIOD_ACTS, type PeriodAct } from '@tien-do/domain/period'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { listWaiting, movePeriod, type NewPeriod, type PeriodRow } from './periods.repo.ts'
import { periodOfYear } from './periods.service.ts'

/** Closes the intake: what is on its way may still be judged and mended. */
export function closePeriod(context: Context, planCode: string, year: number, seen: number | null) {
  return move(context, planCode, year, seen, 'close', { closedAt: context.now().toISOString() })
}

/** Locks the year's figures; refused while a report waits for a decision. */
export function lockPeriod(context: Context, planCode: string, year: number, seen: number | null) {
  return move(context, planCode, year, seen, 'lock', { lockedAt: context.now().toISOString() })
}

/** Opens it again, with the reason that stays beside it. */
export function reopenPeriod(
  context: Context,
  planCode: string,
  year: number,
  seen: number | null,
  reason: string,
) {
  const change = {
    reopenedAt: context.now().toISOString(),
    reopenedBecause: reason,
    closedAt: null,
    lockedAt: null,
  }
  return move(context, planCode, year, seen, 'reopen', change, reason)
}

async function move(
  context: Context,
  planCode: string,
  year: number,
  seen: number | null,
  act: PeriodAct,
  change: Partial<NewPeriod>,
  reason?: string,
) {
  const { id: planId } = await getPlan(context, planCode)
  const { action, to, nothingWaits } = PERIOD_ACTS[act]
  return context.change({ action, plan: { id: planId, code: planCode }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = seenPeriod(await periodOfYear(tx, planId, year), seen)
    if (!mayMovePeriod(act, before.state))
      throw new AppError('period.wrong-state', { members: { state: before.state } })
    if (nothingWaits) await refuseWaiting(tx, before.id)
    if (!(await movePeriod(tx, before.id, before.version, { state: to, ...change })))
      throw new AppError('version.mismatch')
    record({
      resource: 'period',
      id: before.id,
      code: String(year),
      subject: { department: null },
      before: { state: before.state },
      after: { state: to, ...change },
    })
    return { plan, row: await periodOfYear(tx, planId, year) }
  })
}

/** The period, if it is still the version that was seen. */
export function seenPeriod(row: PeriodRow, seen: number | null): PeriodRow {
  if (seen !== null && row.version !== seen) throw new AppError('version.mismatch')
  return row
}

async function refuseWaiting(tx: Tx, periodId: string): Promise<void> {
  const departments = await listWaiting(tx, periodId)
  if (departments.length > 0) throw new AppError('period.reports-wait', { members: { departments } })
}
