// A block of cells, chosen with Shift as in a spreadsheet: it is marked in the table, and copied as a spreadsheet takes it.

import { writeTsv } from '@tien-do/domain/tsv'
import type { CellStore } from './cell-store.ts'
import type { Stop } from './movement.ts'
import { plainNumber } from './paste-figures.ts'
import type { FormIndicator } from './shapes.ts'
import { FIELDS_OF } from './typed.ts'

export interface Block {
  /** Where the choosing began: the focus stays there. */
  readonly anchor: Stop
  readonly head: Stop
}

export function isInBlock({ anchor, head }: Block, { row, column }: Stop): boolean {
  const within = (at: number, a: number, b: number) => at >= Math.min(a, b) && at <= Math.max(a, b)
  return within(row, anchor.row, head.row) && within(column, anchor.column, head.column)
}

/** The fields of the block, row by row; blank where nothing was typed. */
export function blockText(store: CellStore, indicator: FormIndicator, block: Block): string {
  const fields = FIELDS_OF[indicator.kind]
  const rows = store.keysOf(indicator.code).flatMap((key, row) => {
    const { typed } = store.entry(key)
    const cells = fields.flatMap((field, column) =>
      isInBlock(block, { row, column }) ? [plainNumber(typed[field])] : [],
    )
    return cells.length > 0 ? [cells] : []
  })
  return writeTsv(rows)
}

export function sizeOf({ anchor, head }: Block): number {
  return (Math.abs(anchor.row - head.row) + 1) * (Math.abs(anchor.column - head.column) + 1)
}
