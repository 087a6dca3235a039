// A file of rows, whatever its format: what a reader gives, and what it may say is wrong.
import type { Columns, Remembered } from '@tien-do/domain/import-columns'
import type { LeftOutLine } from '@tien-do/domain/import-layout'
import type { Delimiter, Encoding, UnknownColumns } from '@tien-do/domain/import-options'
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

/** How a file was read, where its reader had to find out. */
export interface Reading {
  readonly encoding: Exclude<Encoding, 'auto'>
  /** Some of the texts that were typed in a font of before Unicode: as they stood, and as they are read. */
  readonly converted: readonly { readonly from: string; readonly to: string }[]
  /** The sheet of the workbook that was read. */
  readonly sheet: string | null
  /** Lines that are no rows: sums, numbers of columns. */
  readonly leftOut: readonly { readonly line: number; readonly what: LeftOutLine; readonly value: string }[]
}
export const AS_IT_STANDS: Reading = { encoding: 'utf-8', converted: [], sheet: null, leftOut: [] }

export interface Sheet<Column extends string> {
  readonly headings: readonly string[]
  /** Between the cells of a line, where there are lines of cells. */
  readonly separator: string
  /** Known once the rows have been read. */
  readonly columns: () => { readonly recognized: readonly Column[]; readonly ignored: readonly string[] }
  /** Complete once the rows have been read. */
  readonly reading: () => Reading
  readonly faults: readonly FileFault[]
  /** Throws SheetBroken where the rest cannot be trusted. */
  readonly rows: AsyncIterable<SheetRow<Column>> | Iterable<SheetRow<Column>>
}

export interface SheetOptions {
  readonly delimiter: Delimiter
  readonly unknownColumns: UnknownColumns
  readonly encoding: Encoding
  /** The name of a workbook's sheet, where it was said. */
  readonly sheet: string | null
  readonly remembered: Remembered<string>
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
export function unreadable(faults: readonly FileFault[]): Sheet<never> {
  return {
    headings: [],
    separator: ',',
    faults,
    columns: () => ({ recognized: [], ignored: [] }),
    reading: () => AS_IT_STANDS,
    rows: [],
  }
}
