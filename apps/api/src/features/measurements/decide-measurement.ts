import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS } from '@tien-do/domain/measurement'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { listLiving, type MeasurementRow, moveRevision } from './measurements.repo.ts'
import { decided, ended, moveOrFail, recorded, seenVersion } from './revision.ts'

/** Approves a submitted figure; the one that was in force until now is superseded. */
export function approveMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
): Promise<MeasurementRow> {
  return decide(context, planCode, id, seen, 'approve')
}

/** Sends a submitted figure back with a reason. */
export function returnMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
  reason: string,
): Promise<MeasurementRow> {
  return decide(context, planCode, id, seen, 'return', reason)
}

async function decide(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
  act: 'approve' | 'return',
  reason?: string,
) {
  const { id: planId } = await getPlan(context, planCode)
  const { action } = MEASUREMENT_ACTS[act]
  return context.change({ action, plan: { id: planId, code: planCode }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = await seenVersion(tx, plan, id, seen, act, context)
    if (act === 'approve') await supersedeInForce(tx, context, before)
    await moveOrFail(tx, plan, context, before, decided(context, act, reason ?? null))
    return recorded(tx, plan, id, record, before)
  })
}

/** The revision that was in force until now, if there was one, gives way. */
async function supersedeInForce(tx: Tx, context: Context, approved: MeasurementRow): Promise<void> {
  const living = await listLiving(tx, {
    indicatorId: approved.indicatorId as IndicatorId,
    areaId: approved.areaId as AreaId,
    on: approved.on,
  })
  const inForce = living.find((each) => each.state === 'approved')
  if (inForce && !(await moveRevision(tx, inForce.id, inForce.version, ended(context))))
    throw new AppError('version.mismatch')
}
