// The database goes away: what is said meanwhile, and that nothing needs to be started again afterwards.
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../src/db/client.ts'
import { layCable } from './cable.ts'
import { API, newDatabase, PLAN, startHarness } from './harness.ts'
import { TEMPLATE } from './template.ts'

const cable = await layCable(await newDatabase(TEMPLATE))
const house = await startHarness({ database: await openDatabase({ databaseUrl: cable.url, dataDir: '' }) })
const cookie = await house.cookieOf('viewer')
const issued = await (await house.as('admin'))
  .post(`${PLAN}/api-keys`)
  .send({ name: 'k', scopes: ['plan:read'] })
const withCookie = (path: string) => house.anyone.get(API + path).set('cookie', cookie)

async function takes(work: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work
  return performance.now() - start
}

describe.each([
  ['is cut off', () => cable.cut()],
  ['says nothing any more', async () => cable.silence()],
] as const)('when the database %s', (_name, fail) => {
  it('the process stays alive and says so, whoever asks', async () => {
    await withCookie('/me').expect(200)
    await fail()
    await house.anyone.get(`${API}/healthz`).expect(200)
    await withCookie('/healthz').expect(200)
  })
  it('it is not ready, and says so within two seconds and a half', async () => {
    let answer = { status: 0, body: { code: '' }, headers: {} as Record<string, string> }
    const ms = await takes(house.anyone.get(`${API}/readyz`).then((got) => (answer = got)))
    expect([answer.status, answer.body.code]).toEqual([503, 'database.unavailable'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(ms).toBeLessThan(2_500)
  })
  it('everything comes back by itself', async () => {
    await cable.mend()
    await expect
      .poll(async () => (await house.anyone.get(`${API}/readyz`)).status, { timeout: 5_000 })
      .toBe(200)
    await withCookie('/me').expect(200)
  })
})

describe('while the database is cut off', () => {
  it.each([
    ['with a cookie', () => withCookie('/me')],
    ['with an API key', () => house.withKey(issued.body.key).get(PLAN)],
    [
      'signing in',
      () =>
        house.anyone.post(`${API}/sessions`).send({ email: 'viewer@demo.test', password: 'whatever it is' }),
    ],
  ] as const)(
    'a request %s is told to come back later, and nothing of what is behind',
    async (_name, ask) => {
      await cable.cut()
      const { status, body, text, headers } = await ask()
      await cable.mend()
      expect([status, body.code]).toEqual([503, 'database.unavailable'])
      expect(headers['retry-after']).toBeDefined()
      expect(text).not.toMatch(/ECONN|select|127\.0\.0\.1|node_modules/)
    },
  )
  it('no connection is lost for good', async () => {
    for (let round = 0; round < 15; round++) {
      await cable.cut()
      await withCookie('/me')
      await cable.mend()
    }
    const answers = await Promise.all(Array.from({ length: 30 }, () => withCookie('/me')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(house.database.pool.totalCount).toBeLessThanOrEqual(10)
  })
})
