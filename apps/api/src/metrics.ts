// Numbers for a Prometheus on a port of their own, which nobody outside the machine or its network needs to reach.
import { createServer } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './db/client.ts'
import type { RequestTimes } from './http/measured.ts'

export interface Metrics {
  readonly requestTimes: RequestTimes
  readonly listen: (where: {
    readonly port: number
    readonly host: string
  }) => Promise<{ readonly stop: () => Promise<void> }>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** The process, the requests, the connections to the database, the work that waits. */
export function collectMetrics({ pool }: Pick<Database, 'pool'>): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const requestTimes = new Histogram({
    name: 'tien_do_request_duration_seconds',
    help: 'How long a request took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  })
  new Gauge({
    name: 'tien_do_database_connections',
    help: 'Connections of this process: open, idle, and requests that wait for one',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'wanted' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'tien_do_jobs',
    help: 'Work beside requests that waits, runs, or has failed',
    labelNames: ['kind', 'state'] as const,
    registers,
    async collect() {
      const { rows } = await pool.query<{ kind: string; state: string; count: number }>(
        `select name as kind, state::text, count(*)::int as count from pgboss.job
         where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' group by 1, 2`,
      )
      this.reset()
      for (const { kind, state, count } of rows) this.set({ kind, state }, count)
    },
  })
  return { requestTimes, listen: ({ port, host }) => listen(registry, port, host) }
}

function listen(registry: Registry, port: number, host: string) {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      // The database is away: the next time it is asked it may be back.
      () => response.writeHead(503).end(),
    )
  })
  return new Promise<{ stop: () => Promise<void> }>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () =>
      resolve({ stop: () => new Promise((stopped) => server.close(() => stopped())) }),
    )
  })
}
