// The thread that unpacks a workbook: bounded in memory and in time by whoever started it. Values only: no formula is
// computed, no link followed, no macro looked at.
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'

const ROWS_AT_ONCE = 2_000

type Plain = string | number | null

function plain(value: unknown): Plain {
  if (value === null || value === undefined || typeof value === 'number') return value ?? null
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

const { body, mostRows } = workerData as { body: Uint8Array; mostRows: number }
let rows: { line: number; cells: Plain[] }[] = []
let read = 0
for await (const { index, values } of streamXlsxRows(body, { sheet: 0 })) {
  read += 1
  if (read > mostRows) break
  rows.push({ line: index + 1, cells: values.map(plain) })
  if (rows.length < ROWS_AT_ONCE) continue
  parentPort?.postMessage({ rows })
  rows = []
}
parentPort?.postMessage({ rows, done: true, tooMany: read > mostRows })
