// Where things stand on a sheet as offices lay it out: a title block, a header of one or two lines, rows, a line of sums.

import {
  type Columns,
  columnsOf,
  type Header,
  headingKey,
  type Remembered,
  recogniseHeader,
} from './import-columns.ts'
import type { RawCell } from './import-row-cells.ts'

export interface Layout<Column extends string> {
  /** Index of the header's last line among the lines given: the rows follow. */
  readonly at: number
  /** One, or two where headings are merged over others. */
  readonly lines: 1 | 2
  readonly headings: readonly string[]
  readonly header: Header<Column>
}

/** How far down a sheet its header may stand: above it are the office's name, a title, a day. */
export const MOST_LINES_ABOVE = 20

/**
 * The header is where most headings are known, the first of equals; of two lines only where the second makes more of
 * them known. Where none is known it is the first line. Null where there is no line.
 */
export function findLayout<Column extends string>(
  declared: Columns<Column>,
  lines: readonly (readonly string[])[],
  remembered?: Remembered<Column>,
): Layout<Column> | null {
  const first = lines.slice(0, MOST_LINES_ABOVE)
  const single = first.map(
    (line, at): Layout<Column> => ({
      at,
      lines: 1,
      headings: line,
      header: recogniseHeader(declared, line, remembered),
    }),
  )
  const double = first.slice(1).map((line, index): Layout<Column> => {
    const headings = mergedHeadings(declared, first[index] ?? [], line, remembered)
    return { at: index + 1, lines: 2, headings, header: recogniseHeader(declared, headings, remembered) }
  })
  const most = Math.max(0, ...[...single, ...double].map(knownIn))
  return [...single, ...double].find((layout) => knownIn(layout) === most) ?? null
}

function knownIn({ header }: Layout<string>): number {
  return header.recognized.length
}

/** A heading merged over several columns stands over the first of them. */
function mergedHeadings<Column extends string>(
  declared: Columns<Column>,
  upper: readonly string[],
  lower: readonly string[],
  remembered?: Remembered<Column>,
): string[] {
  let over = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const above = upper[index] ?? ''
    const below = lower[index] ?? ''
    if (above !== '') over = above
    if (below === '') return above
    const [column] = recogniseHeader(declared, [below], remembered).columns
    return column || over === '' ? below : `${over} ${below}`
  })
}

/** Lines below the header that are no rows. */
export const LEFT_OUT_LINES = ['total', 'column_numbers', 'not_filled'] as const
export type LeftOutLine = (typeof LEFT_OUT_LINES)[number]

const SUMS = new Set(['tong cong', 'tong so', 'tong', 'cong'])

/**
 * What a line is, if it is no row: the sum of those above it ("Tổng cộng", "Cộng"), which lacks something that a row must
 * have; the numbers of the columns under the header: (1), (2), (3); or a line of a template in which only codes stand.
 */
export function leftOutAs<Column extends string>(
  declared: Columns<Column>,
  columns: readonly (Column | null)[],
  cells: readonly RawCell[],
  isFirst: boolean,
): LeftOutLine | null {
  const words = cells.map((cell) => String(cell ?? '').trim()).filter((word) => word !== '')
  if (isFirst && areColumnNumbers(words)) return 'column_numbers'
  const [first = ''] = words.filter((word) => !/^[\d.,]+$/.test(word))
  // A code has neither marks nor blanks: what is called CONG may be one.
  const isSum = SUMS.has(headingKey(first)) && /[^\p{ASCII}]|\s/u.test(first.replace(/\(.*\)/s, '').trim())
  if (!isSum) return isNotFilled(declared, columns, cells) ? 'not_filled' : null
  const isFilled = (column: Column) => String(cells[columns.indexOf(column)] ?? '').trim() !== ''
  return columnsOf(declared).some((column) => declared[column].required && !isFilled(column)) ? 'total' : null
}

/** "A", "B" first if at all, then 1, 2, 3 …, with or without brackets; "5=4/3" counts as 5. */
function areColumnNumbers(words: readonly string[]): boolean {
  if (words.length < 3) return false
  const bare = words.map((word) => word.replace(/=.*$/, '').replace(/[()\s]/g, ''))
  const letters = bare.findIndex((word) => !/^[A-Z]$/.test(word))
  const numbers = bare.slice(letters === -1 ? bare.length : letters)
  return (
    numbers.length > 1 &&
    bare.slice(0, bare.length - numbers.length).every((word, index) => word === 'ABCDEFGH'[index]) &&
    numbers.every((word, index) => word === String(index + 1))
  )
}

/** Codes alone, and something that is no code is owed. */
function isNotFilled<Column extends string>(
  declared: Columns<Column>,
  columns: readonly (Column | null)[],
  cells: readonly RawCell[],
): boolean {
  const textAt = (index: number) => String(cells[index] ?? '').trim()
  const known = columns.flatMap((column, index) => (column === null ? [] : [{ column, index }]))
  const codes = known.filter(({ column }) => declared[column].cell === 'code')
  const others = known.filter(({ column }) => declared[column].cell !== 'code')
  const said = codes.map(({ index }) => textAt(index)).filter((text) => text !== '')
  return (
    said.length > 0 &&
    said.every((text) => !/[^\p{ASCII}]|\s/u.test(text)) &&
    others.some(({ column }) => declared[column].required) &&
    others.every(({ index }) => textAt(index) === '')
  )
}
