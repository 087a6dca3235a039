// What a backup says of itself: enough to know it whole, and to know whether this version can read it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface TableEntry {
  /** `schema.table`. */
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: number
  /** Of the rows as text, one a line, in the order of the primary key. */
  readonly sha256: string
}

export interface FileEntry {
  readonly sha256: string
  readonly bytes: number
}

export interface Manifest {
  readonly format: 1
  /** RFC 3339, in UTC. */
  readonly madeAt: string
  readonly engine: 'postgres' | 'pglite'
  /** The migrations of the database, oldest first. */
  readonly migrations: readonly string[]
  readonly tables: readonly TableEntry[]
  /** Attachments; their bytes lie beside the backups, each once. */
  readonly files: readonly FileEntry[]
  /** The heads of the audit chains: of each plan by its code, and of the installation under an empty name. */
  readonly auditHeads: Readonly<Record<string, string | null>>
  readonly secretSha256: string
}

/** What is wrong with a backup, in words for the person at the console. */
export class BackupError extends Error {}

const NAME = 'manifest.json'

export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  await writeFile(join(directory, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true })
}

/** Throws BackupError where there is no backup, or one of another format. */
export async function readManifest(directory: string): Promise<Manifest> {
  const file = join(directory, NAME)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BackupError(`${directory} holds no backup: ${NAME} is missing`)
  })
  const manifest = parsed(text)
  if (manifest === null) throw new BackupError(`${file} is damaged: it is not JSON`)
  if (manifest.format !== 1)
    throw new BackupError(`${file} is of format ${manifest.format}; this version reads format 1`)
  return manifest
}

function parsed(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return null
  }
}
