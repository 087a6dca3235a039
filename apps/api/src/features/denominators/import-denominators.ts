// Counts of the register as rows of a file, and back. A blank cell leaves what is there; no row takes a count away.
import { areasOn } from '@tien-do/domain/areas-on'
import { denominatorFaults } from '@tien-do/domain/denominator'
import type { DenominatorRow } from '@tien-do/domain/import-registers'
import type { BatchFault } from '@tien-do/domain/import-row-fault'
import { authorize } from '../../core/authorize.ts'
import type { Batch } from '../../core/batch.ts'
import type { Context, Reader, Tx } from '../../core/context.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import { listDenominatorRows } from './denominators.repo.ts'
import {
  areaIdOf,
  type CountedDenominator,
  planDenominators,
  writeDenominators,
} from './write-denominators.ts'

export async function importDenominators(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  rows: readonly DenominatorRow[],
): Promise<Batch> {
  authorize(context.actor, 'denominator.record', { plan: plan.code, department: null })
  const faults = rows.map((row) => faultsOf(context, plan, row))
  const sound = rows.flatMap((row, index) => (faults[index]?.length === 0 ? [{ row, index }] : []))
  const known = await planDenominators(
    tx,
    plan,
    sound.map(({ row }) => counted(row, null)),
  )
  const steps = await planDenominators(
    tx,
    plan,
    sound.map(({ row }, index) => counted(row, known[index]?.before ?? null)),
  )
  const stepAt = new Map(sound.map(({ index }, at) => [index, steps[at]!]))
  return {
    outcomes: rows.map((_, index) => {
      const outcome = stepAt.get(index)?.outcome
      return outcome === undefined || outcome === 'removed' ? (faults[index] ?? []) : outcome
    }),
    write: (kept) =>
      writeDenominators(
        tx,
        context,
        plan,
        kept.map((index) => stepAt.get(index)!),
      ),
  }
}

/** Every count of the register, past ones too. */
export async function exportDenominators(read: Reader, { id }: PlanInForce) {
  const rows = await listDenominatorRows(read, id)
  return rows.map(({ kind, area, on, value, countedBy, source, note }) => {
    const row: DenominatorRow = { kind, area, on, value, countedBy, source, note }
    return { department: null, row }
  })
}

function counted(row: DenominatorRow, before: CountedDenominator | null): CountedDenominator {
  const { kind, area, on, value, countedBy, source, note } = row
  // The columns that must be filled are.
  return {
    kind: kind!,
    area,
    on: on!,
    value,
    countedBy: countedBy ?? before?.countedBy ?? null,
    source: source ?? before?.source ?? null,
    note: note ?? before?.note ?? null,
  }
}

function faultsOf(
  context: Context,
  plan: PlanInForce,
  { kind, area, on, value }: DenominatorRow,
): BatchFault[] {
  if (areaIdOf(plan, area) === null) return [{ column: 'area', code: 'unknown_area' }]
  const areas = areasOn(plan.plan, on!).map(({ code }) => code)
  return denominatorFaults({ kind: kind!, area, on: on!, value: value! }, today(context), areas).map(
    ({ field, code, params }) => ({ column: field, code, ...(params ? { params } : {}) }),
  )
}
