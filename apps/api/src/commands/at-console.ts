// How a command ends: what the person at the console can mend is said in one line; anything else keeps its stack.
import { resolve } from 'node:path'
import { BackupError } from '../backup/manifest.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { DirectoryInUse } from '../db/directory-lock.ts'
import { DATA_DIR } from '../paths.ts'

const SAID = [BackupError, ConfigError, DirectoryInUse]

/** Runs a command; ends the process with 1 where it fails. */
export async function atConsole(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(SAID.some((kind) => error instanceof kind) ? `Tiến Độ: ${(error as Error).message}` : error)
    process.exit(1)
  }
}

/** pnpm runs scripts in the package's folder; people name folders from where they stand. */
export function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

/** The configuration that `pnpm start` would read here. */
export function readConfigHere(): Config {
  const { DATA_DIR: named, BACKUP_DIR, ...env } = process.env
  return readConfig({
    ...env,
    DATA_DIR: named ? fromHere(named) : DATA_DIR,
    BACKUP_DIR: BACKUP_DIR && fromHere(BACKUP_DIR),
  })
}
