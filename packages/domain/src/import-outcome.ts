// What an imported figure does to what is known already.

import type { ImportState } from './import-options.ts'
import type { MeasurementState } from './measurement.ts'

/** A revision that still counts, and whether it says the same as the imported figure. */
export interface Standing {
  readonly state: Exclude<MeasurementState, 'superseded'>
  readonly same: boolean
}

export type ImportOutcome =
  | { readonly kind: 'created' | 'unchanged' }
  | { readonly kind: 'updated'; readonly supersedes: readonly ('inForce' | 'underWay')[] }

/**
 * A figure that is in force with the same numbers, source, method and note is unchanged; so is one submitted already,
 * unless it is to be approved. What is loaded as submitted replaces what is under way and leaves what is in force; what
 * is vouched for replaces both.
 */
export function importOutcome(
  inForce: Standing | null,
  underWay: Standing | null,
  wanted: ImportState,
): ImportOutcome {
  if (!inForce && !underWay) return { kind: 'created' }
  if (inForce?.same) return { kind: 'unchanged' }
  if (wanted === 'submitted' && underWay?.same && underWay.state === 'submitted') return { kind: 'unchanged' }
  const supersedes: ('inForce' | 'underWay')[] = underWay ? ['underWay'] : []
  if (wanted === 'approved' && inForce) supersedes.push('inForce')
  return { kind: 'updated', supersedes }
}
