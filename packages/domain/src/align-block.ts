// Where the rows of a pasted block belong: by the areas that they name, whatever their order; else from the cell on down.

import { isBareNumber, matchArea, type NamedArea } from './match-area.ts'

export interface PlacedRow {
  readonly area: string
  /** As many as there are fields, at most; a blank leaves its field alone. */
  readonly cells: readonly string[]
}

/** `unknown`: names no area; `twice`: names one that had its row; `beyond`: lies below the last area. */
export type LostRowReason = 'unknown' | 'twice' | 'beyond'

export interface LostRow {
  readonly because: LostRowReason
  readonly text: string
}

export interface AlignedBlock {
  readonly by: 'name' | 'position'
  readonly rows: readonly PlacedRow[]
  readonly lost: readonly LostRow[]
  /** Columns for which there was no field. */
  readonly extraColumns: number
}

interface Place {
  /** Code of the area that the first row goes to where none is named. */
  readonly area: string
  /** How many fields there are from the chosen cell to the right. */
  readonly fields: number
}

type Rows = readonly (readonly string[])[]

/** Names may stand in one of these columns: a serial number or a code often comes before them. */
const FIRST_COLUMNS = 3

/** Every row is placed or lost, none silently dropped but headings and blank ones; merged cells leave gaps, not zeros. */
export function alignBlock(block: Rows, areas: readonly NamedArea[], place: Place): AlignedBlock {
  const filled = withoutHeading(block)
  const column = nameColumn(filled, areas, place.fields)
  return column === null ? byPosition(filled, areas, place) : byName(filled, column, areas, place.fields)
}

function byName(block: Rows, column: number, areas: readonly NamedArea[], fields: number): AlignedBlock {
  const seen = new Set<string>()
  const rows: PlacedRow[] = []
  const lost: LostRow[] = []
  const { body, extraColumns } = fit(
    block.map((row) => row.slice(column + 1)),
    fields,
  )
  block.forEach((row, index) => {
    const cells = body[index] ?? []
    const area = matchArea(row[column] ?? '', areas)
    if (area && !seen.has(area.code)) {
      seen.add(area.code)
      rows.push({ area: area.code, cells })
    } else if (area || cells.some(hasDigit))
      lost.push({ because: area ? 'twice' : 'unknown', text: said(row) })
  })
  return { by: 'name', rows, lost, extraColumns }
}

function byPosition(block: Rows, areas: readonly NamedArea[], place: Place): AlignedBlock {
  const first = Math.max(
    areas.findIndex(({ code }) => code === place.area),
    0,
  )
  const { body, extraColumns } = fit(block, place.fields)
  const rows: PlacedRow[] = []
  const lost: LostRow[] = []
  body.forEach((cells, index) => {
    const area = areas[first + index]
    if (area) rows.push({ area: area.code, cells })
    else if (cells.some((cell) => cell !== '')) lost.push({ because: 'beyond', text: said(cells) })
  })
  return { by: 'position', rows, lost, extraColumns }
}

/** A first row without any digit, above rows that have some, is a heading. */
function withoutHeading(block: Rows): Rows {
  const [first = [], ...rest] = block
  const isHeading =
    first.some((cell) => /\p{L}/u.test(cell)) &&
    !first.some(hasDigit) &&
    rest.some((row) => row.some(hasDigit))
  return isHeading ? rest : block
}

/** The column that names areas: by words wherever it stands; by numbers alone only where a column is to spare. */
function nameColumn(block: Rows, areas: readonly NamedArea[], fields: number): number | null {
  const width = Math.max(...block.map((row) => row.length), 0)
  if (width < 2) return null
  const texts = (column: number) => block.map((row) => row[column] ?? '').filter((text) => text !== '')
  for (let column = 0; column < Math.min(FIRST_COLUMNS, width - 1); column += 1) {
    const named = texts(column).filter((text) => !isBareNumber(text) && matchArea(text, areas))
    if (named.length > 0 && 2 * named.length >= texts(column).length) return column
  }
  const first = texts(0)
  const isNumbered =
    width > fields &&
    new Set(first).size === first.length &&
    first.length > 0 &&
    first.every((text) => matchArea(text, areas))
  return isNumbered ? 0 : null
}

/** Columns that merged cells left empty go first, then those at the right for which there is no field. */
function fit(body: Rows, fields: number): { body: Rows; extraColumns: number } {
  const width = Math.max(...body.map((row) => row.length), 0)
  let columns = Array.from({ length: width }, (_, column) => column)
  if (width > fields) columns = columns.filter((column) => body.some((row) => (row[column] ?? '') !== ''))
  const kept = columns.slice(0, fields)
  return {
    body: body.map((row) => kept.map((column) => row[column] ?? '')),
    extraColumns: columns.length - kept.length,
  }
}

const hasDigit = (cell: string) => /\d/.test(cell)
const said = (row: readonly string[]) => row.filter((cell) => cell !== '').join(' · ')
