// A backup is worth what comes out of it: everything here is put into another database and compared.
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkChain } from '../../test/chain.ts'
import { newDatabase, PLAN, startHarness } from '../../test/harness.ts'
import { type Database, openDatabase } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { makeBackup } from './make-backup.ts'
import { readManifest } from './manifest.ts'
import { makeNightlyBackup } from './nightly.ts'
import { restoreDatabase, restoreFiles, verifyFiles } from './restore-backup.ts'
import { listBackups, outdated } from './retention.ts'

const root = await mkdtemp(join(tmpdir(), 'tien-do-backup-'))
const dataDir = join(root, 'data')
const backupDir = join(root, 'backups')
const house = await startHarness({ config: { dataDir } })
const parts = { database: house.database, dataDir, backupDir, now: () => house.clock }
const opened: Database[] = []
async function open(databaseUrl: string | null, directory = '') {
  const database = await openDatabase({ databaseUrl, dataDir: directory })
  opened.push(database)
  return database
}
let saved = ''

beforeAll(async () => {
  const coordinator = await house.as('coordinator')
  await coordinator
    .post(`${PLAN}/measurements`)
    .send({
      indicator: 'DP-01',
      on: '2026-10-31',
      numerator: 1,
      denominator: 2,
      note: 'Tổ 5: "đủ", \\ và\nxuống dòng',
    })
    .expect(201)
  await coordinator
    .post(`${PLAN}/evidence/files?resource=task&code=NV-01&year=2026&name=bang-chung.pdf`)
    .set('content-type', 'application/pdf')
    .send(Buffer.from('%PDF-1.4 bằng chứng'))
    .expect(201)
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, 'secret'), 'a secret of this house')
  saved = (await makeBackup(parts)).directory
})
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()))
  await rm(root, { recursive: true, force: true })
})

/** A copy of the saved backup, to be harmed. */
async function copyOfSaved(): Promise<string> {
  const directory = join(await mkdtemp(join(root, 'copy-')), 'backup')
  await cp(saved, directory, { recursive: true })
  await cp(join(backupDir, 'files'), join(directory, '..', 'files'), { recursive: true })
  return directory
}
const planId = async (database: Database): Promise<string> =>
  (await database.pool.query('select id from plan')).rows[0].id
const count = async (database: Database, table: string) =>
  (await database.pool.query(`select count(*)::int as count from ${table}`)).rows[0].count

describe('a backup', () => {
  it('of a server comes out of an embedded database as it went in, and from there into a server again', async () => {
    const embedded = await open(null, join(root, 'embedded'))
    const manifest = await restoreDatabase(embedded, saved)
    await restoreFiles(saved, join(root, 'embedded'))
    const again = await makeBackup({
      ...parts,
      database: embedded,
      dataDir: join(root, 'embedded'),
      now: () => new Date('2026-11-22T02:30:00Z'),
    })
    expect(again.manifest.tables).toEqual(manifest.tables)
    expect(again.manifest.files).toEqual(manifest.files)
    expect(manifest.files).toHaveLength(1)

    const server = await open(await newDatabase())
    const moved = await restoreDatabase(server, again.directory)
    expect(moved.tables).toEqual(manifest.tables)
    for (const plan of [null, await planId(server)])
      expect(await walkChain(server.pool, plan)).toEqual(await walkChain(house.database.pool, plan))
    await expect(server.pool.query('delete from audit_event')).rejects.toThrow('only added to')
    // What comes after goes on where it stopped.
    const { rows } = await server.pool.query(
      `select nextval('audit_event_seq_seq') > max(seq) as after from audit_event`,
    )
    expect(rows[0].after).toBe(true)
  }, 120_000)

  it('is taken in one reading: writers go on meanwhile, and none of them is half in it', async () => {
    const coordinator = await house.as('coordinator')
    const writing = Array.from({ length: 20 }, (_, index) =>
      coordinator
        .post(`${PLAN}/measurements`)
        .send({
          indicator: 'DP-01',
          on: `2026-09-${String(index + 1).padStart(2, '0')}`,
          numerator: 1,
          denominator: 2,
        })
        .expect(201),
    )
    const { directory } = await makeBackup({ ...parts, now: () => new Date('2026-11-22T03:00:00Z') })
    await Promise.all(writing)
    const restored = await open(await newDatabase())
    await restoreDatabase(restored, directory)
    expect((await walkChain(restored.pool, await planId(restored))).broken).toEqual([])
    const recorded = await restored.pool.query(
      `select count(*)::int as count from audit_event where action = 'measurement.record'`,
    )
    expect(recorded.rows[0].count).toBe(await count(restored, 'measurement'))
  })

  it('of an older version is brought up to this one', async () => {
    const { migrations } = await readManifest(saved)
    const older = await open(await newDatabase())
    await migrate(older, migrations.slice(0, -2))
    await older.pool.query(
      `insert into person (id, name, email, created_at) values (gen_random_uuid(), 'Người cũ', 'cu@phuong.test', now())`,
    )
    const { directory } = await makeBackup({
      ...parts,
      database: older,
      now: () => new Date('2026-11-22T02:45:00Z'),
    })
    const database = await open(await newDatabase())
    await restoreDatabase(database, directory)
    expect(await count(database, 'drizzle.__drizzle_migrations')).toBe(migrations.length)
    expect(await count(database, 'person')).toBe(1)
    expect(await count(database, 'pgboss.queue')).toBeGreaterThan(0)
  })

  it('is not put into a database that is in use', async () => {
    await expect(restoreDatabase(house.database, saved)).rejects.toThrow('in use already')
  })
})

describe('a backup that is harmed is refused, with the name of what is wrong, and the database stays empty', () => {
  it.each<[string, (directory: string) => Promise<void>, string]>([
    ['a table is missing', (directory) => rm(tableOf(directory)), 'public.measurement.ndjson.gz is missing'],
    [
      'a table was cut off',
      (directory) => cut(tableOf(directory)),
      'public.measurement.ndjson.gz is missing or damaged',
    ],
    [
      'a figure was altered',
      (directory) => alter(tableOf(directory)),
      'public.measurement does not hold what was saved',
    ],
    ['the manifest is gone', (directory) => rm(join(directory, 'manifest.json')), 'manifest.json is missing'],
    [
      'the manifest is cut off',
      (directory) => writeFile(join(directory, 'manifest.json'), '{"format"'),
      'is not JSON',
    ],
    ['it is of a version to come', (directory) => addMigration(directory), 'another version made them'],
  ])('%s', async (_what, harm, says) => {
    const directory = await copyOfSaved()
    await harm(directory)
    const database = await open(await newDatabase())
    await expect(restoreDatabase(database, directory)).rejects.toThrow(says)
    const { rows } = await database.pool.query(`select to_regclass('measurement') is not null as made`)
    if (rows[0].made) expect(await count(database, 'measurement')).toBe(0)
  })

  it('an attachment or the secret was altered', async () => {
    const directory = await copyOfSaved()
    await expect(verifyFiles(directory)).resolves.toBeUndefined()
    await writeFile(join(directory, 'secret'), 'another')
    await expect(verifyFiles(directory)).rejects.toThrow('secret is damaged')
    const store = join(directory, '..', 'files')
    const [shelf = ''] = await readdir(store)
    const [name = ''] = await readdir(join(store, shelf))
    await writeFile(join(store, shelf, name), 'other bytes')
    await expect(verifyFiles(directory)).rejects.toThrow(`${name} is damaged`)
    await rename(join(store, shelf, name), join(store, shelf, 'elsewhere'))
    await expect(restoreFiles(directory, join(root, 'nowhere'))).rejects.toThrow(`${name} is missing`)
  })
})

describe('the backups of a year', () => {
  const names = Array.from({ length: 400 }, (_, day) =>
    new Date(Date.UTC(2025, 10, 1 + day, 18, 30)).toISOString().replaceAll(':', ''),
  )
  it('stay for seven days each, for four weeks one a week, for a year one a month', () => {
    const now = new Date(Date.UTC(2025, 10, 1 + 399, 19))
    const gone = new Set(outdated(names, now))
    const kept = names.filter((name) => !gone.has(name))
    expect(kept.slice(-7)).toEqual(names.slice(-7))
    expect(kept.length).toBeGreaterThanOrEqual(7 + 3 + 11)
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 13)
  })
  it('lose what nobody names any more: the outdated and their attachments', async () => {
    const [before] = await listBackups(backupDir)
    house.clock = new Date('2028-01-01T00:00:00Z')
    await makeNightlyBackup(parts)
    await makeNightlyBackup(parts)
    expect(before).toBeDefined()
    expect(await listBackups(backupDir)).toEqual(['2028-01-01T000000.000Z'])
  })
})

function tableOf(directory: string): string {
  return join(directory, 'tables', 'public.measurement.ndjson.gz')
}
async function cut(file: string): Promise<void> {
  await writeFile(file, (await readFile(file)).subarray(0, 100))
}
async function alter(file: string): Promise<void> {
  await writeFile(
    file,
    gzipSync(
      gunzipSync(await readFile(file))
        .toString('utf8')
        .replace('Tổ 5', 'Tổ 6'),
    ),
  )
}
async function addMigration(directory: string): Promise<void> {
  const file = join(directory, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '9999_to_come'] }))
}
