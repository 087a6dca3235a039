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

/** What a template says beside each figure: the one before it. */
export const LAST_TIME = { vi: 'Kỳ trước', en: 'Last time' } as const

/** Headings that mean nothing here and are no mistake: the numbers people give their rows, and our own remarks. */
const LEFT_OUT = new Set(
  ['STT', 'TT', 'Số thứ tự', '#', 'No', ...Object.values(FAULT_HEADINGS), ...Object.values(LAST_TIME)].map(
    headingKey,
  ),
)

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

/** What a person said once that a heading means, by `headingKey`: a column, or null for one that is left out. */
export type Remembered<Column extends string> = ReadonlyMap<string, Column | null>

/** Which column each heading names, with or without marks and capitals; "Tử số (hộ)" is "Tử số". */
export function recogniseHeader<Column extends string>(
  declared: Columns<Column>,
  headings: readonly string[],
  remembered: Remembered<Column> = new Map(),
): Header<Column> {
  const keys = headings.map(headingKey)
  const { names, standIns } = vocabularyOf(declared)
  const named = keys.map((key) => remembered.get(key) ?? names.get(key))
  const standing = keys.map((key) => standIns.get(key))
  const known = new Set(named)
  const taken = new Set<Column>()
  const columns: (Column | null)[] = []
  const ignored: string[] = []
  const unknown: string[] = []
  const duplicates: { column: Column; heading: string }[] = []
  headings.forEach((heading, index) => {
    const key = keys[index] ?? ''
    const standIn = standing[index]
    const titles = standIn !== undefined && known.has(standIn)
    const leftOut = remembered.get(key) === null
    const column = leftOut ? undefined : (named[index] ?? (titles ? undefined : standIn))
    if (column !== undefined && declared[column].readOnly) {
      columns.push(null)
      ignored.push(heading)
      return
    }
    const fresh = column !== undefined && !taken.has(column)
    if (fresh) taken.add(column)
    columns.push(fresh ? column : null)
    if (column !== undefined && !fresh) duplicates.push({ column, heading })
    if (column !== undefined || key === '') return
    if (titles || leftOut || LEFT_OUT.has(key)) ignored.push(heading)
    else unknown.push(heading)
  })
  const recognized = columns.filter((column) => column !== null)
  const missing = columnsOf(declared).filter((column) => declared[column].required && !taken.has(column))
  return { columns, recognized, ignored, unknown, duplicates, missing }
}

export function columnsOf<Column extends string>(declared: Columns<Column>): Column[] {
  return Object.keys(declared) as Column[]
}

interface Vocabulary<Column> {
  readonly names: ReadonlyMap<string, Column>
  readonly standIns: ReadonlyMap<string, Column>
}
const VOCABULARIES = new WeakMap<object, unknown>()

/** The column that each heading names; of two columns with one name, the first. */
function vocabularyOf<Column extends string>(declared: Columns<Column>): Vocabulary<Column> {
  const known = VOCABULARIES.get(declared) as Vocabulary<Column> | undefined
  if (known) return known
  const by = (part: 'names' | 'standIns') =>
    new Map(
      columnsOf(declared)
        .reverse()
        .flatMap((column) =>
          (declared[column][part] ?? []).map((name) => [headingKey(name), column] as const),
        ),
    )
  const made = { names: by('names'), standIns: by('standIns') }
  VOCABULARIES.set(declared, made)
  return made
}

/** Two headings with one key are the same to us. */
export function headingKey(heading: string): string {
  return fold(heading.replace(/\(.*\)/s, ' ').replace(/[_*:.]+/g, ' '))
}
