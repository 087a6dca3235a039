// What the address of the queue says: `/duyet-so-lieu?nam=2026&bo-phan=VH-TT&xem=can-xem`.

import { oneOf, type RawSearch, textOf } from '../../lib/search-params.ts'

export interface ApprovalSearch {
  nam?: string | undefined
  'bo-phan'?: string | undefined
  /** Code of an indicator. */
  ct?: string | undefined
  /** Only those about which the checks said something. */
  xem?: 'can-xem' | undefined
}

export function readApprovalSearch(raw: RawSearch): ApprovalSearch {
  const year = textOf(raw.nam)
  return {
    nam: year && /^20\d\d$/.test(year) ? year : undefined,
    'bo-phan': textOf(raw['bo-phan']),
    ct: textOf(raw.ct),
    xem: oneOf(['can-xem'] as const, raw.xem),
  }
}
