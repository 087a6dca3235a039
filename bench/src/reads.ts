// One figure and the whole plan's summary, against a bare route over the same rows; turn by turn.
import type { Pool } from 'pg'
import { type Load, load } from './load.ts'
import type { Server } from './servers.ts'
import { median, table } from './table.ts'

const ROUNDS = 3

interface Contender {
  readonly name: string
  readonly run: () => Promise<Load>
}

export async function measureReads(
  pool: Pool,
  service: Server & { plan: string },
  bare: Server,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from measurement order by id limit 1')
  const id = rows[0]?.id
  const first = await fetch(`${service.origin}${service.plan}/summary`, { headers: service.headers })
  const etag = first.headers.get('etag') ?? ''
  const one = await compare([
    { name: 'bare Fastify + pg, one figure', run: () => load(bare, `/measurements/${id}`) },
    { name: 'one figure', run: () => load(service, `${service.plan}/measurements/${id}`) },
  ])
  const summary = await compare([
    { name: 'bare Fastify + pg, sums by indicator and day', run: () => load(bare, '/summary') },
    { name: 'summary', run: () => load(service, `${service.plan}/summary`) },
    {
      name: 'summary the caller already has (304)',
      run: () => load(service, `${service.plan}/summary`, { 'if-none-match': etag }),
    },
  ])
  return table(
    ['read', 'requests/s', 'of bare', 'median ms', 'p99 ms', 'server CPU µs', 'of bare'],
    [...one, ...summary],
  )
}

/** Each contender in turn, round after round; the first is what the others are measured by. */
async function compare(contenders: readonly Contender[]): Promise<string[][]> {
  const loads = new Map<Contender, Load[]>(contenders.map((each) => [each, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [contender, done] of loads) done.push(await contender.run())
  }
  const results = [...loads].map(([{ name }, done]) => ({
    name,
    perSecond: median(done.map((each) => each.perSecond)),
    medianMs: median(done.map((each) => each.medianMs)),
    p99: median(done.map((each) => each.slowestHundredthMs)),
    cpu: median(done.map((each) => each.cpuMicroseconds)),
  }))
  const [floor] = results
  return results.map(({ name, perSecond, medianMs, p99, cpu }) => [
    name,
    perSecond.toFixed(0),
    (perSecond / (floor?.perSecond ?? 1)).toFixed(2),
    medianMs.toFixed(1),
    p99.toFixed(1),
    cpu.toFixed(0),
    (cpu / (floor?.cpu ?? 1)).toFixed(2),
  ])
}
