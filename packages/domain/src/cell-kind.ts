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
