// The steps that the acts on a figure share: the version that was seen, the move, the new revision, the record.
import type { Day } from '@tien-do/domain/day'
import type { DepartmentId, PersonId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS, type MeasurementAct, mayMove } from '@tien-do/domain/measurement'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { refuseDeciding, refuseWriting } from '../periods/index.ts'
import type { PlanInForce } from '../plans/index.ts'
import { findMeasurement, type MeasurementRow, moveRevision, type NewRevision } from './measurements.repo.ts'
import { measurementEtag, toWire } from './measurements.schema.ts'
import { showing } from './showing.ts'

/** The figure, if it is still the version that was seen and the act is open to its state. */
export async function seenVersion(
  tx: Tx,
  plan: PlanInForce,
  id: string,
  seen: string | null,
  act: MeasurementAct,
  context: Context,
): Promise<MeasurementRow> {
  const before = await findMeasurement(tx, plan.id, id)
  if (!before) throw new AppError('measurement.not-found')
  if (seen !== null && measurementEtag(before) !== seen) throw await overtaken(tx, before, plan, context)
  if (!mayMove(act, before.state))
    throw new AppError('measurement.wrong-state', { members: { state: before.state } })
  const on = before.on as Day
  if (MEASUREMENT_ACTS[act].decides) await refuseDeciding(tx, plan.id, on, context)
  else
    await refuseWriting(tx, plan.id, { department: before.departmentId as DepartmentId | null, on }, context)
  return before
}

/** Moves it, or says what somebody else made of it meanwhile. */
export async function moveOrFail(
  tx: Tx,
  plan: PlanInForce,
  context: Context,
  before: MeasurementRow,
  change: Partial<NewRevision>,
): Promise<void> {
  if (await moveRevision(tx, before.id, before.version, change)) return
  throw await overtaken(tx, (await findMeasurement(tx, plan.id, before.id)) ?? before, plan, context)
}

/** Says what is stored now, so that whoever was too late can compare. */
async function overtaken(
  tx: Tx,
  current: MeasurementRow,
  plan: PlanInForce,
  context: Context,
): Promise<AppError> {
  const to = await showing(tx, context, plan)
  return new AppError('version.mismatch', { members: { current: toWire(current, to) } })
}

/** What a revision becomes when another takes its place. */
export function ended(context: Context) {
  return {
    state: 'superseded' as const,
    endedBy: context.actor.personId,
    endedAt: context.now().toISOString(),
  }
}

export type MovingAct = Exclude<MeasurementAct, 'correct'>

/** What a figure becomes by an act of the caller. */
export function moved(context: Context, act: MovingAct, note: string | null): Partial<NewRevision> {
  const at = context.now().toISOString()
  const by = context.actor.personId
  const { to } = MEASUREMENT_ACTS[act]
  if (act === 'withdraw') return { state: to, submittedBy: null, submittedAt: null }
  if (act === 'submit') return { state: to, submittedBy: by, submittedAt: at }
  return {
    state: to,
    decidedBy: by,
    decidedAt: at,
    decisionNote: note,
    ...(act === 'approve' ? { approvedAt: at } : {}),
  }
}

/** A new revision by the caller, on its way to approval. */
export function submitted(
  context: Context,
  row: Omit<NewRevision, 'id' | 'state' | 'enteredBy' | 'enteredAt'>,
): NewRevision & { id: string } {
  const at = context.now().toISOString()
  const by = context.actor.personId
  return {
    ...row,
    id: newId<string>(),
    state: 'submitted',
    enteredBy: by,
    enteredAt: at,
    submittedBy: by,
    submittedAt: at,
  }
}

/** Records what became of the figure, for its department and by who entered it; returns it as it is now. */
export async function recorded(
  tx: Tx,
  plan: PlanInForce,
  id: string,
  record: RecordChange,
  before: MeasurementRow | null,
): Promise<MeasurementRow> {
  const after = await findMeasurement(tx, plan.id, id)
  if (!after) throw new Error(`measurement ${id} vanished`)
  const subject = {
    department: after.departmentId,
    ...(before ? { enteredBy: before.enteredBy as PersonId } : {}),
  }
  record({ resource: 'measurement', id, code: after.indicatorCode, subject, before, after })
  return after
}
