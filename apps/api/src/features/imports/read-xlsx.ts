// A workbook as offices make it: the sheet that fits what is loaded, its header wherever it stands under a title.
import type { Columns } from '@tien-do/domain/import-columns'
import { fitOf, sheetOfGrid } from './read-grid.ts'
import { type FileFault, type Sheet, SheetBroken, type SheetOptions, unreadable } from './sheet.ts'
import { unpackXlsx, type XlsxHead } from './unpack-xlsx.ts'

const MOST_NAMED = 20

export async function readXlsx<Column extends string>(
  body: Buffer,
  declared: Columns<Column>,
  options: SheetOptions,
): Promise<Sheet<Column>> {
  try {
    const { name, rows } = await unpackXlsx(body, (heads) => chooseSheet(heads, declared, options))
    return sheetOfGrid(
      {
        heads: rows.slice(0, HEADS),
        below: (at) => rows.slice(at + 1),
        separator: ';',
        sheet: name,
        cellsHavePlaces: true,
      },
      declared,
      options,
    )
  } catch (error) {
    if (error instanceof SheetBroken) return unreadable([error.fault])
    throw error
  }
}

const HEADS = 200

/** The sheet that was asked for, the only one there is, or the only one that fits; else the question which. */
function chooseSheet(heads: readonly XlsxHead[], declared: Columns<string>, options: SheetOptions): number {
  const names = heads.map(({ name }) => name)
  if (options.sheet !== null) {
    const asked = heads.find(({ name }) => name.normalize('NFC') === options.sheet?.normalize('NFC'))
    if (!asked) throw new SheetBroken(question('sheet_missing', names, options.sheet))
    return asked.index
  }
  const fits = heads.map((head) => ({ ...head, ...fitOf(head.rows, declared, options) }))
  const whole = fits.filter((fit) => fit.whole)
  const known = fits.filter((fit) => fit.known > 0)
  const only = [fits, whole, known].find((some) => some.length === 1)?.[0]
  if (only) return only.index
  const among = [whole, known, fits].find((some) => some.length > 0) ?? []
  throw new SheetBroken(
    question(
      'several_sheets',
      among.map(({ name }) => name),
      null,
    ),
  )
}

function question(code: FileFault['code'], sheets: readonly string[], value: string | null): FileFault {
  return { line: null, column: null, code, value, params: { sheets: sheets.slice(0, MOST_NAMED) } }
}
