// A resource that comes and goes in files: its columns, and what names one of its rows. All else follows from them.

import type { CellValue } from './import-cell-kinds.ts'
import type { Columns } from './import-columns.ts'
import type { RowFault, RowWarning } from './import-row-fault.ts'

/** The cells of a row by their kinds; a blank cell, and one whose column is not in the file, is null. */
export type RowOf<Declared extends Columns<string>> = {
  readonly [Column in keyof Declared]: CellValue<Declared[Column]['cell']> | null
}

export interface ResourceDeclaration<Declared extends Columns<string> = Columns<string>> {
  readonly columns: Declared
  /**
   * What names a row: of several ways the first whose first column is filled. No file has one name twice; the same row
   * sent again meets what it made.
   */
  readonly keys: readonly (readonly string[])[]
}

export type RowKey = Readonly<Record<string, string | null>>

export interface ReadRow<Row> {
  /** Null when the row has a fault. */
  readonly row: Row | null
  /** Null when the row does not say what it is a row of. */
  readonly key: RowKey | null
  readonly faults: readonly RowFault[]
  readonly warnings: readonly RowWarning[]
}

/** The declaration, with the types of its rows kept. */
export function declare<const Declared extends Columns<string>>(
  columns: Declared,
  keys: readonly (readonly (keyof Declared & string)[])[],
): ResourceDeclaration<Declared> {
  return { columns, keys }
}
