// The first start: the whole of it or nothing, and once however many start together.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/client.ts'
import { migrate } from '../src/db/migrate.ts'
import { DEMO_ACCOUNTS } from '../src/demo.ts'
import { prepare } from '../src/first-run.ts'
import { walkChain } from './chain.ts'
import { newDatabase } from './harness.ts'
import { end, startService } from './running-service.ts'

const config = readConfig({
  DEMO_PASSWORD: 'mật khẩu của các thử nghiệm',
  DATA_DIR: join(tmpdir(), `first-run-${process.pid}`),
})
const now = () => new Date('2026-11-22T02:00:00.000Z')

async function fresh(databaseUrl?: string) {
  const database = await openDatabase({ databaseUrl: databaseUrl ?? (await newDatabase()), dataDir: '' })
  await migrate(database)
  const counts = async () => {
    const { rows } = await database.pool.query(`
      select (select count(*)::int from plan) as plans, (select count(*)::int from person) as people,
        (select count(*)::int from measurement) as figures, (select count(*)::int from audit_event) as events`)
    return rows[0]
  }
  return { database, counts }
}

describe('the first start', () => {
  it('of the demo loads the plan, the accounts and the samples; the second changes nothing', async () => {
    const { database, counts } = await fresh()
    expect(await prepare('demo', { database, config, now })).toMatchObject({
      demoPassword: config.demoPassword,
    })
    const after = await counts()
    expect(after).toMatchObject({ plans: 1, people: DEMO_ACCOUNTS.length })
    expect(after.figures).toBeGreaterThan(100)
    expect(await prepare('demo', { database, config, now })).toMatchObject({ demoPassword: null })
    expect(await counts()).toEqual(after)
    await database.close()
  })

  it('that breaks off leaves nothing behind, so that the next one does it all', async () => {
    const { database, counts } = await fresh()
    let asked = 0
    const breaking = () => {
      if (++asked > 4) throw new Error('the power went')
      return now()
    }
    await expect(prepare('demo', { database, config, now: breaking })).rejects.toThrow('the power went')
    expect(await counts()).toEqual({ plans: 0, people: 0, figures: 0, events: 0 })
    await prepare('demo', { database, config, now })
    expect(await counts()).toMatchObject({ plans: 1, people: DEMO_ACCOUNTS.length })
    await database.close()
  })

  it('of two processes on one Postgres is the first start of one of them', async () => {
    const DATABASE_URL = await newDatabase()
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'tien-do-first-'))
    const services = await Promise.all([1, 2].map(() => startService('start', { DATABASE_URL, DATA_DIR })))
    const { database, counts } = await fresh(DATABASE_URL)
    expect(await counts()).toMatchObject({ plans: 1, people: 0 })
    expect((await walkChain(database.pool, null)).broken).toEqual([])
    for (const service of services) expect(await end(service, 'SIGTERM')).toBe(0)
    await database.close()
    await rm(DATA_DIR, { recursive: true })
  })
})
