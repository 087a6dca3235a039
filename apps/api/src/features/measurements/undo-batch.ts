// A batch that was saved, taken back: what stood there before comes back as new revisions; nothing is deleted.
import type { Day } from '@tien-do/domain/day'
import type { AreaId, IndicatorId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { Context, Tx } from '../../core/context.ts'
import { AppError, type ErrorCode } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce } from '../plans/index.ts'
import { endRevisions, findCells, insertRevisions, lockEntries, rowsOf } from './cells.repo.ts'
import { type LockOf, readLocks } from './entry-locks.ts'
import { listBatch } from './history.repo.ts'
import type { MeasurementRow, NewRevision } from './measurements.repo.ts'
import { toWire } from './measurements.schema.ts'
import { showing } from './showing.ts'
import type { UndoResults } from './undo-batch.schema.ts'

/** What a batch did to one cell. */
interface Deed {
  /** What it wrote; null where it cleared the cell. */
  readonly written: MeasurementRow | null
  /** What stood there before; null where the cell was empty. */
  readonly ended: MeasurementRow | null
}

/** Takes a batch back cell by cell; where somebody has built on it, it stays, and the answer says where. */
export async function undoBatch(context: Context, planCode: string, batch: string): Promise<UndoResults> {
  const { id: planId } = await getPlan(context, planCode)
  const undo = newId<string>()
  return context.change(
    { action: 'measurement.undo', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      await lockEntries(tx, planId)
      const deeds = deedsOf(await listBatch(tx, planId, batch), batch)
      if (deeds.length === 0) throw new AppError('batch.not-found')
      const standings = await findCells(tx, deeds.map(cellOf))
      const lockOf = await readLocks(tx, plan, context.now())
      const judged = deeds.map((deed, index) => {
        const standing = standings[index]
        const code = refusalOf(context, plan, deed, standing?.underWay ?? null, lockOf)
        return { deed, code, nextRevision: standing?.nextRevision ?? 1 }
      })
      const undone = judged.filter(({ code }) => code === null)
      const by = context.actor.personId
      const at = context.now().toISOString()
      const written = undone.flatMap(({ deed }) => deed.written ?? [])
      // Nobody can have moved one of them since: entries take turns, and decisions move the version.
      if ((await endRevisions(tx, written, { batch: undo, by, at })).size !== written.length)
        throw new AppError('conflict')
      const restored = undone.flatMap(({ deed, nextRevision }) =>
        deed.ended ? [restoredFrom(deed.ended, nextRevision, { batch: undo, by, at })] : [],
      )
      if ((await insertRevisions(tx, restored)).size !== restored.length) throw new AppError('conflict')
      const now = await rowsOf(
        tx,
        restored.map(({ id }) => id),
      )
      for (const { deed } of undone) {
        const about = deed.written ?? deed.ended
        if (!about) continue
        const after = [...now.values()].find((row) => sameCell(row, about)) ?? null
        record({
          resource: 'measurement',
          id: after?.id ?? about.id,
          code: about.indicatorCode,
          subject: { department: about.departmentId },
          before: deed.written,
          after,
        })
      }
      return { batch: undone.length > 0 ? undo : null, results: await resultsOf(tx, context, plan, judged) }
    },
  )
}

function deedsOf(rows: readonly MeasurementRow[], batch: string): Deed[] {
  const cells = Map.groupBy(rows, ({ indicatorId, areaId, on }) => JSON.stringify([indicatorId, areaId, on]))
  return [...cells.values()].map((ofCell) => ({
    written: ofCell.find((row) => row.batch === batch) ?? null,
    ended: ofCell.find((row) => row.endedBatch === batch && row.batch !== batch) ?? null,
  }))
}

/** Why a cell stays as the batch left it; null where it can be taken back. */
function refusalOf(
  context: Context,
  plan: PlanInForce,
  { written, ended }: Deed,
  underWay: MeasurementRow | null,
  lockOf: LockOf,
): ErrorCode | null {
  const about = written ?? ended
  if (!about) return 'batch.built-upon'
  const subject = { plan: plan.code, department: about.departmentId }
  if (!can(context.actor, 'measurement.undo', subject).allowed) return 'permission.refused'
  if (lockOf(about.departmentId, about.on as Day)) return 'period.locked'
  if (written === null) return underWay === null ? null : 'batch.built-upon'
  const isUntouched = underWay?.id === written.id && written.decidedAt === null
  return isUntouched ? null : 'batch.built-upon'
}

function restoredFrom(
  ended: MeasurementRow,
  revision: number,
  { batch, by, at }: { batch: string; by: Context['actor']['personId']; at: string },
): NewRevision & { id: string } {
  const wasSubmitted = ended.submittedAt !== null && ended.decidedAt === null
  return {
    id: newId<string>(),
    planId: ended.planId,
    indicatorId: ended.indicatorId,
    areaId: ended.areaId,
    on: ended.on,
    revision,
    numerator: ended.numerator,
    denominator: ended.denominator,
    value: ended.value,
    qualitative: ended.qualitative,
    notApplicable: ended.notApplicable,
    source: ended.source,
    method: ended.method,
    note: ended.note,
    reason: ended.reason,
    warnings: ended.warnings,
    state: wasSubmitted ? 'submitted' : 'draft',
    batch,
    enteredBy: by,
    enteredAt: at,
    submittedBy: wasSubmitted ? by : null,
    submittedAt: wasSubmitted ? at : null,
  }
}

async function resultsOf(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  judged: readonly { deed: Deed; code: ErrorCode | null }[],
): Promise<UndoResults['results']> {
  const standings = await findCells(
    tx,
    judged.map(({ deed }) => cellOf(deed)),
  )
  const to = await showing(tx, context, plan)
  return judged.flatMap(({ deed, code }, index) => {
    const about = deed.written ?? deed.ended
    if (!about) return []
    const living = standings[index]?.underWay ?? standings[index]?.inForce ?? null
    return [
      {
        indicator: about.indicatorCode,
        area: about.areaCode,
        on: about.on,
        outcome: code === null ? ('undone' as const) : ('refused' as const),
        code,
        measurement: living && toWire(living, to),
      },
    ]
  })
}

function cellOf({ written, ended }: Deed) {
  const about = (written ?? ended) as MeasurementRow
  return {
    indicatorId: about.indicatorId as IndicatorId,
    areaId: about.areaId as AreaId,
    on: about.on as Day,
  }
}

function sameCell(a: MeasurementRow, b: MeasurementRow): boolean {
  return a.indicatorId === b.indicatorId && a.areaId === b.areaId && a.on === b.on
}
