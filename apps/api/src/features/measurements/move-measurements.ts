// Many figures submitted, withdrawn, approved or returned at once: each has an outcome of its own, in one change.
import type { Day } from '@tien-do/domain/day'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { MEASUREMENT_ACTS, mayMove } from '@tien-do/domain/measurement'
import { can } from '@tien-do/domain/permission'
import type { Context, Tx } from '../../core/context.ts'
import type { ErrorCode } from '../../core/errors.ts'
import { getPlan, getPlanForChange, type PlanInForce } from '../plans/index.ts'
import { endRevisions, findCells, lockEntries, moveRevisions, rowsOf } from './cells.repo.ts'
import type { MeasurementRow } from './measurements.repo.ts'
import { measurementEtag, toWire } from './measurements.schema.ts'
import type { MeasurementMove, MoveResults } from './move-measurements.schema.ts'
import { type MovingAct, moved } from './revision.ts'
import { showing } from './showing.ts'
import { judgeDrafts } from './unready.ts'

interface Judged {
  readonly index: number
  readonly id: string
  readonly row: MeasurementRow | null
  readonly note: string | null
  readonly refusal: ErrorCode | null
}

/** Does one act to many figures; what cannot be moved says why, and holds up no other. */
export async function moveMeasurements(
  context: Context,
  planCode: string,
  act: MovingAct,
  { items, note }: { items: readonly MeasurementMove[]; note?: string | null | undefined },
): Promise<MoveResults> {
  const { id: planId } = await getPlan(context, planCode)
  const { action } = MEASUREMENT_ACTS[act]
  const reason = note?.trim() || undefined
  return context.change({ action, plan: { id: planId, code: planCode }, reason }, async (tx, record) => {
    const plan = await getPlanForChange(tx, planCode)
    await lockEntries(tx, planId)
    const open = await judgeAll(tx, context, plan, act, items, reason ?? null)
    const drafts = act === 'submit' ? await judgeDrafts(tx, plan, open.flatMap(movable)) : null
    const judged = open.map((each) => ({
      ...each,
      refusal: each.refusal ?? drafts?.get(each.id)?.refusal ?? null,
    }))
    const moving = judged.flatMap((each) => movable(each).map((row) => ({ row, remark: each.note })))
    if (act === 'approve') await endInForce(tx, context, moving)
    const done = await moveRevisions(
      tx,
      moving.map(({ row: { id, version }, remark }) => ({
        id,
        version,
        remark,
        warnings: drafts?.get(id)?.warnings,
      })),
      moved(context, act, null),
    )
    const after = await rowsOf(
      tx,
      judged.flatMap(({ row }) => row?.id ?? []),
    )
    for (const { row } of moving)
      if (done.has(row.id))
        record({
          resource: 'measurement',
          id: row.id,
          code: row.indicatorCode,
          subject: { department: row.departmentId, enteredBy: row.enteredBy },
          before: row,
          after: after.get(row.id),
        })
    const to = await showing(tx, context, plan)
    return {
      results: judged.map(({ index, id, refusal }) => {
        const code = refusal ?? (done.has(id) ? null : ('version.mismatch' as const))
        const now = after.get(id)
        return {
          index,
          id,
          outcome: code === null ? 'done' : code === 'version.mismatch' ? 'conflict' : 'rejected',
          code,
          measurement: now ? toWire(now, to) : null,
        } as const
      }),
    }
  })
}

async function judgeAll(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  act: MovingAct,
  items: readonly MeasurementMove[],
  common: string | null,
): Promise<Judged[]> {
  const known = await rowsOf(
    tx,
    items.map(({ id }) => id),
  )
  const isLocked = await readLocks(tx, context, plan, act)
  const seen = new Set<string>()
  return items.map(({ id, etag, note }, index) => {
    const row = known.get(id)
    const remark = note?.trim() || common
    const isRepeated = seen.has(id)
    seen.add(id)
    if (!row || row.planId !== plan.id)
      return { index, id, row: null, note: remark, refusal: 'measurement.not-found' }
    const refusal = isRepeated ? 'conflict' : refusalOf(context, plan, act, row, etag, remark)
    return { index, id, row, note: remark, refusal: refusal ?? (isLocked(row) ? 'period.locked' : null) }
  })
}

function refusalOf(
  context: Context,
  plan: PlanInForce,
  act: MovingAct,
  row: MeasurementRow,
  etag: string,
  remark: string | null,
): ErrorCode | null {
  const { action, reason } = MEASUREMENT_ACTS[act]
  const subject = { plan: plan.code, department: row.departmentId, enteredBy: row.enteredBy }
  const decision = can(context.actor, action, subject)
  if (!decision.allowed)
    return decision.because === 'own_entry' ? 'permission.own-entry' : 'permission.refused'
  if (measurementEtag(row) !== etag) return 'version.mismatch'
  if (!mayMove(act, row.state)) return 'measurement.wrong-state'
  return reason && !remark ? 'measurement.reason-missing' : null
}

const movable = ({ row, refusal }: Judged): MeasurementRow[] => (row && !refusal ? [row] : [])

async function readLocks(tx: Tx, context: Context, plan: PlanInForce, act: MovingAct) {
  const { openFor } = await showing(tx, context, plan)
  const { decides } = MEASUREMENT_ACTS[act]
  return ({ departmentId, on }: MeasurementRow) => {
    const { write, decide } = openFor(departmentId, on as Day)
    return !(decides ? decide : write)
  }
}

/** What was in force until now gives way to what is approved. */
async function endInForce(
  tx: Tx,
  context: Context,
  moving: readonly { row: MeasurementRow }[],
): Promise<void> {
  const cells = await findCells(
    tx,
    moving.map(({ row }) => ({
      indicatorId: row.indicatorId as IndicatorId,
      areaId: row.areaId as AreaId,
      on: row.on as Day,
    })),
  )
  const inForce = cells.flatMap((cell) => cell.inForce ?? [])
  await endRevisions(tx, inForce, {
    batch: null,
    by: context.actor.personId,
    at: context.now().toISOString(),
  })
}
