// The explicit step after saving: what is whole goes to the coordinator, what is not says why.

import { isBlocked } from '@tien-do/domain/figure-checks'
import { answer, api } from '../../lib/api.ts'
import { type CellStore, type Entry, isFilled, owesReason } from './cell-store.ts'
import type { Desk } from './desk.ts'
import { draftOf } from './desk.ts'
import { newKey } from './outbox.ts'
import type { CellBody } from './shapes.ts'

/** A screen's cells, by what stands between them and the coordinator. */
export interface Readiness {
  readonly blocked: readonly Entry[]
  /** Odd, and without their one-line reason yet. */
  readonly unexplained: readonly Entry[]
  readonly explained: readonly Entry[]
  readonly missing: readonly Entry[]
  /** Whole, and not with the coordinator yet. */
  readonly ready: readonly Entry[]
  readonly submitted: readonly Entry[]
  /** Those of them that may still be taken back. */
  readonly withdrawable: readonly Entry[]
}

export function readinessOf(store: CellStore, keys: readonly string[]): Readiness {
  const entries = keys.map(store.entry)
  const filled = entries.filter(isFilled)
  const isWrong = (entry: Entry) =>
    isBlocked(entry.checks) || entry.refused.length > 0 || entry.theirs !== null
  const isGone = ({ stored, mark }: Entry) =>
    mark === 'saved' && (stored?.state === 'submitted' || stored?.state === 'approved')
  const open = withSums(
    store,
    filled.filter((entry) => !isGone(entry) && !isWrong(entry)),
  )
  const held = new Set(open.filter((entry) => owesSum(store, entry)).map(({ indicator }) => indicator.code))
  const submitted = entries.filter(({ stored, mark }) => mark === 'saved' && stored?.state === 'submitted')
  return {
    blocked: filled.filter(isWrong),
    unexplained: open.filter(owesReason),
    explained: open.filter(
      ({ checks, typed }) => checks.some(({ level }) => level === 'warn') && typed.reason.trim() !== '',
    ),
    missing: entries.filter((entry) => !isFilled(entry)),
    ready: open.filter((entry) => !owesReason(entry) && !held.has(entry.indicator.code)),
    submitted,
    withdrawable: submitted.filter(({ stored }) => stored?.allowedActions.includes('measurement.withdraw')),
  }
}

/**
 * What is odd about an indicator's areas together is asked once, of the first of its cells that would be sent: so does
 * the service, and until it is explained none of them goes.
 */
function withSums(store: CellStore, open: readonly Entry[]): readonly Entry[] {
  const asked = new Set<string>()
  return open.map((entry) => {
    const { code } = entry.indicator
    if (asked.has(code) || owesReason(entry)) return entry
    asked.add(code)
    return { ...entry, checks: [...entry.checks, ...store.total(code).checks] }
  })
}

/** It lacks a reason only for what the areas are together. */
function owesSum(store: CellStore, entry: Entry): boolean {
  return owesReason(entry) && !owesReason(store.entry(entry.key))
}

/** Sends the cells as submitted; how many were taken. What is refused or was overtaken says so in its row. */
export async function submitCells(desk: Desk, plan: string, entries: readonly Entry[]): Promise<number> {
  const { store } = desk
  const cells = entries.flatMap(({ key }): CellBody[] => {
    const entry = store.entry(key)
    const { body } = draftOf(entry)
    return body ? [{ ...body, etag: entry.etag, state: 'submitted' }] : []
  })
  const { results } = await answer(
    api.PATCH('/plans/{plan}/measurements', {
      params: { path: { plan }, header: { 'idempotency-key': newKey() } },
      body: { cells },
    }),
  )
  for (const { index, outcome, measurement, faults } of results) {
    const key = entries[index]?.key
    if (key === undefined) continue
    if (outcome === 'rejected') store.tell(key, { refused: faults, mark: 'faulty' })
    else if (outcome === 'conflict') store.tell(key, { theirs: measurement, mark: 'conflict' })
    else store.settle(key, measurement, false)
  }
  return results.filter(({ outcome }) => outcome === 'saved' || outcome === 'unchanged').length
}

/** Takes back what was sent and nobody has judged; how many were given back. What was judged meanwhile shows what became of it. */
export async function withdrawCells(desk: Desk, plan: string, entries: readonly Entry[]): Promise<number> {
  const { store } = desk
  const items = entries.flatMap(({ stored }) => (stored ? [{ id: stored.id, etag: stored.etag }] : []))
  const { results } = await answer(
    api.POST('/plans/{plan}/measurements/withdraw', {
      params: { path: { plan }, header: { 'idempotency-key': newKey() } },
      body: { items },
    }),
  )
  for (const { index, measurement } of results) {
    const key = entries[index]?.key
    if (key !== undefined && measurement) store.settle(key, measurement, false)
  }
  return results.filter(({ outcome }) => outcome === 'done').length
}
