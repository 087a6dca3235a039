// A file of figures as somebody would make it, and the ways in which it reaches the import page.
import type { Page } from 'playwright'

export interface Row {
  readonly indicator: string
  readonly area: string
  readonly on: string
  /** As written: `1.234` is what a spreadsheet may leave behind. */
  readonly numerator: string | number
  readonly denominator: string | number
}

interface CsvFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const COLUMNS = 'indicator,area,on,numerator,denominator,source,reason'
const SOURCE = 'Doanh nghiệp viễn thông cung cấp'
/** A figure that jumps owes one, also in a file. */
const REASON = 'Doanh nghiệp vừa kéo thêm tuyến cáp'

/** Row 1 of the rows stands on line 2: the first line has the names of the columns. */
export function csvOf(rows: readonly Row[]): CsvFile {
  const lines = rows.map(({ indicator, area, on, numerator, denominator }) =>
    [indicator, area, on, numerator, denominator, SOURCE, REASON].join(','),
  )
  return {
    name: 'so-lieu.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([COLUMNS, ...lines, ''].join('\n')),
  }
}

/** With the button, as on a phone. */
export async function chooseFile(page: Page, file: CsvFile): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
}

/** With the mouse, from a folder onto the page. */
export async function dropFile(page: Page, { name, mimeType, buffer }: CsvFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ text, fileName, type }) => {
      const carried = new DataTransfer()
      carried.items.add(new File([text], fileName, { type }))
      return carried
    },
    { text: buffer.toString(), fileName: name, type: mimeType },
  )
  const target = page.getByText('Thả tệp vào đây')
  await target.dispatchEvent('dragover', { dataTransfer })
  await target.dispatchEvent('drop', { dataTransfer })
}
