// Open the database, build the app, listen, close gracefully; nothing else.
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { type Config, ConfigError, clockOf } from './config.ts'
import { type Database, openDatabase } from './db/client.ts'
import type { Embedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { announce, type Mode, prepare } from './first-run.ts'
import { loggerAt } from './http/log.ts'
import { startJobs } from './jobs/index.ts'
import type { Metrics } from './metrics.ts'
import { readSecret } from './secret.ts'
import { workOf } from './work.ts'

const GRACE_MS = 10_000

/** Runs the service until it is told to stop. */
export async function serve(
  mode: Mode,
  config: Config,
  embedded: Promise<Embedded> | undefined,
): Promise<void> {
  const now = clockOf(mode, config.demoNow, Date.now)
  const secret = await readSecret(config.dataDir)
  const database = await openDatabase(config, embedded)
  // The database is brought up to date in its own thread or server while this one is busy with the routes.
  const migrated = migrate(database)
  migrated.catch(() => undefined)
  const metrics = config.metrics && (await startMetrics(database))
  const app = await buildApp({
    database,
    config,
    secret,
    now,
    logger: loggerAt(config.logLevel),
    requestTimes: metrics?.requestTimes,
    requestsPerMinute: config.requestsPerMinute,
    requireSecondFactor: mode === 'start',
  })
  await migrated
  const welcome = await prepare(mode, { database, config, now })
  const jobs = startJobs(database, now, workOf({ mode, database, config, now, secret }))
  const watched = config.metrics && (await metrics?.listen(config.metrics))
  closeWithGrace({ delay: GRACE_MS, logger: app.log }, async () => {
    await Promise.all([jobs.stop(), app.close(), watched?.stop()])
    await database.close()
  })
  await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new ConfigError(`PORT: ${config.port} is taken by another process on ${config.host}`)
  })
  announce(welcome, app.server.address(), config)
}

/** Read from disk only where somebody watches. */
async function startMetrics(database: Database): Promise<Metrics> {
  const { collectMetrics } = await import('./metrics.ts')
  return collectMetrics(database)
}
