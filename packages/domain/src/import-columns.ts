// What the columns of an import are called, in files made by people and by programs: one declaration per resource.

import type { CellKind } from './import-cell-kinds.ts'
import { METHOD_WORDS } from './import-words.ts'
import { fold } from './search-fold.ts'

export interface ColumnDeclaration {
  readonly cell: CellKind
  /** The first is what programs write, the second what people read. */
  readonly names: readonly [string, string, ...string[]]
  /** Counts as the column only where none of `names` stands beside it: "Chỉ tiêu" beside "Mã chỉ tiêu" is its title. */
  readonly standIns?: readonly string[]
  readonly required?: true
  /** Written into exports and left out when read: what others decide, or what is computed. */
  readonly readOnly?: true
}

export type Columns<Column extends string> = Readonly<Record<Column, ColumnDeclaration>>

export const MEASUREMENT_COLUMNS = {
  indicator: {
    cell: 'code',
    names: ['indicator', 'Mã chỉ tiêu'],
    standIns: ['Chỉ tiêu'],
    required: true,
  },
  area: {
    cell: 'code',
    names: ['area', 'Mã tổ', 'Mã tổ dân phố', 'Mã địa bàn', 'Mã TDP'],
    standIns: ['Tổ dân phố', 'Địa bàn', 'TDP'],
  },
  on: { cell: 'day', names: ['on', 'Ngày', 'Ngày số liệu', 'date'], required: true },
  numerator: { cell: 'number', names: ['numerator', 'Tử số'] },
  denominator: { cell: 'number', names: ['denominator', 'Mẫu số'] },
  value: { cell: 'number', names: ['value', 'Giá trị'] },
  source: { cell: 'text', names: ['source', 'Nguồn', 'Nguồn số liệu'] },
  method: { cell: { choice: METHOD_WORDS }, names: ['method', 'Cách lấy số liệu'] },
  note: { cell: 'text', names: ['note', 'Ghi chú'] },
  reason: { cell: 'text', names: ['reason', 'Lý do'] },
} as const satisfies Columns<string>

export type MeasurementColumn = keyof typeof MEASUREMENT_COLUMNS

/** The column in which rejected rows come back with what was wrong with them. */
export const FAULT_HEADINGS = { vi: 'Lỗi', en: 'Error' } as const

/** Headings that mean nothing here and are no mistake: the numbers people give their rows, and our own remarks. */
const LEFT_OUT = new Set(['STT', 'TT', 'Số thứ tự', '#', 'No', ...Object.values(FAULT_HEADINGS)].map(fold))

export interface Header<Column extends string> {
  /** For each cell of the header, the column it names; null for a column that is left out. */
  readonly columns: readonly (Column | null)[]
  readonly recognized: readonly Column[]
  /** Headings of columns that are left out knowingly. */
  readonly ignored: readonly string[]
  readonly unknown: readonly string[]
  readonly duplicates: readonly { readonly column: Column; readonly heading: string }[]
  readonly missing: readonly Column[]
}

/** Which column each heading names, with or without marks and capitals; "Tử số (hộ)" is "Tử số". */
export function recogniseHeader<Column extends string>(
  declared: Columns<Column>,
  headings: readonly string[],
): Header<Column> {
  const folded = headings.map(foldHeading)
  const standIns: (Column | undefined)[] = folded.map((name) => columnNamed(declared, name, 'standIns'))
  const named: (Column | undefined)[] = folded.map((name) => columnNamed(declared, name, 'names'))
  const columns: (Column | null)[] = []
  const ignored: string[] = []
  const unknown: string[] = []
  const duplicates: { column: Column; heading: string }[] = []
  headings.forEach((heading, index) => {
    const standIn = standIns[index]
    const titles = standIn !== undefined && named.includes(standIn)
    const column = named[index] ?? (titles ? undefined : standIn)
    if (column !== undefined && declared[column].readOnly) {
      columns.push(null)
      ignored.push(heading)
      return
    }
    const fresh = column !== undefined && !columns.includes(column)
    columns.push(fresh ? column : null)
    if (column !== undefined && !fresh) duplicates.push({ column, heading })
    if (column !== undefined || folded[index] === '') return
    if (titles || LEFT_OUT.has(folded[index] ?? '')) ignored.push(heading)
    else unknown.push(heading)
  })
  const recognized = columns.filter((column) => column !== null)
  const missing = columnsOf(declared).filter(
    (column) => declared[column].required && !recognized.includes(column),
  )
  return { columns, recognized, ignored, unknown, duplicates, missing }
}

/** How far down a sheet its header may stand: above it are the office's name, a title, a day. */
const MOST_ROWS_ABOVE = 20

/** Which of the first rows is the header: the one in which most headings are known, the first of equals; 0 where none is. */
export function findHeader(declared: Columns<string>, rows: readonly (readonly string[])[]): number {
  let best = 0
  let most = 0
  rows.slice(0, MOST_ROWS_ABOVE).forEach((headings, index) => {
    const known = recogniseHeader(declared, headings).recognized.length
    if (known > most) [best, most] = [index, known]
  })
  return best
}

export function columnsOf<Column extends string>(declared: Columns<Column>): Column[] {
  return Object.keys(declared) as Column[]
}

function columnNamed<Column extends string>(
  declared: Columns<Column>,
  folded: string,
  by: 'names' | 'standIns',
) {
  return columnsOf(declared).find((column) =>
    declared[column][by]?.some((name) => foldHeading(name) === folded),
  )
}

function foldHeading(heading: string): string {
  return fold(heading.replace(/\(.*\)/s, ' ').replace(/[_*:.]+/g, ' '))
}
