import type { DepartmentId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, type PlanInForce } from '../plans/index.ts'
import { departmentsOf } from './issue-slip.ts'
import { findSlip, listSlipFigures, listSlipRows, markRevoked, type SlipRow } from './slips.repo.ts'

/** The slips of a year whose figures the caller may enter, with what came back. */
export async function listSlips(context: Context, planCode: string, year: number) {
  const plan = await getPlan(context, planCode)
  const all = await listSlipRows(context.read, plan.id, year)
  const rows = all.filter((row) => isTheirs(context, plan, row))
  const figures = await listSlipFigures(
    context.read,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ row, figures: figures.filter(({ slipId }) => slipId === row.id) }))
}

/** Closes the link at once; what was sent stays to be confirmed. */
export async function revokeSlip(context: Context, planCode: string, id: string) {
  const plan = await getPlan(context, planCode)
  return context.change({ action: 'slip.revoke', plan }, async (tx, record) => {
    const before = await slipOrFail(tx, plan, id)
    const figures = await listSlipFigures(tx, [id])
    if (before.revokedAt) return { row: before, figures }
    const at = context.now().toISOString()
    await markRevoked(tx, id, at)
    for (const department of ownersOf(plan, before))
      record({
        resource: 'slip',
        id,
        code: before.areaCode,
        subject: { department },
        before: { revokedAt: null },
        after: { revokedAt: at },
      })
    return { row: { ...before, revokedAt: at }, figures }
  })
}

export async function slipOrFail(
  read: Tx | Context['read'],
  plan: PlanInForce,
  id: string,
): Promise<SlipRow> {
  const row = await findSlip(read, plan.id, id)
  if (!row) throw new AppError('slip.not-found')
  return row
}

/** An indicator that has left the plan since belongs to nobody. */
export function ownersOf(plan: PlanInForce, { indicators }: SlipRow): ReadonlySet<DepartmentId | null> {
  const known = indicators.filter((code) => plan.indicators.has(code))
  return known.length > 0 ? departmentsOf(plan, known) : new Set([null])
}

function isTheirs(context: Context, plan: PlanInForce, row: SlipRow): boolean {
  return [...ownersOf(plan, row)].every(
    (department) => can(context.actor, 'slip.read', { plan: plan.code, department }).allowed,
  )
}
