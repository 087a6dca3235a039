// A file of rows, whatever its format: what a reader gives, and what it may say is wrong.
import type { Columns } from '@tien-do/domain/import-columns'
import type { Delimiter, UnknownColumns } from '@tien-do/domain/import-options'
import type { RawRow } from '@tien-do/domain/import-row'
import type { RawCell } from '@tien-do/domain/import-row-cells'
import type { RowFault } from '@tien-do/domain/import-row-fault'

export interface SheetRow<Column extends string> {
  /** The first row of data is 1. */
  readonly row: number
  /** The line it begins on; null where the format has no lines. */
  readonly line: number | null
  /** Null where nobody can say which cell stands under which heading. */
  readonly cells: RawRow<Column> | null
  /** As it stood in the file, under the sheet's headings. */
  readonly given: readonly RawCell[]
  readonly faults: readonly RowFault[]
}

/** Something wrong with the file rather than with one row: nothing of it is written. */
export interface FileFault extends RowFault {
  readonly line: number | null
}

export interface Sheet<Column extends string> {
  readonly headings: readonly string[]
  /** Between the cells of a line, where there are lines of cells. */
  readonly separator: string
  /** Known once the rows have been read. */
  readonly columns: () => { readonly recognized: readonly Column[]; readonly ignored: readonly string[] }
  readonly faults: readonly FileFault[]
  /** Throws SheetBroken where the rest cannot be trusted. */
  readonly rows: AsyncIterable<SheetRow<Column>> | Iterable<SheetRow<Column>>
}

export interface SheetOptions {
  readonly delimiter: Delimiter
  readonly unknownColumns: UnknownColumns
}

/** One per content type. */
export type SheetReader = <Column extends string>(
  body: Buffer,
  columns: Columns<Column>,
  options: SheetOptions,
) => Sheet<Column>

export class SheetBroken extends Error {
  readonly fault: FileFault

  constructor(fault: FileFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** A sheet that is nothing but its faults. */
export function unreadable(faults: readonly FileFault[], headings: readonly string[] = []): Sheet<never> {
  return { headings, separator: ',', faults, columns: () => ({ recognized: [], ignored: [] }), rows: [] }
}
