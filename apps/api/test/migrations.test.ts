// Migrations: from nothing, one process at a time, none left out and none unknown.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Pool } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../src/db/client.ts'
import { assertInOrder, migrate } from '../src/db/migrate.ts'
import { MIGRATIONS_DIR } from '../src/paths.ts'
import { newDatabase } from './harness.ts'

const journal = JSON.parse(await readFile(join(MIGRATIONS_DIR, 'meta', '_journal.json'), 'utf8')) as {
  entries: { tag: string; when: number }[]
}
const opened: Database[] = []
async function freshDatabase(url?: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl: url ?? (await newDatabase()), dataDir: '' })
  opened.push(database)
  return database
}
afterAll(async () => {
  for (const database of opened) await database.close()
})
const applied = async ({ pool }: Database): Promise<number> =>
  (await pool.query('select count(*)::int as n from drizzle.__drizzle_migrations')).rows[0].n

describe('migrate', () => {
  it('makes everything from nothing, and nothing the second time', async () => {
    const database = await freshDatabase()
    await migrate(database)
    expect(await applied(database)).toBe(journal.entries.length)
    await migrate(database)
    expect(await applied(database)).toBe(journal.entries.length)
    const { rows } = await database.pool.query(
      `select count(*)::int as n from information_schema.tables where table_schema in ('public', 'auth')`,
    )
    expect(rows[0].n).toBeGreaterThan(15)
  })

  it('lets one of five processes that start at once do it, and the others wait without an error', async () => {
    const url = await newDatabase()
    const runs = Array.from({ length: 5 }, () => startAndMigrate(url))
    expect(await Promise.all(runs)).toEqual(Array.from({ length: 5 }, () => ({ code: 0, said: '' })))
    expect(await applied(await freshDatabase(url))).toBe(journal.entries.length)
  })

  it('waits for a slow one as long as it takes, whatever limit other statements have', async () => {
    const database = await freshDatabase()
    const impatient = {
      ...database,
      pool: new Pool({ connectionString: urlOf(database), lock_timeout: 50, max: 2 }),
    }
    const slow = await database.pool.connect()
    await slow.query('select pg_advisory_lock(7331001)')
    const waiting = migrate(impatient)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await slow.query('select pg_advisory_unlock(7331001)')
    slow.release()
    await waiting
    const { rows } = await impatient.pool.query(`select current_setting('lock_timeout') as limit`)
    expect(rows[0].limit).toBe('50ms')
    await impatient.pool.end()
  })

  it('refuses a database that a newer version has migrated', async () => {
    const database = await freshDatabase()
    await migrate(database)
    await database.pool.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 9e12)`,
    )
    await expect(migrate(database)).rejects.toThrow(
      `has ${journal.entries.length + 1} migrations, this version has ${journal.entries.length}`,
    )
  })
})

describe('the journal', () => {
  const entry = (tag: string, when: number) => ({ tag, when })
  it('is in order', () => {
    expect(() => assertInOrder(journal)).not.toThrow()
  })
  it.each([
    [[entry('a', 1), entry('b', 1)], /b is not later than a/],
    [[entry('a', 1), entry('b', 3), entry('c', 2)], /c is not later than b/],
  ])('would not be: %o', (entries, message) => {
    expect(() => assertInOrder({ entries })).toThrow(message)
  })
})

function urlOf({ pool }: Database): string {
  return String((pool.options as { connectionString?: string }).connectionString)
}

/** What each of several processes does at its start, in a process of its own. */
function startAndMigrate(url: string): Promise<{ code: number | null; said: string }> {
  const source = (file: string) => JSON.stringify(new URL(`../src/db/${file}`, import.meta.url).href)
  const script = `
    const { openDatabase } = await import(${source('client.ts')})
    const { migrate } = await import(${source('migrate.ts')})
    const database = await openDatabase({ databaseUrl: ${JSON.stringify(url)}, dataDir: '' })
    await migrate(database)
    await database.close()`
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', (code) => resolve({ code, said }))
  })
}
