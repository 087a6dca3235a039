// What is typed for an indicator: two counts, a yes or no, a value, or words.

import type { Measure } from './indicator.ts'

export const CELL_KINDS = ['pair', 'yes_no', 'value', 'ward_pair', 'qualitative'] as const
export type CellKind = (typeof CELL_KINDS)[number]

/** Where the areas themselves are what is counted, each says yes (1 of 1) or no (0 of 1); the ward's share is how many say yes. */
export function cellKind({ measure, perArea }: { measure: Measure; perArea: boolean }): CellKind {
  if (measure === 'qualitative') return 'qualitative'
  if (measure === 'count') return 'value'
  if (!perArea) return 'ward_pair'
  return measure === 'checklist' ? 'yes_no' : 'pair'
}

/** The same in one place: where areas say yes or no, the ward as a whole says how many of how many. */
export function cellKindAt(indicator: { measure: Measure; perArea: boolean }, hasArea: boolean): CellKind {
  const kind = cellKind(indicator)
  return kind === 'yes_no' && !hasArea ? 'ward_pair' : kind
}
