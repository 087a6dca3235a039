// Rows against what is stored: what each of them would do, and then all of it. The same for a screen and for a file.
import {
  type ChecklistFault,
  type ChecklistStatus,
  checklistFaults,
  type OwnerLevel,
} from '@tien-do/domain/checklist'
import type { Day } from '@tien-do/domain/day'
import type { Context, Tx } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { type PlanInForce, today } from '../plans/index.ts'
import {
  type ItemRow,
  insertItems,
  insertStatuses,
  lockLists,
  mendItem,
  type NewItem,
  type NewStatus,
  supersedeStatuses,
} from './checklists.repo.ts'

/** What is not given stays as it is. */
export interface ItemChange {
  readonly list: string
  readonly code: string
  readonly name?: string | undefined
  readonly level?: OwnerLevel | null | undefined
  readonly validFrom?: Day | null | undefined
  readonly validTo?: Day | null | undefined
  /** Null takes back what was said from `replaces` on. */
  readonly status?: ChecklistStatus | null | undefined
  readonly since?: Day | null | undefined
  readonly note?: string | null | undefined
  /** The day of the saying that this one stands in for, where it is another than `since`. */
  readonly replaces?: Day | null | undefined
}

export type ItemFault =
  | ChecklistFault
  | { readonly field: 'name'; readonly code: 'required'; readonly params?: undefined }

export interface ItemStep {
  readonly change: ItemChange
  readonly before: ItemRow | null
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected'
  readonly faults: readonly ItemFault[]
}

/** What each row would do; the lists are known, and no item is there twice. */
export async function planItems(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  changes: readonly ItemChange[],
): Promise<ItemStep[]> {
  const lists = [...new Set(changes.map(({ list }) => list))]
  const stored = await lockLists(tx, plan.id, lists)
  const known = new Map(stored.map((row) => [`${row.list} ${row.code}`, row]))
  const now = today(context)
  return changes.map((change) => {
    const before = known.get(`${change.list} ${change.code}`) ?? null
    const faults = faultsOf(change, before, now)
    return { change, before, faults, outcome: faults.length > 0 ? 'rejected' : outcomeOf(change, before) }
  })
}

/** Writes the steps that change something. */
export async function writeItems(
  tx: Tx,
  context: Context,
  plan: PlanInForce,
  steps: readonly ItemStep[],
): Promise<void> {
  const at = context.now().toISOString()
  const by = context.actor.personId
  const positions = new Map<string, number>()
  const items: NewItem[] = []
  const statuses: NewStatus[] = []
  const superseded: string[] = []
  for (const { change, before, outcome } of steps) {
    if (outcome !== 'created' && outcome !== 'updated') continue
    const itemId = before?.id ?? newId<string>()
    if (before) await mendItem(tx, before.id, shapeOf(change, before))
    else {
      const position = positions.get(change.list) ?? (await lastPosition(tx, plan, change.list))
      positions.set(change.list, position + 1)
      items.push({
        id: itemId,
        planId: plan.id,
        list: change.list,
        code: change.code,
        position,
        ...shapeOf(change, null),
      })
    }
    const { status, since, note = null } = change
    superseded.push(...replacedBy(change, before))
    if (status && since && !saysSo(change, before))
      statuses.push({ id: newId<string>(), itemId, status, since, note, enteredBy: by, enteredAt: at })
  }
  await insertItems(tx, items)
  await supersedeStatuses(tx, superseded, { supersededAt: at, supersededBy: by })
  await insertStatuses(tx, statuses)
}

async function lastPosition(tx: Tx, plan: PlanInForce, list: string): Promise<number> {
  const rows = await lockLists(tx, plan.id, [list])
  return rows.reduce((most, { position }) => Math.max(most, position + 1), 0)
}

function shapeOf(change: ItemChange, before: ItemRow | null) {
  return {
    name: change.name ?? before?.name ?? change.code,
    level: change.level === undefined ? (before?.level ?? null) : change.level,
    validFrom: change.validFrom === undefined ? (before?.validFrom ?? null) : change.validFrom,
    validTo: change.validTo === undefined ? (before?.validTo ?? null) : change.validTo,
  }
}

function faultsOf(change: ItemChange, before: ItemRow | null, now: Day): ItemFault[] {
  const faults: ItemFault[] = []
  if (!before && !change.name) faults.push({ field: 'name', code: 'required' })
  const { status, since } = change
  if (status && !since) faults.push({ field: 'since', code: 'since_missing' })
  return [
    ...faults,
    ...checklistFaults(shapeOf(change, before), status && since ? { status, since } : null, now),
  ]
}

function outcomeOf(change: ItemChange, before: ItemRow | null): 'created' | 'updated' | 'unchanged' {
  if (!before) return 'created'
  const shape = shapeOf(change, before)
  const sameShape =
    shape.name === before.name &&
    shape.level === before.level &&
    shape.validFrom === before.validFrom &&
    shape.validTo === before.validTo
  const saysNothingNew = change.status ? saysSo(change, before) : true
  return sameShape && saysNothingNew && replacedBy(change, before).length === 0 ? 'unchanged' : 'updated'
}

/** The saying of that very day is the same already. */
function saysSo({ status, since, note }: ItemChange, before: ItemRow | null): boolean {
  const known = before?.statuses.find((each) => each.since === since)
  return known?.status === status && (note === undefined || known?.note === note)
}

/** The sayings that this one takes the place of. */
function replacedBy(change: ItemChange, before: ItemRow | null): string[] {
  const { status, since, replaces } = change
  const days = new Set<string>()
  if (replaces && (status === null || replaces !== since)) days.add(replaces)
  if (status && since && !saysSo(change, before)) days.add(since)
  return (before?.statuses ?? []).filter((each) => days.has(each.since)).map(({ id }) => id)
}
