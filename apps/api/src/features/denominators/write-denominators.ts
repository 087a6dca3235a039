// Counts against what is stored: what each of them would do, and then all of it.
import type { Day } from '@tien-do/domain/day'
import type { DenominatorKind } from '@tien-do/domain/denominator'
import type { AreaId } from '@tien-do/domain/ids'
import type { Context, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import type { PlanInForce } from '../plans/index.ts'
import {
  type DenominatorRow,
  dropDenominator,
  insertDenominators,
  lockDenominators,
  mendDenominator,
  type NewDenominator,
} from './denominators.repo.ts'

export interface CountedDenominator {
  readonly kind: DenominatorKind
  readonly area: string | null
  readonly on: Day
  /** Null takes the count of that day away. */
  readonly value: number | null
  readonly countedBy: string | null
  readonly source: string | null
  readonly note: string | null
}

export interface DenominatorStep {
  readonly entry: CountedDenominator
  readonly before: DenominatorRow | null
  readonly outcome: 'created' | 'updated' | 'removed' | 'unchanged'
}

export function areaIdOf(plan: PlanInForce, code: string | null): AreaId | null {
  return code === null ? plan.ward : (plan.areas.get(code) ?? null)
}

/** What each entry would do; their areas are known. */
export async function planDenominators(
  tx: Tx,
  plan: PlanInForce,
  entries: readonly CountedDenominator[],
): Promise<DenominatorStep[]> {
  const areas = new Set(entries.map(({ area }) => areaIdOf(plan, area)!))
  const known = new Map((await lockDenominators(tx, plan.id, [...areas])).map((row) => [keyOf(row), row]))
  return entries.map((entry) => {
    const before = known.get(keyOf(entry)) ?? null
    return { entry, before, outcome: outcomeOf(entry, before) }
  })
}

export async function writeDenominators(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  steps: readonly DenominatorStep[],
): Promise<void> {
  const by = { recordedBy: context.actor.personId, recordedAt: context.now().toISOString() }
  const created: NewDenominator[] = []
  for (const { entry, before, outcome } of steps) {
    const { area, value, ...said } = entry
    if (outcome === 'created')
      created.push({
        id: newId<string>(),
        planId: plan.id,
        areaId: areaIdOf(plan, area)!,
        ...said,
        value: value!,
        ...by,
      })
    else if (outcome === 'updated') await mendDenominator(tx, before!.id, { ...said, value: value!, ...by })
    else if (outcome === 'removed') await dropDenominator(tx, before!.id)
  }
  await insertDenominators(tx, created)
}

function outcomeOf(entry: CountedDenominator, before: DenominatorRow | null): DenominatorStep['outcome'] {
  if (entry.value === null) return before ? 'removed' : 'unchanged'
  if (!before) return 'created'
  const same =
    before.value === entry.value &&
    before.countedBy === entry.countedBy &&
    before.source === entry.source &&
    before.note === entry.note
  return same ? 'unchanged' : 'updated'
}

function keyOf({ kind, area, on }: { kind: string; area: string | null; on: string }): string {
  return `${kind} ${area ?? ''} ${on}`
}
