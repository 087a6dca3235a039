// What the address of an entry screen says: which indicator, which area, and whether the group or the check is shown.

import { oneOf, textOf } from '../../lib/search-params.ts'

export const ENTRY_VIEWS = ['nhom', 'kiem-tra'] as const
export type EntryView = (typeof ENTRY_VIEWS)[number]

export interface EntrySearch {
  /** Code of the indicator; absent: the first of the group. */
  ct?: string | undefined
  /** Code of the area to begin at. */
  to?: string | undefined
  xem?: EntryView | undefined
}

export function readEntrySearch(raw: Record<string, unknown>): EntrySearch {
  return { ct: textOf(raw.ct), to: textOf(raw.to), xem: oneOf(ENTRY_VIEWS, raw.xem) }
}
