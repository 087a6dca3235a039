// What changes between two plans, shown before anything is changed.

import type { Plan } from './plan.ts'
import { pointerStep } from './plan-file-fault.ts'
import { type Entry, entryKeyOf, isEntry } from './plan-file-keys.ts'

export const DIFFERENCE_KINDS = ['added', 'removed', 'changed', 'order'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export interface PlanDifference {
  /** Names, not positions: `indicators/FB-02/targets/2030/value`. */
  readonly path: string
  readonly change: DifferenceKind
  /** Null where there was nothing; for `order`, the names in their order before. */
  readonly before: unknown
  readonly after: unknown
}

/**
 * The differences between the plan in force and a plan file, none where loading it would change nothing.
 * Entries are matched by their code, so that one put in the middle is one addition, not a change of all that follow.
 */
export function differencesBetween(before: Plan | null, after: Plan): readonly PlanDifference[] {
  const empty = Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, Array.isArray(value) ? [] : null]),
  )
  return compareFields({ ...(before ?? empty) }, { ...after }, '')
}

function compareFields(before: Entry, after: Entry, path: string): PlanDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) =>
    compare(before[name] ?? null, after[name] ?? null, joined(path, name), name),
  )
}

function compare(before: unknown, after: unknown, path: string, name: string): PlanDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, name)
  if (isEntry(before) && isEntry(after)) return compareFields(before, after, path)
  if (before === after) return []
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return [{ path, change, before, after }]
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  name: string,
): PlanDifference[] {
  const keyOf = entryKeyOf(name, [...before, ...after])
  if (!keyOf) return compareValues(before, after, path)
  const was = new Map(before.filter(isEntry).map((entry) => [keyOf(entry), entry]))
  const is = new Map(after.filter(isEntry).map((entry) => [keyOf(entry), entry]))
  const keys = new Set([...was.keys(), ...is.keys()])
  const inside = [...keys].flatMap((key) =>
    compare(was.get(key) ?? null, is.get(key) ?? null, joined(path, key), key),
  )
  return [
    ...inside,
    ...compareOrder(
      [...was.keys()].filter((key) => is.has(key)),
      [...is.keys()].filter((key) => was.has(key)),
      path,
    ),
  ]
}

/** Bare values (codes, days): the list as a whole is changed, or merely put in another order. */
function compareValues(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
): PlanDifference[] {
  if (same(before, after)) return []
  const reordered = same(before.toSorted(), after.toSorted())
  return [{ path, change: reordered ? 'order' : 'changed', before, after }]
}

function compareOrder(before: readonly string[], after: readonly string[], path: string): PlanDifference[] {
  return same(before, after) ? [] : [{ path, change: 'order', before, after }]
}

function same(before: readonly unknown[], after: readonly unknown[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

function joined(path: string, name: string): string {
  return path === '' ? pointerStep(name).slice(1) : path + pointerStep(name)
}
