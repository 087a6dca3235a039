// Read the configuration, open the database, build the app, listen, close gracefully; nothing else.
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDatabase } from './db/client.ts'
import { DirectoryInUse } from './db/directory-lock.ts'
import { migrate } from './db/migrate.ts'
import { announce, type Mode, prepare } from './first-run.ts'
import { startJobs } from './jobs/index.ts'
import { readSecret } from './secret.ts'

const GRACE_MS = 10_000

async function main(mode: Mode): Promise<void> {
  const config = readConfig(process.env)
  const secret = await readSecret(config.dataDir)
  const database = await openDatabase(config)
  await migrate(database)
  const now = () => new Date()
  const welcome = await prepare(mode, { database, config, now })
  const app = await buildApp({ database, config, secret, now, logger: { level: 'warn' } })
  const jobs = startJobs(database)
  closeWithGrace({ delay: GRACE_MS, logger: app.log }, async () => {
    await jobs.stop()
    await app.close()
    await database.close()
  })
  await app.listen({ port: config.port, host: config.host })
  announce(welcome, app.server.address(), config)
}

main(process.argv[2] === 'demo' ? 'demo' : 'start').catch((error: unknown) => {
  // What the person at the console can mend is said in one line; anything else keeps its stack.
  if (error instanceof ConfigError || error instanceof DirectoryInUse)
    console.error(`Tiến Độ: ${error.message}`)
  else console.error(error)
  process.exit(1)
})
