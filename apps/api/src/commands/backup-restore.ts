// `pnpm backup:restore FOLDER`: puts a backup into the database of the configuration, which must be empty.
import { BackupError } from '../backup/manifest.ts'
import { restoreDatabase, restoreFiles } from '../backup/restore-backup.ts'
import { openDatabase } from '../db/client.ts'
import { atConsole, fromHere, readConfigHere } from './at-console.ts'
import { summaryOf } from './backup-summary.ts'

const [named] = process.argv.slice(2)

await atConsole(async () => {
  if (!named) throw new BackupError('name the backup: pnpm backup:restore FOLDER')
  const directory = fromHere(named)
  const config = readConfigHere()
  const database = await openDatabase(config)
  const manifest = await restoreDatabase(database, directory)
  await database.close()
  await restoreFiles(directory, config.dataDir)
  console.log(`restored from ${directory}, every row and attachment compared\n${summaryOf(manifest)}`)
})
