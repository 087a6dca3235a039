import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS } from '@tien-do/domain/measurement'
import type { Context, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getPlan, getPlanForChange } from '../plans/index.ts'
import { listLiving, type MeasurementRow, moveRevision } from './measurements.repo.ts'
import { ended, type MovingAct, moved, moveOrFail, recorded, seenVersion } from './revision.ts'
import { judgeDrafts } from './unready.ts'

/** Sends a draft or a returned figure to be approved. */
export function submitMeasurement(context: Context, planCode: string, id: string, seen: string | null) {
  return move(context, planCode, id, seen, 'submit')
}

/** Takes a submitted figure back into a draft, before anybody has decided. */
export function withdrawMeasurement(context: Context, planCode: string, id: string, seen: string | null) {
  return move(context, planCode, id, seen, 'withdraw')
}

/** Approves a submitted figure; the one that was in force until now is superseded. */
export function approveMeasurement(context: Context, planCode: string, id: string, seen: string | null) {
  return move(context, planCode, id, seen, 'approve')
}

/** Sends a submitted figure back with a reason. */
export function returnMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
  reason: string,
) {
  return move(context, planCode, id, seen, 'return', reason)
}

async function move(
  context: Context,
  planCode: string,
  id: string,
  seen: string | null,
  act: MovingAct,
  reason?: string,
): Promise<MeasurementRow> {
  const { id: planId } = await getPlan(context, planCode)
  const { action } = MEASUREMENT_ACTS[act]
  return context.change({ action, plan: { id: planId, code: planCode }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    const before = await seenVersion(tx, plan, id, seen, act, context)
    const draft = act === 'submit' ? (await judgeDrafts(tx, plan, [before])).get(id) : undefined
    if (draft?.refusal) throw new AppError(draft.refusal)
    if (act === 'approve') await supersedeInForce(tx, context, before)
    await moveOrFail(tx, plan, context, before, {
      ...moved(context, act, reason ?? null),
      ...(draft && { warnings: draft.warnings }),
    })
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
