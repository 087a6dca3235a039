// Is the audit what it was? Walks a chain from its rows alone, and holds its end against the head that is kept apart.
import type { PlanId } from '@tien-do/domain/ids'
import { type ChainFault, EMPTY_CHAIN, walkOn } from '../../core/audit-chain.ts'
import type { Reader } from '../../core/context.ts'
import { hadHead, listLinks } from './audit.repo.ts'

const AT_ONCE = 2_000

export interface Verification {
  readonly whole: boolean
  readonly checked: number
  /** Of the last row: what to write down elsewhere and hold against the chain later. */
  readonly head: string | null
  /** `tail_cut`: the chain ends before the head that is stored; `head_unknown`: it never had the head that was given. */
  readonly faults: readonly (
    | ChainFault
    | { readonly seq: null; readonly code: 'tail_cut' | 'head_unknown' }
  )[]
}

/**
 * Finds an edit, a deletion, a change of order, a cut tail; and, with a head that was written down earlier, also a chain
 * that somebody made anew.
 */
export async function verifyChain(
  read: Reader,
  planId: PlanId | null,
  stored: () => Promise<string | null>,
  known: string | null = null,
): Promise<Verification> {
  // Read before the walk: what is added meanwhile is walked too, and the stored head must be among it.
  const expected = await stored()
  let state = EMPTY_CHAIN
  let met = expected === null
  let after = 0
  for (;;) {
    const links = await listLinks(read, planId, after, AT_ONCE)
    state = walkOn(state, links)
    met ||= links.some(({ hash }) => hash === expected)
    if (links.length < AT_ONCE) break
    after = links.at(-1)?.seq ?? after
  }
  const faults = [
    ...state.faults,
    ...(met ? [] : [{ seq: null, code: 'tail_cut' as const }]),
    ...(known === null || (await hadHead(read, planId, known))
      ? []
      : [{ seq: null, code: 'head_unknown' as const }]),
  ]
  return { whole: faults.length === 0, checked: state.checked, head: state.head, faults }
}
