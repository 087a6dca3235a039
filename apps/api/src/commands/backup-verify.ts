// `pnpm backup:verify [FOLDER]`: puts a backup (the newest, if none is named) into a scratch database and compares it all.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyChains } from '../audit-chains.ts'
import { BackupError } from '../backup/manifest.ts'
import { restoreDatabase, verifyFiles } from '../backup/restore-backup.ts'
import { listBackups } from '../backup/retention.ts'
import { openDatabase } from '../db/client.ts'
import { atConsole, fromHere, readConfigHere } from './at-console.ts'
import { summaryOf } from './backup-summary.ts'

const [named] = process.argv.slice(2)

await atConsole(async () => {
  const { backupDir } = readConfigHere()
  const directory = named ? fromHere(named) : await newestOf(backupDir)
  await verifyFiles(directory)
  const scratch = await mkdtemp(join(tmpdir(), 'tien-do-verify-'))
  try {
    const database = await openDatabase({ databaseUrl: null, dataDir: scratch })
    const manifest = await restoreDatabase(database, directory)
    const chains = await verifyChains(
      database,
      () => new Date(),
      (plan) => manifest.auditHeads[plan] ?? null,
    )
    await database.close()
    for (const { name, whole } of chains)
      if (!whole) throw new BackupError(`the audit chain of ${name} in this backup is broken`)
    console.log(
      `${directory} is whole: it was put into a scratch database and compared\n${summaryOf(manifest)}`,
    )
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
})

async function newestOf(backupDir: string): Promise<string> {
  const newest = (await listBackups(backupDir)).at(-1)
  if (newest === undefined)
    throw new BackupError(`${backupDir} holds no backup: make one with \`pnpm backup\``)
  return join(backupDir, newest)
}
