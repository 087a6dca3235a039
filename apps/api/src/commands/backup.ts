// `pnpm backup`: makes a backup now (of the embedded database while the service is stopped), and takes outdated ones away.
import { makeBackup } from '../backup/make-backup.ts'
import { tidyBackups } from '../backup/retention.ts'
import { openDatabase } from '../db/client.ts'
import { atConsole, readConfigHere } from './at-console.ts'
import { summaryOf } from './backup-summary.ts'

const now = () => new Date()

await atConsole(async () => {
  const config = readConfigHere()
  const database = await openDatabase(config)
  const { directory, manifest } = await makeBackup({ ...config, database, now })
  await database.close()
  console.log(`${directory}\n${summaryOf(manifest)}`)
  for (const name of await tidyBackups(config.backupDir, now())) console.log(`outdated, removed: ${name}`)
})
