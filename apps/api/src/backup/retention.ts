// Which backups stay: those of the last seven days, then one a week for four weeks, then one a month for a year.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileOf, listFiles } from './make-backup.ts'
import { readManifest } from './manifest.ts'

const DAY_MS = 24 * 60 * 60_000
const AGES = [
  { days: 7, every: 1 },
  { days: 28, every: 7 },
  { days: 365, every: 30 },
] as const
const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)$/

/** Milliseconds since 1970 from a backup's name. */
export function madeAt(name: string): number {
  return Date.parse(name.replace(NAME, '$1T$2:$3:$4'))
}

/** The names of the backups of a directory, oldest first. */
export async function listBackups(backupDir: string): Promise<string[]> {
  const names = await readdir(backupDir).catch(() => [])
  return names.filter((name) => NAME.test(name)).sort()
}

/** Of these backups (names, oldest first), those that may go; the newest always stays, and the oldest of each span. */
export function outdated(names: readonly string[], now: Date): string[] {
  const spans = new Set<string>()
  return names.filter((name, index) => {
    const age = (now.getTime() - madeAt(name)) / DAY_MS
    const step = AGES.find(({ days }) => age <= days)
    if (index === names.length - 1 || step?.every === 1) return false
    if (!step) return true
    const span = `${step.every}:${Math.floor(madeAt(name) / (step.every * DAY_MS))}`
    if (spans.has(span)) return true
    spans.add(span)
    return false
  })
}

/** Takes outdated backups away, and the attachments that none of the others names; returns the names. */
export async function tidyBackups(backupDir: string, now: Date): Promise<string[]> {
  const names = await listBackups(backupDir)
  const gone = outdated(names, now)
  for (const name of gone) await rm(join(backupDir, name), { recursive: true })
  const named = new Set<string>()
  for (const name of names.filter((each) => !gone.includes(each)))
    for (const { sha256 } of (await readManifest(join(backupDir, name))).files) named.add(sha256)
  for (const sha256 of await listFiles(join(backupDir, 'files')))
    if (!named.has(sha256)) await rm(fileOf(join(backupDir, 'files'), sha256))
  return gone
}
