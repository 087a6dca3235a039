// A backup into an empty database: its own migrations, its rows, then whatever this version has beyond them.
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import type { Database } from '../db/client.ts'
import { appliedMigrations, migrate } from '../db/migrate.ts'
import { fileOf, hashFile, tableFile } from './make-backup.ts'
import { BackupError, type Manifest, readManifest } from './manifest.ts'
import { listTables, measureTable, PLAIN_TEXT, type Table } from './tables.ts'

const BATCH_ROWS = 1_000
const BATCH_CHARS = 2_000_000

/**
 * Puts a backup into `database`, which must be empty, and compares what it now holds with the manifest before anything
 * is committed. Throws BackupError that names what does not fit.
 */
export async function restoreDatabase(database: Database, directory: string): Promise<Manifest> {
  const manifest = await readManifest(directory)
  await refuseOccupied(database)
  await migrate(database, manifest.migrations)
  const client = await database.pool.connect()
  try {
    await client.query(`begin; ${PLAIN_TEXT}`)
    const tables = await fittingTables(client, manifest)
    const links = await unlink(client, tables)
    for (const table of tables) await loadRows(client, table, directory)
    await compare(client, tables, manifest)
    for (const { table, name, definition } of links)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
  await migrate(database)
  return manifest
}

async function refuseOccupied({ pool, ready }: Database): Promise<void> {
  await ready
  const client = await pool.connect()
  const occupied = (await appliedMigrations(client)).length > 0
  client.release()
  if (occupied)
    throw new BackupError(
      'the database is in use already: a backup is put into an empty one only (another DATA_DIR, or a new database for DATABASE_URL)',
    )
}

async function fittingTables(client: ClientBase, manifest: Manifest): Promise<Table[]> {
  const tables = await listTables(client)
  const shape = (all: readonly Pick<Table, 'name' | 'columns'>[]) =>
    JSON.stringify(all.map(({ name, columns }) => ({ name, columns })))
  if (shape(tables) !== shape(manifest.tables))
    throw new BackupError('the tables of the backup are not those that its migrations make')
  return tables
}

/** Rows come table by table: what ties tables together is taken off meanwhile, and checked as a whole when it is put back. */
async function unlink(client: ClientBase, tables: readonly Table[]) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'f' and format('%I.%I', n.nspname, t.relname) = any($1)`,
    [tables.map(({ name }) => name)],
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  return rows
}

async function loadRows(client: ClientBase, table: Table, directory: string): Promise<void> {
  const { name, columns } = table
  const values = columns.map(({ type }, index) => `(line ->> ${index})::${type}`).join(', ')
  const insert = `insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value
    select ${values} from json_array_elements($1::json) as line`
  let [batch, chars]: [string[], number] = [[], 0]
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(',')}]`])
    ;[batch, chars] = [[], 0]
  }
  for await (const line of readLines(tableFile(directory, name))) {
    batch.push(line)
    chars += line.length
    if (batch.length === BATCH_ROWS || chars > BATCH_CHARS) await flush()
  }
  await flush()
  await advanceSequences(client, table)
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(createGunzip())
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (cause) {
    throw new BackupError(`${file} is missing or damaged`, { cause })
  }
  if (unpacked.errored) throw new BackupError(`${file} is missing or damaged`, { cause: unpacked.errored })
}

async function advanceSequences(client: ClientBase, { name, columns }: Table): Promise<void> {
  for (const column of columns)
    await client.query(
      `select setval(sequence, (select coalesce(max(${column.name}::text::bigint), 0) + 1 from ${name}), false)
       from pg_get_serial_sequence($1, $2) as sequence where sequence is not null`,
      [name, column.name.replaceAll('"', '')],
    )
}

/** Throws where a table now holds other rows than the manifest says. */
async function compare(client: ClientBase, tables: readonly Table[], manifest: Manifest): Promise<void> {
  for (const [index, table] of tables.entries()) {
    const { rows, sha256 } = await measureTable(client, table)
    const said = manifest.tables[index]
    if (rows !== said?.rows || sha256 !== said.sha256)
      throw new BackupError(
        `table ${table.name} does not hold what was saved: ${rows} rows for ${said?.rows}, or other contents`,
      )
  }
}

/** Puts the attachments and the secret of a backup into a data directory; each is known by its hash. */
export async function restoreFiles(directory: string, dataDir: string): Promise<void> {
  const { files, secretSha256 } = await readManifest(directory)
  for (const { sha256 } of files)
    await bring(
      fileOf(join(dirname(directory), 'files'), sha256),
      fileOf(join(dataDir, 'files'), sha256),
      sha256,
    )
  await bring(join(directory, 'secret'), join(dataDir, 'secret'), secretSha256)
}

/** Throws BackupError for the first attachment of a backup, or its secret, that is missing or damaged. */
export async function verifyFiles(directory: string): Promise<void> {
  const { files, secretSha256 } = await readManifest(directory)
  for (const { sha256 } of files) await verifyFile(fileOf(join(dirname(directory), 'files'), sha256), sha256)
  await verifyFile(join(directory, 'secret'), secretSha256)
}

async function bring(from: string, to: string, sha256: string): Promise<void> {
  await verifyFile(from, sha256)
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, `${to}.partial`)
  await rename(`${to}.partial`, to)
}

async function verifyFile(file: string, sha256: string): Promise<void> {
  const found = await hashFile(file).catch((cause: unknown) => {
    throw new BackupError(`${file} is missing`, { cause })
  })
  if (found !== sha256) throw new BackupError(`${file} is damaged: its bytes are not those that were saved`)
}
