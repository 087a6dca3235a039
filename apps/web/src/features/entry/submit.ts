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
}

export function readinessOf(store: CellStore, keys: readonly string[]): Readiness {
  const entries = keys.map(store.entry)
  const filled = entries.filter(isFilled)
  const isWrong = (entry: Entry) =>
    isBlocked(entry.checks) || entry.refused.length > 0 || entry.theirs !== null
  const isGone = ({ stored, mark }: Entry) =>
    mark === 'saved' && (stored?.state === 'submitted' || stored?.state === 'approved')
  const open = filled.filter((entry) => !isGone(entry) && !isWrong(entry))
  return {
    blocked: filled.filter(isWrong),
    unexplained: open.filter(owesReason),
    explained: open.filter(
      ({ checks, typed }) => checks.some(({ level }) => level === 'warn') && typed.reason.trim() !== '',
    ),
    missing: entries.filter((entry) => !isFilled(entry)),
    ready: open.filter((entry) => !owesReason(entry)),
    submitted: entries.filter(({ stored, mark }) => mark === 'saved' && stored?.state === 'submitted'),
  }
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
