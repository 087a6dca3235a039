// What the address of a year may say: `/du-toan/2027?theo=nhiem-vu` splits the money by task.

import { oneOf, type RawSearch } from '../../lib/search-params.ts'

const SPLITS = ['nguon', 'nhiem-vu', 'loai'] as const

export interface BudgetSearch {
  theo?: (typeof SPLITS)[number] | undefined
}

export function readBudgetSearch(raw: RawSearch): BudgetSearch {
  return { theo: oneOf(SPLITS, raw.theo) }
}
