import { addDays, type Day, startOfDay } from '@tien-do/domain/day'
import type { Context } from '../../core/context.ts'
import { AppError, type Fault } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce } from '../plans/index.ts'
import { seenPeriod } from './move-period.ts'
import { insertAllowance, movePeriod, type PeriodRow, takeBackAllowance } from './periods.repo.ts'
import type { NewAllowance } from './periods.schema.ts'
import { periodOfYear } from './periods.service.ts'

/** Allows one department what the others are not: an exception from the lock, an extension, an exemption. */
export async function allowInPeriod(context: Context, planCode: string, year: number, input: NewAllowance) {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'period.allow' as const, plan: { id: planId, code: planCode }, reason: input.reason }
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = await periodOfYear(tx, planId, year)
    const row = {
      id: newId<string>(),
      periodId: before.id,
      departmentId: reportingDepartment(plan, input.department),
      kind: input.kind,
      reason: input.reason,
      until: untilOf(input, before, context.now().getTime()),
      allowedBy: context.actor.personId,
      allowedAt: context.now().toISOString(),
    }
    if (!(await movePeriod(tx, before.id, before.version, {}))) throw new AppError('version.mismatch')
    await insertAllowance(tx, row)
    record({
      resource: 'period',
      id: before.id,
      code: String(year),
      subject: { department: null },
      before: null,
      after: { allowance: { ...row, department: input.department } },
    })
    return { plan, row: await periodOfYear(tx, planId, year) }
  })
}

/** Takes back what was allowed; it stays in the trail. */
export async function endAllowance(
  context: Context,
  planCode: string,
  year: number,
  id: string,
  seen: number | null,
) {
  const { id: planId } = await getPlan(context, planCode)
  const act = { action: 'period.allow' as const, plan: { id: planId, code: planCode } }
  return context.change(act, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = seenPeriod(await periodOfYear(tx, planId, year), seen)
    const allowance = before.allowed.find((each) => each.id === id)
    if (!allowance) throw new AppError('period.allowance-not-found')
    if (!(await movePeriod(tx, before.id, before.version, {}))) throw new AppError('version.mismatch')
    await takeBackAllowance(tx, id, context.now().toISOString())
    record({
      resource: 'period',
      id: before.id,
      code: String(year),
      subject: { department: null },
      before: { allowance },
      after: { allowance: null },
    })
    return { plan, row: await periodOfYear(tx, planId, year) }
  })
}

function reportingDepartment(plan: PlanInForce, code: string): string {
  const id = plan.departments.get(code)
  const reports = plan.plan.departments.some((each) => each.code === code && each.reports)
  if (!id || !reports) throw faulty({ pointer: '/department', code: 'unknown_department', params: { code } })
  return id
}

/** An exemption has no end; an exception ends after now, an extension after the deadline that it moves. */
function untilOf(
  { kind, lastDay }: NewAllowance,
  { departmentsDueAt }: PeriodRow,
  now: number,
): string | null {
  if (kind === 'exemption') {
    if (lastDay !== undefined) throw faulty({ pointer: '/lastDay', code: 'not_for_this_kind' })
    return null
  }
  if (lastDay === undefined) throw faulty({ pointer: '/lastDay', code: 'required' })
  const until = startOfDay(addDays(lastDay as Day, 1))
  const earliest = kind === 'extension' ? Math.max(departmentsDueAt, now) : now
  if (until <= earliest) throw faulty({ pointer: '/lastDay', code: 'too_early' })
  return new Date(until).toISOString()
}

function faulty(fault: Omit<Fault, 'in'>): AppError {
  return new AppError('validation-failed', { faults: [{ ...fault, in: 'body' }] })
}
