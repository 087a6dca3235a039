import { type RawSearch, textOf } from '../../lib/search-params.ts'

export interface CompletenessSearch {
  nam?: string | undefined
  'bo-phan'?: string | undefined
}

export function readCompletenessSearch(raw: RawSearch): CompletenessSearch {
  const year = textOf(raw.nam)
  return { nam: year && /^20\d\d$/.test(year) ? year : undefined, 'bo-phan': textOf(raw['bo-phan']) }
}
