// What the address of a list may say: `/danh-muc/SEC-01?loc=thieu&cap=ward` shows what the ward itself still misses.

import { OWNER_LEVELS, type OwnerLevel } from '@tien-do/domain/checklist'
import { oneOf, type RawSearch } from '../../lib/search-params.ts'

export const FILTERS = ['thieu', 'chua-ra-soat', 'xong'] as const

export interface ChecklistSearch {
  loc?: (typeof FILTERS)[number] | undefined
  cap?: OwnerLevel | undefined
}

export function readChecklistSearch(raw: RawSearch): ChecklistSearch {
  return { loc: oneOf(FILTERS, raw.loc), cap: oneOf(OWNER_LEVELS, raw.cap) }
}
