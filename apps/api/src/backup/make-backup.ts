// A backup: one consistent reading of every table, the attachments, the secret, and a manifest with their hashes.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import type { Database } from '../db/client.ts'
import { appliedMigrations } from '../db/migrate.ts'
import { BackupError, type FileEntry, type Manifest, type TableEntry, writeManifest } from './manifest.ts'
import { counted, listTables, PLAIN_TEXT, readRows } from './tables.ts'

export interface BackupParts {
  readonly database: Pick<Database, 'engine' | 'pool' | 'ready'>
  readonly dataDir: string
  /** Where backups lie: each in a folder named by its time, their attachments together in `files`. */
  readonly backupDir: string
  readonly now: () => Date
}

const PRIVATE = 0o700

/** Makes a backup and returns its folder; a half one never bears the name of a whole one. */
export async function makeBackup(parts: BackupParts): Promise<{ directory: string; manifest: Manifest }> {
  const { database, dataDir, backupDir, now } = parts
  const madeAt = now().toISOString()
  const directory = join(backupDir, nameAt(madeAt))
  const partial = `${directory}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(join(partial, 'tables'), { recursive: true, mode: PRIVATE })
  const rows = await readDatabase(database, partial)
  await copyFile(join(dataDir, 'secret'), join(partial, 'secret')).catch((cause: unknown) => {
    throw new BackupError(`${join(dataDir, 'secret')} cannot be read: a backup without it is of no use`, {
      cause,
    })
  })
  const manifest: Manifest = {
    format: 1,
    madeAt,
    engine: database.engine,
    ...rows,
    // After the tables: what they name is there by then, and bytes are never taken away while they are named.
    files: await keepFiles(join(dataDir, 'files'), join(backupDir, 'files')),
    secretSha256: createHash('sha256')
      .update(await readFile(join(partial, 'secret')))
      .digest('hex'),
  }
  await writeManifest(partial, manifest)
  await rename(partial, directory)
  return { directory, manifest }
}

/** `2026-11-24T225801.123Z`: sorts by time, and every file system takes it. */
function nameAt(instant: string): string {
  return instant.replaceAll(':', '')
}

async function readDatabase({ pool, ready }: BackupParts['database'], directory: string) {
  await ready
  const client = await pool.connect()
  try {
    await client.query(`begin isolation level repeatable read, read only; ${PLAIN_TEXT}`)
    const migrations = await appliedMigrations(client)
    const tables: TableEntry[] = []
    for (const table of await listTables(client)) {
      const { lines, result } = counted(readRows(client, table))
      await pipeline(
        Readable.from(lines),
        createGzip(),
        createWriteStream(tableFile(directory, table.name), { mode: 0o600, flush: true }),
      )
      tables.push({ name: table.name, columns: table.columns, ...result() })
    }
    const auditHeads = await readHeads(client)
    await client.query('commit')
    client.release()
    return { migrations, tables, auditHeads }
  } catch (error) {
    client.release(true)
    throw error
  }
}

export function tableFile(directory: string, name: string): string {
  return join(directory, 'tables', `${name}.ndjson.gz`)
}

async function readHeads(client: ClientBase): Promise<Manifest['auditHeads']> {
  const { rows } = await client.query<{ name: string; head: string | null }>(
    `select '' as name, audit_head as head from installation union all select code, audit_head from plan order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, head }) => [name, head]))
}

/** Attachments are named by their hash: what lies there already need not be copied again. */
async function keepFiles(from: string, to: string): Promise<FileEntry[]> {
  const kept: FileEntry[] = []
  for (const sha256 of await listFiles(from)) {
    const [source, target] = [fileOf(from, sha256), fileOf(to, sha256)]
    const { size } = await stat(source)
    const known = await stat(target).catch(() => null)
    if (known?.size !== size) {
      await mkdir(join(to, sha256.slice(0, 2)), { recursive: true, mode: PRIVATE })
      await copyFile(source, `${target}.partial`)
      if ((await hashFile(`${target}.partial`)) !== sha256)
        throw new BackupError(`attachment ${source} is damaged: its bytes are not those of its name`)
      await rename(`${target}.partial`, target)
    }
    kept.push({ sha256, bytes: size })
  }
  return kept
}

export function fileOf(directory: string, sha256: string): string {
  return join(directory, sha256.slice(0, 2), sha256)
}

/** The hashes of the attachments in a store, in order. */
export async function listFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true }).catch(() => [])
  return names
    .map((name) => name.slice(3))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .sort()
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
