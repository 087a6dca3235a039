import { oneOf, type RawSearch, textOf } from '../../lib/search-params.ts'

/** What of the cells that are open, as the address says it. */
export const OPEN_STATES = { 'chua-nhap': 'missing', 'ban-nhap': 'draft', 'tra-lai': 'returned' } as const
export type OpenState = keyof typeof OPEN_STATES

/** In the place of a department: the indicators that nobody owns. */
export const NOBODY = 'chua-phan-cong'

export interface CompletenessSearch {
  nam?: string | undefined
  'bo-phan'?: string | undefined
  o?: OpenState | undefined
}

export function readCompletenessSearch(raw: RawSearch): CompletenessSearch {
  const year = textOf(raw.nam)
  return {
    nam: year && /^20\d\d$/.test(year) ? year : undefined,
    'bo-phan': textOf(raw['bo-phan']),
    o: oneOf(Object.keys(OPEN_STATES) as OpenState[], raw.o),
  }
}
