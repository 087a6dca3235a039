// A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line for each row.

/**
 * The cells of a copied block. A cell that holds a tab, a line break or a quote stands in quotes (a quote twice); line
 * breaks inside a cell become spaces; the line break after the last row makes no row of its own.
 */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const source = text.replace(/\r\n?/g, '\n')
  while (at < source.length) {
    const { cell, end } = source[at] === '"' ? quoted(source, at) : plain(source, at)
    row.push(tidy(cell))
    const mark = source[end]
    at = end + 1
    if (mark !== '\t') {
      rows.push(row)
      row = []
    } else if (at === source.length) row.push('')
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** The same block as text, for a spreadsheet to take. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(written).join('\t')}\r\n`).join('')
}

interface Piece {
  readonly cell: string
  /** Where the tab or the line break behind it stands. */
  readonly end: number
}

function plain(source: string, from: number): Piece {
  const end = source.slice(from).search(/[\t\n]/)
  const to = end === -1 ? source.length : from + end
  return { cell: source.slice(from, to), end: to }
}

/** A quote that is never closed, or has more behind it, is a plain sign. */
function quoted(source: string, from: number): Piece {
  const [whole] = /^"(?:[^"]|"")*"(?=[\t\n]|$)/.exec(source.slice(from)) ?? []
  if (whole === undefined) return plain(source, from)
  return { cell: whole.slice(1, -1).replaceAll('""', '"'), end: from + whole.length }
}

function tidy(cell: string): string {
  return cell
    .replace(/[\n\u00a0\u2007\u202f]+/g, ' ')
    .normalize('NFC')
    .trim()
}

function written(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
