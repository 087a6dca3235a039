// The words people use for what a file may choose from; the first of each is the one that is written.

import type { Method } from './indicator.ts'

export const METHOD_WORDS = {
  counted: ['đếm', 'kiểm đếm', 'thống kê'],
  provided: ['cung cấp', 'được cung cấp', 'đơn vị cung cấp'],
  estimated: ['ước tính', 'ước'],
} as const satisfies Readonly<Record<Method, readonly string[]>>
