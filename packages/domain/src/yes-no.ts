// How a yes or a no is written in a sheet.

import { fold } from './search-fold.ts'

export type YesNo = { readonly kind: 'value'; readonly value: boolean } | { readonly kind: 'none' | 'fault' }

const YES = new Set(['1', 'x', 'v', '✓', '✔', '☑', 'co', 'dat', 'roi', 'da co', 'yes', 'y', 'true'])
const NO = new Set(['0', 'khong', 'chua', 'chua co', 'khong co', 'no', 'n', 'false', '☐', '✗', '✘'])

/** "x", "có", "1" say yes; "không", "chưa", "0" say no; a blank says nothing. */
export function parseYesNo(text: string): YesNo {
  const word = fold(text)
  if (word === '') return { kind: 'none' }
  if (YES.has(word)) return { kind: 'value', value: true }
  return NO.has(word) ? { kind: 'value', value: false } : { kind: 'fault' }
}
