// Migrations run at start, one process at a time, and never skip one in silence.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import type { ClientBase, Pool, PoolClient } from 'pg'
import { prepareQueue } from '../jobs/queue.ts'
import { MIGRATIONS_DIR } from '../paths.ts'
import type { Database } from './client.ts'

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[]
}

const MIGRATION_LOCK = 7_331_001

/**
 * Brings the database to the newest schema, or, for an older backup, through the first of our migrations only (`tags`, in
 * their order). Throws when the journal is out of order, a migration was left out, or one is asked for that is not ours.
 */
export async function migrate({ pool, ready }: Database, tags?: readonly string[]): Promise<void> {
  await ready
  const journal = await readJournal()
  assertInOrder(journal)
  const entries = tags ? firstEntries(journal, tags) : journal.entries
  const client = await pool.connect()
  try {
    // Whoever waits here waits for another process's migration, and a migration takes as long as it takes.
    await client.query('set lock_timeout = 0; set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    if (tags) await migrateThrough(client, { ...journal, entries })
    else await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS_DIR })
    const applied = await countApplied(client)
    if (applied !== entries.length) {
      throw new Error(
        `the database has ${applied} migrations, this version has ${entries.length}: another version has been here`,
      )
    }
    if (!tags) await prepareQueue(client)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    await client.query('reset lock_timeout; reset statement_timeout')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Drizzle runs a whole folder: for a part of ours it gets a folder of that part. */
async function migrateThrough(client: PoolClient, journal: Journal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tien-do-migrations-'))
  try {
    await cp(MIGRATIONS_DIR, folder, { recursive: true })
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
    await runMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function firstEntries({ entries }: Journal, tags: readonly string[]): Journal['entries'] {
  const first = entries.slice(0, tags.length)
  if (first.length < tags.length || first.some(({ tag }, index) => tag !== tags[index]))
    throw new Error(
      `the migrations ${tags.join(', ')} are not those of this version: another version made them`,
    )
  return first
}

async function countApplied(client: ClientBase | Pool): Promise<number> {
  const there = await client.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as made`)
  if (!there.rows[0].made) return 0
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  )
  return rows[0]?.count ?? 0
}

/** The migrations that a database has been through, oldest first; none on an empty one. */
export async function appliedMigrations(client: ClientBase): Promise<string[]> {
  const applied = await countApplied(client)
  return (await readJournal()).entries.slice(0, applied).map(({ tag }) => tag)
}

/** How many migrations a database has been through, and how many this version has. */
export async function countMigrations(pool: Pool) {
  return { applied: await countApplied(pool), ours: (await readJournal()).entries.length }
}

/** Drizzle compares only the newest `when`: an entry that is not later than the one before would be skipped. */
export function assertInOrder(journal: Journal): void {
  journal.entries.forEach((entry, index) => {
    const previous = journal.entries[index - 1]
    if (previous && entry.when <= previous.when)
      throw new Error(`migration ${entry.tag} is not later than ${previous.tag}`)
  })
}

async function readJournal(): Promise<Journal> {
  return JSON.parse(await readFile(join(MIGRATIONS_DIR, 'meta', '_journal.json'), 'utf8')) as Journal
}
