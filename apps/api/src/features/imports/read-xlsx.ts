// A workbook as offices make it: the first sheet, its header wherever it stands under a title.
import { type Columns, findHeader, recogniseHeader } from '@tien-do/domain/import-columns'
import { type RawRow, shown } from '@tien-do/domain/import-row'
import type { RawCell } from '@tien-do/domain/import-row-cells'
import { unescapeFormula } from '../../files/formula.ts'
import { headerFaults } from './header-faults.ts'
import { type Sheet, type SheetOptions, type SheetRow, unreadable } from './sheet.ts'
import { unpackXlsx, type XlsxRow } from './unpack-xlsx.ts'

export async function readXlsx<Column extends string>(
  body: Buffer,
  declared: Columns<Column>,
  options: SheetOptions,
): Promise<Sheet<Column>> {
  const all = (await unpackXlsx(body)).filter(({ cells }) => !cells.every(isBlank))
  const at = findHeader(declared, all.map(headingsOf))
  const top = all[at]
  if (!top) return unreadable([{ line: 1, column: null, code: 'header_missing', value: null }])
  const headings = headingsOf(top)
  const header = recogniseHeader(declared, headings)
  return {
    headings,
    separator: ';',
    columns: () => ({
      recognized: header.recognized,
      ignored: options.unknownColumns === 'ignore' ? [...header.ignored, ...header.unknown] : header.ignored,
    }),
    faults: headerFaults(header, options.unknownColumns, top.line),
    rows: rowsOf(all.slice(at + 1), header.columns),
  }
}

function* rowsOf<Column extends string>(
  rows: readonly XlsxRow[],
  columns: readonly (Column | null)[],
): Generator<SheetRow<Column>> {
  let row = 0
  for (const { line, cells } of rows) {
    row += 1
    const given = columns.map((_, index): RawCell => asGiven(cells[index]))
    const named: Partial<Record<Column, RawCell>> = {}
    columns.forEach((column, index) => {
      if (column !== null) named[column] = given[index] ?? null
    })
    yield { row, line, cells: named as RawRow<Column>, given, faults: [] }
  }
}

function asGiven(cell: string | number | null | undefined): RawCell {
  return typeof cell === 'string' ? unescapeFormula(cell) : (cell ?? null)
}

function headingsOf({ cells }: XlsxRow): string[] {
  return cells.map((cell) => shown(typeof cell === 'string' ? unescapeFormula(cell) : cell) ?? '')
}

function isBlank(cell: string | number | null): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}
