// Migrations run at start, one process at a time, and never skip one in silence.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { prepareQueue } from '../jobs/queue.ts'
import { MIGRATIONS_DIR } from '../paths.ts'
import type { Database } from './client.ts'

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[]
}

const MIGRATION_LOCK = 7_331_001

/** Brings the database to the newest schema; throws when the journal is out of order or a migration was left out. */
export async function migrate({ pool, ready }: Database): Promise<void> {
  await ready
  const journal = await readJournal()
  assertInOrder(journal)
  const client = await pool.connect()
  try {
    // Whoever waits here waits for another process's migration, and a migration takes as long as it takes.
    await client.query('set lock_timeout = 0; set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS_DIR })
    const applied = await client.query<{ count: number }>(
      'select count(*)::int as count from drizzle.__drizzle_migrations',
    )
    if (applied.rows[0]?.count !== journal.entries.length) {
      throw new Error(
        `the database has ${applied.rows[0]?.count} migrations, this version has ${journal.entries.length}: another version has been here`,
      )
    }
    await prepareQueue(client)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    await client.query('reset lock_timeout; reset statement_timeout')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
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
