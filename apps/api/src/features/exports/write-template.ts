// A workbook to fill in: locked headers, lists to choose from, the codes out of sight, and what was said the last time.
import type { Choice } from '@tien-do/domain/import-cell-kinds'
import { columnsOf, LAST_TIME } from '@tien-do/domain/import-columns'
import type { Cell, CellStyle, CellValue, DataValidation } from 'hucre'
import { escapeFormula } from '../../files/formula.ts'
import type { Writing } from './write-rows.ts'

const BLANK_ROWS = 200
const LISTS = 'Danh mục'
const FONT = { name: 'Times New Roman', size: 12 }
const LOCKED: CellStyle = {
  font: FONT,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
}
const HEADER: CellStyle = {
  ...LOCKED,
  font: { ...FONT, bold: true },
  alignment: { wrapText: true, vertical: 'center' },
}
const OPEN: CellStyle = { font: FONT, protection: { locked: false } }
const OPEN_DAY: CellStyle = { ...OPEN, numFmt: 'dd/mm/yyyy' }

export interface TemplateRow {
  readonly codes: Readonly<Record<string, string | null>>
  readonly titles: Readonly<Record<string, string | null>>
  /** The figure before this one, as people write it, with its day. */
  readonly lastTime: string | null
}

/** The codes that a column may hold, by its name; what has no list is free. */
export type CodeLists = Readonly<Record<string, readonly string[]>>

interface Heading {
  readonly title: string
  readonly hidden: boolean
  readonly style: CellStyle
  readonly choices: readonly string[] | null
  readonly cell: (row: TemplateRow) => CellValue
}

/** With rows, one for each figure that is owed; without, lines to be filled from the first cell on. */
export async function writeTemplate(
  writing: Writing,
  rows: readonly TemplateRow[],
  lists: CodeLists,
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const headings = headingsOf(writing, rows.length > 0, lists)
  const cells = new Map<string, Partial<Cell>>()
  const values: CellValue[][] = [headings.map(({ title }) => title)]
  headings.forEach(({ title }, column) => {
    cells.set(`0,${column}`, { value: title, style: HEADER })
  })
  const filled: readonly (TemplateRow | null)[] = rows.length > 0 ? rows : Array(BLANK_ROWS).fill(null)
  for (const [index, row] of filled.entries()) {
    const line = headings.map(({ cell }) => (row ? cell(row) : null))
    values.push(line)
    headings.forEach(({ style }, column) => {
      cells.set(`${index + 1},${column}`, { value: line[column] ?? null, style })
    })
  }
  const columns = listsOf(headings)
  return await writeXlsx({
    sheets: [
      {
        name: writing.sheetName,
        rows: values,
        cells,
        columns: headings.map(({ title, hidden }) => ({ width: Math.max(12, title.length + 4), hidden })),
        freezePane: { rows: 1 },
        protection: { sheet: true, formatColumns: false, formatRows: false },
        dataValidations: validationsOf(headings, columns, filled.length),
      },
      {
        name: LISTS,
        veryHidden: true,
        rows: Array.from(
          { length: Math.max(1, ...columns.map(({ choices }) => choices.length)) },
          (_, index) => columns.map(({ choices }) => choices[index] ?? null),
        ),
      },
    ],
    defaultFont: FONT,
  })
}

function headingsOf({ columns, language }: Writing, isFilled: boolean, lists: CodeLists): Heading[] {
  const headings = columnsOf(columns).flatMap((name): Heading[] => {
    const { cell: kind, names, standIns } = columns[name]!
    const title = names[language === 'vi' ? 1 : 0]
    const isKey = isFilled && kind === 'code'
    const choices =
      typeof kind === 'object'
        ? choicesOf(kind.choice, language)
        : kind === 'code'
          ? (lists[name] ?? null)
          : null
    const style = isKey ? LOCKED : kind === 'day' ? OPEN_DAY : OPEN
    const code: Heading = {
      title,
      hidden: isKey,
      style,
      choices,
      cell: ({ codes }) => safe(codes[name] ?? null),
    }
    if (!isKey || !standIns) return [code]
    const titled: Heading = {
      title: standIns[0] ?? title,
      hidden: false,
      style: LOCKED,
      choices: null,
      cell: ({ titles }) => safe(titles[name] ?? null),
    }
    return [code, titled]
  })
  if (!isFilled) return headings
  const last: Heading = {
    title: LAST_TIME[language],
    hidden: false,
    style: LOCKED,
    choices: null,
    cell: ({ lastTime }) => safe(lastTime),
  }
  return [...headings, last]
}

function choicesOf(choice: Choice, language: Writing['language']): string[] {
  return Object.entries(choice).map(([value, [word]]) => (language === 'vi' ? word : value))
}

function listsOf(headings: readonly Heading[]) {
  return headings.flatMap(({ choices }, column) =>
    choices && choices.length > 0 ? [{ column, choices }] : [],
  )
}

function validationsOf(
  headings: readonly Heading[],
  lists: ReturnType<typeof listsOf>,
  lines: number,
): DataValidation[] {
  return lists
    .filter(({ column }) => !headings[column]?.hidden)
    .map(({ column, choices }) => {
      const list = letter(lists.findIndex((each) => each.column === column))
      return {
        type: 'list',
        range: `${letter(column)}2:${letter(column)}${lines + 1}`,
        formula1: `'${LISTS}'!$${list}$1:$${list}$${choices.length}`,
        allowBlank: true,
        showErrorMessage: true,
      }
    })
}

/** 0 is A; no table of ours has more than 26 columns. */
function letter(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column)
}

function safe(text: string | null): CellValue {
  return text === null ? null : escapeFormula(text)
}
