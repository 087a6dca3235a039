// What holds for every answer and every start, whatever it is about: docs/security.md, "The table".

import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getAuthTables } from 'better-auth/db'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { fewAtOnce } from '../src/core/few-at-once.ts'
import { authAccount, authSession, authUser, authVerification } from '../src/db/schema/index.ts'
import { hashPassword } from '../src/features/people/index.ts'
import { API, emailOf, PLAN, startHarness } from './harness.ts'
import { PASSWORD } from './template.ts'

const house = await startHarness()
const secure = await startHarness({ config: { publicUrl: new URL('https://phuong.test') } })
const cookie = await house.cookieOf('coordinator')
await house.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = house.app.server.address() as AddressInfo

describe('the headers of every kind of answer', () => {
  const kinds = [
    ['a page', '/', 'text/html'],
    ['JSON', PLAN, 'application/json'],
    ['a stream', `${API}/events`, 'text/event-stream'],
    ['a download', `${PLAN}/exports/measurements`, 'text/csv'],
    ['a 400', `${PLAN}/measurements?limit=0`, ''],
    ['a 401', `${API}/me/nothing`, ''],
    ['a 404', `${API}/nothing`, ''],
    ['a 405', `${PLAN}/file/x`, ''],
    ['an address that cannot be read', `${API}/plans/%E0%A4%A`, ''],
  ] as const
  const look = (headers: Readonly<Record<string, unknown>>) => {
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect([headers.server, headers['x-powered-by']]).toEqual([undefined, undefined])
  }
  it.each(kinds)('%s', async (_name, path, type) => {
    const headers = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      const request = get({ port, path, headers: { cookie, accept: type || '*/*' } }, (answer) => {
        // A stream has no end: its head is enough.
        resolve(answer.headers)
        answer.on('error', () => undefined).destroy()
      })
      request.on('error', reject)
    })
    look(headers)
  })
  it('an answer to something that broke, which says nothing of what is inside', async () => {
    const broken = await startHarness()
    const viewer = await broken.cookieOf('viewer')
    broken.clock = undefined as never
    const { body, text, headers } = await broken.anyone.get(`${API}/me`).set('cookie', viewer).expect(500)
    expect(body.code).toBe('internal')
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|TypeError|getTime|select /)
    look(headers)
  })
  it('Strict-Transport-Security where the service is reached by https, and only there', async () => {
    const { headers } = await secure.anyone.get(`${API}/healthz`)
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    const plain = await house.anyone.get(`${API}/healthz`)
    expect(plain.headers['strict-transport-security']).toBeUndefined()
  })
})

describe('passwords', () => {
  it('take as long to refuse for an address that nobody has', async () => {
    const refuse = async (email: string) => {
      const start = performance.now()
      await house.anyone.post(`${API}/sessions`).send({ email, password: 'not this one, surely' }).expect(401)
      return performance.now() - start
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let tries = 0; tries < 4; tries++)
      for (const role of ['viewer', 'officer', 'finance'] as const) {
        known.push(await refuse(emailOf(role)))
        unknown.push(await refuse(`nobody-${role}@demo.test`))
      }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    // Without a hash for nobody it would be a tenth: the machine's own moods are smaller than that.
    expect(median(unknown)).toBeGreaterThan(median(known) / 2)
  })
  it('are judged a few at once: in a flood people are told to come again, and everything else is served', async () => {
    let flooded = true
    const flood = Array.from({ length: 60 }, async () => {
      while (flooded) await hashPassword('one of very many').catch(() => sleep(1))
    })
    const told = []
    for (let tries = 0; tries < 10 && told.length === 0; tries++) {
      const { status, body, headers } = await house.anyone
        .post(`${API}/sessions`)
        .send({ email: `flood-${tries}@demo.test`, password: 'not this one, surely' })
      if (status !== 401) told.push({ status, code: body.code, wait: headers['retry-after'] })
    }
    expect(told).toEqual([{ status: 503, code: 'service.busy', wait: '2' }])
    expect((await house.anyone.get(`${API}/healthz`)).status).toBe(200)
    await house.anyone.get(PLAN).set({ cookie }).expect(200)
    flooded = false
    await Promise.all(flood)
    await house.anyone
      .post(`${API}/sessions`)
      .send({ email: emailOf('viewer'), password: PASSWORD })
      .expect(204)
  })
  it('wait in the order in which they came, never more at once than they may, and a failure gives its place on', async () => {
    const inTurn = fewAtOnce(2, 3)
    let at = 0
    let most = 0
    const done: number[] = []
    const work = (n: number) =>
      inTurn(async () => {
        most = Math.max(most, ++at)
        await sleep(5)
        at -= 1
        done.push(n)
        if (n === 1) throw new Error('this one fails')
      })
    const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work))
    expect(all.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, false])
    expect(all[5]).toMatchObject({ reason: { code: 'service.busy' } })
    expect([most, done]).toEqual([2, [0, 1, 2, 3, 4]])
    await work(6)
    expect(done.at(-1)).toBe(6)
  })
})

describe('the tables of sign-in', () => {
  const ours = { user: authUser, session: authSession, account: authAccount, verification: authVerification }
  it('have every column that the library asks for: a missing one would break every sign-in', () => {
    const wanted = getAuthTables({})
    for (const [name, table] of Object.entries(ours)) {
      const columns = Object.keys(table)
      expect([
        name,
        Object.keys(wanted[name]?.fields ?? {}).filter((field) => !columns.includes(field)),
      ]).toEqual([name, []])
    }
    expect(getTableConfig(authUser).schema).toBe('auth')
  })
  it('are there as they are declared once the migrations have run', async () => {
    for (const table of Object.values(ours)) {
      const { schema, name, columns } = getTableConfig(table)
      const { rows } = await house.database.pool.query(
        `select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2`,
        [schema, name],
      )
      expect(rows.map((row) => row.name).sort()).toEqual(columns.map((column) => column.name).sort())
    }
  })
})

describe('who a request comes from', () => {
  const said = {
    'x-forwarded-for': '198.51.100.7',
    'x-client-ip': '198.51.100.8',
    'x-real-ip': '198.51.100.9',
  }
  const ipOf = async (parts: Awaited<ReturnType<typeof startHarness>>) => {
    await parts.anyone
      .post(`${API}/sessions`)
      .set(said)
      .send({ email: emailOf('viewer'), password: PASSWORD })
      .expect(204)
    const { rows } = await parts.database.pool.query('select ip from audit_event order by seq desc limit 1')
    return rows[0]?.ip
  }
  it('is the address of the connection, whatever it says of itself', async () => {
    expect(await ipOf(secure)).toMatch(/127\.0\.0\.1|::1/)
  })
  it('is what a proxy says that was named, and no header but X-Forwarded-For', async () => {
    const behind = await startHarness({
      config: { trustedProxies: ['127.0.0.0/8', '::1', '::ffff:127.0.0.0/104'] },
    })
    expect(await ipOf(behind)).toBe('198.51.100.7')
  })
})
