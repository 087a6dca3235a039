// A key as an administrator sees it: what it is worth now, and what may be done with it.
import { can } from '@tien-do/domain/permission'
import type { Context } from '../../core/context.ts'
import type { PlanInForce } from '../plans/index.ts'
import type { ApiKeyRow } from './api-keys.repo.ts'

type KeyState = 'live' | 'expired' | 'revoked'
const ACTS = ['api-key.rotate', 'api-key.revoke'] as const

export interface KeyView {
  readonly row: ApiKeyRow
  readonly state: KeyState
  /** Codes; empty: all of its maker's. */
  readonly departments: readonly string[]
  readonly allowedActions: readonly (typeof ACTS)[number][]
}

export function stateOf(row: Pick<ApiKeyRow, 'revokedAt' | 'expiresAt'>, now: Date): KeyState {
  if (row.revokedAt !== null) return 'revoked'
  return new Date(row.expiresAt) > now ? 'live' : 'expired'
}

/** `replaced`: the keys from which another one has taken over. */
export function viewOf(
  context: Context,
  plan: PlanInForce,
  row: ApiKeyRow,
  replaced: ReadonlySet<string>,
): KeyView {
  const codes = new Map([...plan.departments].map(([code, id]) => [id as string, code]))
  const state = stateOf(row, context.now())
  return {
    row,
    state,
    departments: row.departments.map((id) => codes.get(id) ?? id),
    allowedActions: ACTS.filter(
      (act) =>
        state === 'live' &&
        can(context.actor, act, { plan: plan.code }).allowed &&
        (act !== 'api-key.rotate' || !replaced.has(row.id)),
    ),
  }
}
