// Whether the numbers of one column are written with one decimal mark.

import type { RawCell } from './import-row-cells.ts'
import { type DecimalMark, decimalMarkOf } from './number-vi.ts'

/**
 * Asked cell by cell, from the first on: whether a number goes against the mark that the column has shown so far. "1.234,5"
 * below "1,234.5" is a question, whatever each says alone.
 */
export function markWatch(): (column: string, cell: RawCell) => boolean {
  const shown = new Map<string, DecimalMark>()
  return (column, cell) => {
    if (typeof cell !== 'string') return false
    const mark = decimalMarkOf(cell)
    if (mark === null) return false
    const before = shown.get(column)
    if (before === undefined) shown.set(column, mark)
    return before !== undefined && before !== mark
  }
}
