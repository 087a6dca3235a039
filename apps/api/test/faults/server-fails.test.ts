// The Postgres server crashes under load, and is too slow for all who ask: nothing acknowledged is lost, nobody waits for ever.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/client.ts'
import { API, PLAN, startHarness } from '../harness.ts'
import { createDatabase, startPostgres } from '../postgres.ts'
import { fillTemplate } from '../template.ts'
import { rounds } from './rounds.ts'
import { expectWhole } from './trace.ts'

const server = await startPostgres({ durable: true })
// Said first, it is done last: the house is closed while its server is there.
afterAll(() => server.stop())
const databaseUrl = `${server.url}/house`
await createDatabase(server.url, 'house')
await fillTemplate(databaseUrl)
const house = await startHarness({ database: await openDatabase({ databaseUrl, dataDir: '' }) })
const coordinator = await house.as('coordinator')

let days = 0
const freshDay = () => new Date(Date.UTC(2001, 0, 1 + days++)).toISOString().slice(0, 10)
const record = (on: string) =>
  coordinator
    .post(`${PLAN}/measurements`)
    .set('idempotency-key', on)
    .send({ indicator: 'DP-01', on, numerator: 1, denominator: 2 })
async function timesStored(acknowledged: readonly string[]) {
  const { rows } = await house.database.pool.query<{ on: string; n: number }>(
    `select m."on"::text as on, count(*)::int as n from measurement m group by 1`,
  )
  const stored = new Map(rows.map(({ on, n }) => [on, n]))
  return acknowledged.map((on) => stored.get(on) ?? 0)
}

describe('a server that crashes under load', () => {
  it.each(Array.from({ length: rounds(2) }, (_each, index) => index + 1))(
    'costs only the requests that were under way; each is sent again, and is there once (round %i)',
    async () => {
      const acknowledged: string[] = []
      const failures: { status: number; code: string; wait: string | undefined }[] = []
      let working = true
      let upAgain = Number.POSITIVE_INFINITY
      let firstMs: number | null = null
      const writer = async () => {
        while (working) {
          const on = freshDay()
          for (;;) {
            const sentAt = performance.now()
            const { status, body, headers } = await record(on)
            if (status === 201) {
              acknowledged.push(on)
              if (sentAt > upAgain) firstMs ??= performance.now() - upAgain
              break
            }
            failures.push({ status, code: body.code, wait: headers['retry-after'] })
            await sleep(50)
          }
        }
      }
      const writers = Array.from({ length: 8 }, writer)
      await sleep(300 + Math.random() * 500)
      const [, health] = await Promise.all([
        server.crash(),
        sleep(50).then(() => house.anyone.get(`${API}/healthz`)),
      ])
      upAgain = performance.now()
      await sleep(500)
      working = false
      await Promise.all(writers)
      expect(health.status).toBe(200)
      for (const failure of failures)
        expect(failure).toEqual({ status: 503, code: 'database.unavailable', wait: '2' })
      expect(firstMs).toBeLessThan(2_000)
      expect(await timesStored(acknowledged)).toEqual(acknowledged.map(() => 1))
      expect(house.database.pool.totalCount).toBeLessThanOrEqual(10)
      await expectWhole(house.database)
      console.info(
        `${acknowledged.length} figures, ${failures.length} told to come again, first one ${Math.round(firstMs ?? 0)} ms after the server was up`,
      )
    },
  )
})

describe('a database that is too slow for all who ask', () => {
  it('serves ten, tells the others within four seconds to come again, and serves all once it is quick', async () => {
    const slow = await openDatabase({ databaseUrl, dataDir: '' })
    const client = await slow.pool.connect()
    await client.query('begin')
    await client.query('select 1 from plan for update')
    const start = performance.now()
    const sent = Array.from({ length: 60 }, async () => {
      const on = freshDay()
      const { status, body } = await record(on)
      return { on, status, code: body.code, ms: performance.now() - start }
    })
    expect((await house.anyone.get(`${API}/healthz`)).status).toBe(200)
    await sleep(4_000)
    await client.query('rollback')
    client.release()
    await slow.close()
    const answers = await Promise.all(sent)
    const [served, turned] = [201, 503].map((code) => answers.filter(({ status }) => status === code))
    expect((served?.length ?? 0) + (turned?.length ?? 0)).toBe(60)
    expect(turned?.length).toBeGreaterThan(0)
    for (const { code, ms } of turned ?? []) {
      expect(code).toBe('database.unavailable')
      expect(ms).toBeLessThan(4_000)
    }
    const kept = (served ?? []).map(({ on }) => on)
    expect(await timesStored(kept)).toEqual(kept.map(() => 1))
    const again = await Promise.all((turned ?? []).slice(0, 20).map(({ on }) => record(on)))
    expect(again.map(({ status }) => status)).toEqual(again.map(() => 201))
    const { totalCount, waitingCount } = house.database.pool
    expect([totalCount <= 10, waitingCount]).toEqual([true, 0])
    await expectWhole(house.database)
  })
})
