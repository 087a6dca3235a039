// 100,000 figures over HTTP, against COPY of as many into the same table with the same indexes and constraints.
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { copyLines, csvOf, type Figure, figuresFrom, idsOf } from './figures.ts'
import type { Server } from './servers.ts'
import { median, table } from './table.ts'
import { watching } from './watching.ts'

const ROWS = 100_000
const ROUNDS = 3
const COPIED = `id, plan_id, indicator_id, area_id, "on", revision, numerator, denominator, source, method, state,
  entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at`

export async function measureImports(pool: Pool, service: Server & { plan: string }): Promise<string> {
  const imported: number[] = []
  const copied: number[] = []
  const repeated: number[] = []
  const waits: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const mine = figuresFrom(2 * round, ROWS)
    await pool.query('checkpoint')
    imported.push(await watching(service, waits, () => importFigures(service, mine, 'created')))
    repeated.push(await importFigures(service, mine, 'unchanged'))
    await pool.query('checkpoint')
    copied.push(await copyFigures(pool, figuresFrom(2 * round + 1, ROWS)))
  }
  waits.sort((a, b) => a - b)
  const floor = median(copied)
  const row = (name: string, times: readonly number[]) => [
    name,
    (median(times) / 1_000).toFixed(2),
    Math.round(ROWS / (median(times) / 1_000)).toLocaleString('en'),
    (median(times) / floor).toFixed(2),
  ]
  const times = table(
    [`${ROWS.toLocaleString('en')} rows`, 'seconds', 'rows/s', 'times COPY'],
    [
      row('COPY', copied),
      row('import, all new', imported),
      row('the same import again, all unchanged', repeated),
    ],
  )
  const p99 = waits[Math.floor(waits.length * 0.99)] ?? Number.NaN
  return `${times}\nWhile importing, /healthz answers in ${median(waits).toFixed(0)} ms (p99 ${p99.toFixed(0)} ms). Most memory of the service: ${await service.peakMemoryMb()} MB.\n`
}

async function importFigures(
  service: Server & { plan: string },
  figures: readonly Figure[],
  expected: 'created' | 'unchanged',
): Promise<number> {
  const body = csvOf(figures)
  const began = performance.now()
  const answer = await fetch(`${service.origin}${service.plan}/imports?mode=commit&state=approved`, {
    method: 'POST',
    headers: { ...service.headers, 'content-type': 'text/csv', 'idempotency-key': crypto.randomUUID() },
    body,
  })
  const report = (await answer.json()) as { counts?: Record<string, number> }
  const took = performance.now() - began
  if (report.counts?.[expected] !== figures.length)
    throw new Error(`${answer.status}: ${JSON.stringify(report).slice(0, 2_000)}`)
  return took
}

/** The file lies where the server can read it: no network, no parsing but Postgres's own. */
async function copyFigures(pool: Pool, figures: readonly Figure[]): Promise<number> {
  const file = join(tmpdir(), `tien-do-bench-${process.pid}.csv`)
  await writeFile(file, copyLines(figures, await idsOf(pool)), { mode: 0o644 })
  const began = performance.now()
  await pool.query(`copy measurement (${COPIED}) from '${file}' (format csv)`)
  const took = performance.now() - began
  await rm(file)
  return took
}
