// One row of a file by its declaration.

import { type Marks, readCell } from './import-cells.ts'
import { type Columns, columnsOf } from './import-columns.ts'
import type { ReadRow, ResourceDeclaration, RowKey, RowOf } from './import-resource.ts'
import { shown } from './import-row.ts'
import type { RawCell } from './import-row-cells.ts'
import type { RowFault } from './import-row-fault.ts'

/** One raw row in; a row whose every cell could be read in one way only, or all that is wrong, out. */
export function readRow<Declared extends Columns<string>>(
  { columns, keys }: ResourceDeclaration<Declared>,
  raw: Readonly<Partial<Record<string, RawCell>>>,
  marks: Marks,
): ReadRow<RowOf<Declared>> {
  const faults: RowFault[] = []
  const row: Record<string, unknown> = {}
  for (const column of columnsOf(columns)) {
    const { cell: kind, required, readOnly } = columns[column]!
    const cell = readOnly ? ({ ok: true, value: null } as const) : readCell(kind, raw[column], marks)
    row[column] = cell.ok ? cell.value : null
    if (!cell.ok) {
      const { code, params } = cell
      faults.push({ column, code, value: shown(raw[column]), ...(params ? { params } : {}) })
    } else if (required && cell.value === null)
      faults.push({ column, code: 'required', value: shown(raw[column]) })
  }
  const clean = row as RowOf<Declared>
  return { row: faults.length === 0 ? clean : null, key: keyOf(keys, row), faults, warnings: [] }
}

function keyOf(keys: readonly (readonly string[])[], row: Readonly<Record<string, unknown>>): RowKey | null {
  const key = keys.find(([first = '']) => row[first] !== null)
  if (!key) return null
  return Object.fromEntries(key.map((column) => [column, row[column] === null ? null : String(row[column])]))
}
