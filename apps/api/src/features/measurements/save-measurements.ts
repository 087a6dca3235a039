// A batch of cells from an entry grid or a script: everything that can be saved is saved, in one change.
import type { Day } from '@tien-do/domain/day'
import type { AreaId, DepartmentId, IndicatorId } from '@tien-do/domain/ids'
import { can } from '@tien-do/domain/permission'
import type { PlanIndicator } from '@tien-do/domain/plan'
import type { Context, RecordChange, Tx } from '../../core/context.ts'
import type { Fault } from '../../core/errors.ts'
import { newId } from '../../core/new-id.ts'
import { getPlan, getPlanForChange, type PlanInForce, today } from '../plans/index.ts'
import {
  type CellKey,
  type CellStanding,
  endRevisions,
  findCells,
  insertRevisions,
  lockEntries,
  moveRevisions,
  rowsOf,
} from './cells.repo.ts'
import { readLocks } from './entry-locks.ts'
import { fault, type JudgedCell, judgeCell, saidBy, withSum } from './judge-cell.ts'
import type { MeasurementRow, NewRevision } from './measurements.repo.ts'
import { checkToWire, toWire } from './measurements.schema.ts'
import { checkSums } from './odd-figures.ts'
import { readRegisters } from './registers.ts'
import { moved } from './revision.ts'
import type { CellBatchResult, CellOutcome, NewCell } from './save-measurements.schema.ts'
import { type Showing, showing } from './showing.ts'

interface FoundCell {
  readonly index: number
  readonly cell: NewCell
  readonly indicator: PlanIndicator
  readonly key: CellKey
}

interface WorkingCell extends FoundCell, JudgedCell {
  readonly standing: CellStanding
}

/** Saves cells as drafts or submitted figures; what cannot be saved says why and where, and holds up no other. */
export async function saveMeasurements(
  context: Context,
  planCode: string,
  cells: readonly NewCell[],
): Promise<CellBatchResult> {
  const { id: planId } = await getPlan(context, planCode)
  const batch = newId<string>()
  return context.change(
    { action: 'measurement.save', plan: { id: planId, code: planCode } },
    async (tx, record) => {
      const plan = await getPlanForChange(tx, planCode)
      await lockEntries(tx, planId)
      const { found, refused } = locate(context, plan, cells)
      const judged = await judgeAll(tx, context, plan, found)
      const written = await writeAll(tx, context, plan, judged, batch)
      const now = await findCells(
        tx,
        judged.map(({ key }) => key),
      )
      await recordAll(tx, record, judged, written)
      const to = await showing(tx, context, plan)
      const results = judged.map((cell, position) => ({
        index: cell.index,
        outcome: written.get(cell.index)?.outcome ?? cell.outcome ?? 'conflict',
        measurement: wireOf(now[position], to),
        faults: cell.faults.map(plainFault),
        warnings: cell.warnings.map(checkToWire),
      }))
      const rejected = [...refused].map(([index, faults]) => ({
        index,
        outcome: 'rejected' as const,
        measurement: null,
        faults: faults.map(plainFault),
        warnings: [],
      }))
      return {
        batch: written.size > 0 ? batch : null,
        results: [...results, ...rejected].sort((a, b) => a.index - b.index),
      }
    },
  )
}

/** Which figure each cell is about; the codes that there are not, and the departments that are not the caller's. */
function locate(context: Context, plan: PlanInForce, cells: readonly NewCell[]) {
  const found: FoundCell[] = []
  const refused = new Map<number, Fault[]>()
  const seen = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    const indicator = plan.plan.indicators.find((each) => each.code === cell.indicator)
    const areaId = cell.area === null ? plan.ward : plan.areas.get(cell.area)
    const faults: Fault[] = []
    if (!indicator) faults.push(fault(index, 'indicator', 'unknown_indicator'))
    else if (!can(context.actor, 'measurement.save', subjectOf(plan, indicator)).allowed)
      faults.push(fault(index, 'indicator', 'forbidden_department'))
    if (!areaId) faults.push(fault(index, 'area', 'unknown_area'))
    const id = JSON.stringify([cell.indicator, cell.area, cell.on])
    const first = seen.get(id)
    if (first !== undefined) faults.push(fault(index, 'indicator', 'duplicate_key', { first }))
    else seen.set(id, index)
    if (faults.length > 0 || !indicator) refused.set(index, faults)
    else
      found.push({
        index,
        cell,
        indicator,
        key: {
          indicatorId: plan.indicators.get(indicator.code) as IndicatorId,
          areaId: areaId as AreaId,
          on: cell.on as Day,
        },
      })
  }
  return { found, refused }
}

async function judgeAll(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  found: readonly FoundCell[],
): Promise<WorkingCell[]> {
  const standings = await findCells(
    tx,
    found.map(({ key }) => key),
  )
  const registerOf = await readRegisters(
    tx,
    plan,
    found.map(({ key }) => key.on),
  )
  const lockOf = await readLocks(tx, plan, context.now())
  const judged = found.map((each, position) => {
    const standing = standings[position] as CellStanding
    const { cell, index, indicator, key } = each
    const register = registerOf(indicator, cell.area, key.on)
    const lock = lockOf(subjectOf(plan, indicator).department, key.on)
    const rules = { indicator, today: today(context), register, lock }
    return { ...each, standing, ...judgeCell(cell, index, standing, rules) }
  })
  return judgeSums(tx, plan, judged)
}

/** What is submitted together is also looked at together: the areas against the ward's register. */
async function judgeSums(tx: Tx, plan: PlanInForce, cells: readonly WorkingCell[]): Promise<WorkingCell[]> {
  const submitted = cells.filter(({ cell, deed }) => cell.state === 'submitted' && deed !== null)
  const sums = await checkSums(
    tx,
    plan,
    submitted.map(({ cell, indicator, key }) => ({
      indicator,
      area: cell.area,
      on: key.on,
      said: saidBy(cell),
    })),
  )
  return cells.map((each) => {
    const sum = sums.get(submitted.indexOf(each))
    return sum ? { ...each, ...withSum(each, each.cell, each.index, sum) } : each
  })
}

interface Written {
  readonly outcome: Extract<CellOutcome, 'saved' | 'cleared'>
  /** The revision that says so now; null where the cell was cleared. */
  readonly id: string | null
}

/** By the cell's index: what was done. What somebody else was faster with is absent, and a conflict. */
async function writeAll(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  cells: readonly WorkingCell[],
  batch: string,
): Promise<Map<number, Written>> {
  const by = context.actor.personId
  const at = context.now().toISOString()
  const underWay = (cell: WorkingCell) => cell.standing.underWay
  const replaced = cells
    .filter(({ deed }) => deed === 'write' || deed === 'clear')
    .flatMap((cell) => underWay(cell) ?? [])
  const ended = await endRevisions(tx, replaced, { batch, by, at })
  const isFree = (cell: WorkingCell) => {
    const before = underWay(cell)
    return before === null || ended.has(before.id)
  }
  const rows = cells
    .filter((cell) => cell.deed === 'write' && isFree(cell))
    .map((cell) => ({ cell, row: revisionOf(cell, plan, { batch, by, at }) }))
  const inserted = await insertRevisions(
    tx,
    rows.map(({ row }) => row),
  )
  const submitting = cells.flatMap((cell) => {
    const before = cell.deed === 'submit' ? underWay(cell) : null
    return before ? [{ id: before.id, version: before.version, remark: null, warnings: cell.warnings }] : []
  })
  const submitted = await moveRevisions(tx, submitting, moved(context, 'submit', null))

  const written = new Map<number, Written>()
  for (const { cell, row } of rows)
    if (inserted.has(row.id)) written.set(cell.index, { outcome: 'saved', id: row.id })
  for (const cell of cells) {
    const before = underWay(cell)
    if (cell.deed === 'clear' && isFree(cell)) written.set(cell.index, { outcome: 'cleared', id: null })
    if (cell.deed === 'submit' && before && submitted.has(before.id))
      written.set(cell.index, { outcome: 'saved', id: before.id })
  }
  return written
}

function revisionOf(
  { cell, key, standing, warnings }: WorkingCell,
  plan: PlanInForce,
  { batch, by, at }: { batch: string; by: Context['actor']['personId']; at: string },
): NewRevision & { id: string } {
  const isSubmitted = cell.state === 'submitted'
  return {
    id: newId<string>(),
    planId: plan.id,
    ...key,
    revision: standing.nextRevision,
    ...saidBy(cell),
    state: cell.state,
    warnings,
    batch,
    enteredBy: by,
    enteredAt: at,
    submittedBy: isSubmitted ? by : null,
    submittedAt: isSubmitted ? at : null,
  }
}

async function recordAll(
  tx: Tx,
  record: RecordChange,
  cells: readonly WorkingCell[],
  written: ReadonlyMap<number, Written>,
): Promise<void> {
  const after = await rowsOf(
    tx,
    [...written.values()].flatMap(({ id }) => id ?? []),
  )
  for (const { index, standing, indicator } of cells) {
    const deed = written.get(index)
    if (!deed) continue
    const now = deed.id === null ? null : (after.get(deed.id) ?? null)
    const before = standing.underWay ?? standing.inForce
    const about = now ?? standing.underWay
    if (!about) continue
    record({
      resource: 'measurement',
      id: about.id,
      code: indicator.code,
      subject: { department: about.departmentId },
      before,
      after: now,
    })
  }
}

function subjectOf(
  plan: PlanInForce,
  { owner }: PlanIndicator,
): { plan: string; department: DepartmentId | null } {
  return { plan: plan.code, department: owner === null ? null : (plan.departments.get(owner) ?? null) }
}

function wireOf(standing: CellStanding | undefined, to: Showing) {
  const living: MeasurementRow | null = standing?.underWay ?? standing?.inForce ?? null
  return living && toWire(living, to)
}

function plainFault({ pointer, code, params }: Fault) {
  return { pointer, in: 'body' as const, code, ...(params ? { params: { ...params } } : {}) }
}
