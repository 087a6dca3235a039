// What the address of the list may say, and which indicators that leaves.

import { matches } from '@tien-do/domain/search-fold'
import { oneOf, textOf } from '../../lib/search-params.ts'
import { searchText } from './names.ts'
import { type Indicator, STATUS_GROUP_KEYS, STATUS_GROUPS, type StatusGroupKey } from './status.ts'

export interface IndicatorsSearch {
  /** Code of a group of the plan. */
  nhom?: string | undefined
  trangthai?: StatusGroupKey | undefined
  tim?: string | undefined
  /** As a table; absent: as a list. */
  xem?: 'bang' | undefined
}

export function readIndicatorsSearch(search: Record<string, unknown>): IndicatorsSearch {
  return {
    nhom: textOf(search.nhom),
    trangthai: oneOf(STATUS_GROUP_KEYS, search.trangthai),
    tim: textOf(search.tim),
    xem: oneOf(['bang'], search.xem),
  }
}

/** What is left by the filters; words are found with or without marks, in all that names the indicator. */
export function leftBy(
  { nhom, trangthai, tim }: IndicatorsSearch,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const statuses = trangthai && STATUS_GROUPS[trangthai].statuses
  return indicators.filter(
    (indicator) =>
      (!nhom || indicator.group === nhom) &&
      (!statuses || statuses.includes(indicator.status)) &&
      (!tim || matches(tim, searchText(indicator))),
  )
}
