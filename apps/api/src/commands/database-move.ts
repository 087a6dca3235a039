// `DATABASE_URL=… pnpm database:move`: all that the embedded database holds moves to a Postgres server, by way of a backup.
import { makeBackup } from '../backup/make-backup.ts'
import { BackupError } from '../backup/manifest.ts'
import { restoreDatabase } from '../backup/restore-backup.ts'
import { openDatabase } from '../db/client.ts'
import { atConsole, readConfigHere } from './at-console.ts'
import { summaryOf } from './backup-summary.ts'

await atConsole(async () => {
  const config = readConfigHere()
  if (config.databaseUrl === null)
    throw new BackupError('DATABASE_URL: the address of an empty Postgres database to move to')
  const embedded = await openDatabase({ ...config, databaseUrl: null })
  const { directory } = await makeBackup({ ...config, database: embedded, now: () => new Date() })
  await embedded.close()
  const server = await openDatabase(config)
  const manifest = await restoreDatabase(server, directory)
  await server.close()
  console.log(
    `moved, every row compared; start with the same DATABASE_URL and DATA_DIR\nthe backup stays in ${directory}\n${summaryOf(manifest)}`,
  )
})
