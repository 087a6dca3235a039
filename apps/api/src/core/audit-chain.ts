// The chain of the audit: each hash covers the row and the hash before it, so nothing in it changes in silence.
import { canonicalJson, sha256 } from './canonical-json.ts'

/** What a hash covers: all of a row but its place in the table. `at` is RFC 3339 in UTC with milliseconds. */
export interface AuditEvent {
  readonly planId: string | null
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly keyId: string | null
  readonly ip: string | null
  readonly requestId: string | null
  readonly action: string
  readonly resource: string
  readonly resourceId: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
}

/** The hash of an event behind another; null: it is the first of its chain. */
export function linkHash(previousHash: string | null, event: AuditEvent): string {
  return sha256((previousHash ?? '') + canonicalJson(event))
}

export interface ChainLink {
  readonly seq: number
  readonly event: AuditEvent
  readonly previousHash: string | null
  readonly hash: string
}

/** `altered`: the row is not what was written; `gap`: what stood before it is gone or elsewhere. */
export interface ChainFault {
  readonly seq: number
  readonly code: 'altered' | 'gap'
}

export interface ChainState {
  readonly head: string | null
  readonly checked: number
  readonly faults: readonly ChainFault[]
}

export const EMPTY_CHAIN: ChainState = { head: null, checked: 0, faults: [] }

/** Walks on over the next rows of a chain, in their order. */
export function walkOn(state: ChainState, links: readonly ChainLink[]): ChainState {
  let head = state.head
  const faults = [...state.faults]
  for (const link of links) {
    if (link.previousHash !== head) faults.push({ seq: link.seq, code: 'gap' })
    if (link.hash !== linkHash(link.previousHash, link.event)) faults.push({ seq: link.seq, code: 'altered' })
    head = link.hash
  }
  return { head, checked: state.checked + links.length, faults }
}
