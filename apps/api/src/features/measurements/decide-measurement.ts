import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS } from '@tien-do/domain/measurement'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { listLiving, type MeasurementRow, moveRevision } from './measurements.repo.ts'
import { moveOrFail, recorded, seenVersion } from './revision.ts'

/** Approves a submitted figure; the one that was in force until now is superseded. */
export function approveMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
): Promise<MeasurementRow> {
  return decide(context, planCode, id, seen, 'approve')
}

/** Sends a submitted figure back with a reason. */
export function returnMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  reason: string,
): Promise<MeasurementRow> {
  return decide(context, planCode, id, seen, 'return', reason)
}

async function decide(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  act: 'approve' | 'return',
  reason?: string,
) {
  const { id: planId } = await getPlan(context, planCode)
  const { action, to } = MEASUREMENT_ACTS[act]
  return context.change({ action, plan: { id: planId, code: planCode }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = await seenVersion(tx, plan, id, seen, act, context)
    if (act === 'approve') await supersedeInForce(tx, before)
    await moveOrFail(tx, plan, context, before, {
      state: to,
      decidedBy: context.actor.personId,
      decidedAt: context.now().toISOString(),
      ...(reason ? { reason } : {}),
    })
    return recorded(tx, plan, id, record, before)
  })
}

async function supersedeInForce(tx: Tx, approved: MeasurementRow): Promise<void> {
  const living = await listLiving(tx, {
    indicatorId: approved.indicatorId as IndicatorId,
    areaId: approved.areaId as AreaId,
    on: approved.on,
  })
  const inForce = living.find((each) => each.state === 'approved')
  if (inForce && !(await moveRevision(tx, inForce.id, inForce.version, { state: 'superseded' })))
    throw new AppError('version.mismatch')
}
