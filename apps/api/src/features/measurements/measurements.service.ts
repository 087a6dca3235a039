// The acts of a figure's life: recorded, approved or returned, corrected. A revision's numbers never change.
import type { Day } from '@tien-do/domain/day'
import { figureFaults } from '@tien-do/domain/figure'
import type { AreaId, IndicatorId, PersonId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS, type MeasurementAct, mayMove } from '@tien-do/domain/measurement'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import {
  findMeasurement,
  insertRevision,
  listLiving,
  listMeasurementRows,
  type MeasurementRow,
  moveRevision,
  type NewRevision,
} from './measurements.repo.ts'
import {
  type MeasurementChange,
  type MeasurementQuery,
  type NewMeasurement,
  toWire,
} from './measurements.schema.ts'

export async function listMeasurements(
  context: Context,
  planCode: string,
  query: MeasurementQuery,
  after?: { on: string; id: string },
) {
  const plan = await getPlan(context, planCode)
  return listMeasurementRows(context.read, {
    planId: plan.id,
    limit: query.limit,
    ...(query.indicator ? { indicatorId: indicatorOf(plan, query.indicator).id } : {}),
    ...(query.area ? { areaId: areaOf(plan, query.area) } : {}),
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(query.state ? { state: query.state } : {}),
    ...(after ? { after } : {}),
  })
}

export async function getMeasurement(
  context: Context,
  planCode: string,
  id: string,
): Promise<MeasurementRow> {
  const plan = await getPlan(context, planCode)
  const row = await findMeasurement(context.read, plan.id, id)
  if (!row) throw new AppError('measurement.not-found')
  return row
}

/** Takes down a figure where there is none yet; it is submitted for approval. */
export async function recordMeasurement(
  context: Context,
  planCode: string,
  input: NewMeasurement,
): Promise<MeasurementRow> {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'measurement.record', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const { id: indicatorId, indicator } = indicatorOf(plan, input.indicator)
      const areaId = areaOf(plan, input.area ?? null)
      const figure = {
        on: input.on as Day,
        numerator: input.numerator ?? null,
        denominator: input.denominator ?? null,
        value: input.value ?? null,
      }
      judge(indicator, figure, areaId !== plan.ward, today(context))
      const living = await listLiving(tx, { indicatorId, areaId, on: figure.on })
      if (living.length > 0) throw new AppError('measurement.exists', { members: { id: living[0]?.id } })
      const row = submitted(context, {
        planId: plan.id,
        indicatorId,
        areaId,
        revision: 1,
        ...figure,
        source: input.source ?? null,
        method: input.method ?? 'counted',
        note: input.note ?? null,
      })
      await insertRevision(tx, row)
      return recorded(tx, plan, row.id, record, null)
    },
  )
}

/** Approves a submitted figure; the one that was in force until now is superseded. */
export function approveMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
): Promise<MeasurementRow> {
  return move(context, planCode, id, seen, 'approve')
}

/** Sends a submitted figure back with a reason. */
export function returnMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  reason: string,
): Promise<MeasurementRow> {
  return move(context, planCode, id, seen, 'return', reason)
}

async function move(
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

/** Replaces the numbers by a new revision, with the reason; what is approved stays in force until that one is. */
export async function correctMeasurement(
  context: Context,
  planCode: string,
  id: string,
  seen: number | null,
  input: MeasurementChange,
) {
  const { id: planId } = await getPlan(context, planCode)
  return context.change(
    { action: 'measurement.correct', plan: { id: planId, code: planCode }, reason: input.reason },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      const before = await seenVersion(tx, plan, id, seen, 'correct', context)
      const { reason, ...changes } = input
      const figure = {
        on: before.on as Day,
        numerator: before.numerator,
        denominator: before.denominator,
        value: before.value,
        ...changes,
      }
      judge(
        indicatorOf(plan, before.indicatorCode).indicator,
        figure,
        before.areaCode !== null,
        today(context),
      )
      const living = await listLiving(tx, {
        indicatorId: before.indicatorId as IndicatorId,
        areaId: before.areaId as AreaId,
        on: before.on,
      })
      const underWay = living.find((each) => each.state !== 'approved')
      if (before.state === 'approved' && underWay)
        throw new AppError('measurement.wrong-state', { members: { id: underWay.id } })
      if (before.state !== 'approved') await moveOrFail(tx, plan, context, before, { state: 'superseded' })
      // The version that was seen must still be there: the new revision claims it from anybody else who saw the same.
      else await moveOrFail(tx, plan, context, before, {})
      const row = submitted(context, {
        planId,
        indicatorId: before.indicatorId,
        areaId: before.areaId,
        revision: before.revision + 1,
        source: before.source,
        method: before.method,
        note: before.note,
        ...figure,
        reason,
      })
      await insertRevision(tx, row)
      return recorded(tx, plan, row.id, record, before)
    },
  )
}

async function seenVersion(
  tx: Tx,
  plan: PlanInForce,
  id: string,
  seen: number | null,
  act: MeasurementAct,
  context: Context,
): Promise<MeasurementRow> {
  const before = await findMeasurement(tx, plan.id, id)
  if (!before) throw new AppError('measurement.not-found')
  if (seen !== null && before.version !== seen) throw overtaken(before, plan, context)
  if (!mayMove(act, before.state))
    throw new AppError('measurement.wrong-state', { members: { state: before.state } })
  return before
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

async function moveOrFail(
  tx: Tx,
  plan: PlanInForce,
  context: Context,
  before: MeasurementRow,
  change: Partial<NewRevision>,
): Promise<void> {
  if (await moveRevision(tx, before.id, before.version, change)) return
  throw overtaken((await findMeasurement(tx, plan.id, before.id)) ?? before, plan, context)
}

/** Says what is stored now, so that whoever was too late can compare. */
function overtaken(current: MeasurementRow, plan: PlanInForce, context: Context): AppError {
  return new AppError('version.mismatch', { members: { current: toWire(current, context.actor, plan.code) } })
}

function submitted(
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

async function recorded(
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

function judge(
  indicator: PlanIndicator,
  figure: Parameters<typeof figureFaults>[1],
  hasArea: boolean,
  on: Day,
): void {
  const faults = figureFaults(indicator, figure, hasArea, on)
  if (faults.length === 0) return
  throw new AppError('measurement.faulty', {
    faults: faults.map(({ field, code, params }) => ({
      pointer: `/${field}`,
      in: 'body' as const,
      code,
      ...(params ? { params } : {}),
    })),
  })
}

function indicatorOf(plan: PlanInForce, code: string): { id: IndicatorId; indicator: PlanIndicator } {
  const id = plan.indicators.get(code)
  const indicator = plan.plan.indicators.find((each) => each.code === code)
  if (!id || !indicator) throw new AppError('indicator.not-found', { members: { indicator: code } })
  return { id, indicator }
}

function areaOf(plan: PlanInForce, code: string | null): AreaId {
  if (code === null) return plan.ward
  const id = plan.areas.get(code)
  if (!id) throw new AppError('area.not-found', { members: { area: code } })
  return id
}
