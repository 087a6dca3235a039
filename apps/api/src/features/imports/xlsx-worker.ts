// The thread that unpacks a workbook: bounded in memory and in time by whoever started it. Values only: no formula is
// computed, no link followed, no macro looked at. It shows the first lines of each sheet, and gives all of the one chosen.
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'

const ROWS_AT_ONCE = 2_000
const MOST_SHEETS = 50
const LINES_SHOWN = 25

type Plain = string | number | null
interface Row {
  readonly line: number
  readonly cells: Plain[]
}

function plain(value: unknown): Plain {
  if (value === null || value === undefined || typeof value === 'number') return value ?? null
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

const { body, mostRows } = workerData as { body: Uint8Array; mostRows: number }

/** The rows of a sheet that say something. */
async function* rowsOf(sheet: number): AsyncGenerator<Row> {
  for await (const { index, values } of streamXlsxRows(body, { sheet })) {
    const cells = values.map(plain)
    if (cells.some((cell) => cell !== null && String(cell).trim() !== '')) yield { line: index + 1, cells }
  }
}

async function visibleSheets(): Promise<{ index: number; name: string }[]> {
  const sheets: { index: number; name: string }[] = []
  await readXlsx(body, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) sheets.push({ index, name })
      return false
    },
  })
  return sheets.slice(0, MOST_SHEETS)
}

const heads: { index: number; name: string; rows: Row[] }[] = []
for (const sheet of await visibleSheets()) {
  const rows: Row[] = []
  for await (const row of rowsOf(sheet.index)) if (rows.push(row) >= LINES_SHOWN) break
  heads.push({ ...sheet, rows })
}
const answer = parentPort ? once(parentPort, 'message') : Promise.resolve([0])
parentPort?.postMessage({ heads })
const [chosen] = (await answer) as [number]
let rows: Row[] = []
let read = 0
for await (const row of rowsOf(chosen)) {
  read += 1
  if (read > mostRows) break
  rows.push(row)
  if (rows.length < ROWS_AT_ONCE) continue
  parentPort?.postMessage({ rows })
  rows = []
}
parentPort?.postMessage({ rows, done: true, tooMany: read > mostRows })
