// The backup of the night, and the end of those that are outdated.
import { type BackupParts, makeBackup } from './make-backup.ts'
import { listBackups, madeAt, tidyBackups } from './retention.ts'

/** Less than a night: a job that was given back after a crash, or taken twice, makes no second one. */
const RECENT_MS = 6 * 60 * 60_000

/** Makes a backup unless there is one of this night; then takes the outdated ones away. */
export async function makeNightlyBackup(parts: BackupParts): Promise<void> {
  const newest = (await listBackups(parts.backupDir)).at(-1)
  const age = parts.now().getTime() - (newest === undefined ? 0 : madeAt(newest))
  if (age > RECENT_MS) await makeBackup(parts)
  await tidyBackups(parts.backupDir, parts.now())
}
