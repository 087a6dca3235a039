// Two processes of the service on one Postgres, behind a balancer that gives each request to the next one in turn.
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import supertest from 'supertest'
import { afterAll, expect, it } from 'vitest'
import { contextOver } from '../src/core/change.ts'
import { openDatabase } from '../src/db/client.ts'
import { addPerson, HOUSE } from '../src/features/people/index.ts'
import { getPlan } from '../src/features/plans/index.ts'
import { type Balancer, startBalancer } from './balancer.ts'
import { expectWhole } from './faults/trace.ts'
import { API, emailOf, newDatabase, PLAN } from './harness.ts'
import { end, type RunningService, startService } from './running-service.ts'
import { startSmtp } from './smtp.ts'
import { PASSWORD, TEMPLATE } from './template.ts'

const DATABASE_URL = await newDatabase(TEMPLATE)
const DATA_DIR = await mkdtemp(join(tmpdir(), 'tien-do-several-'))
const smtp = await startSmtp()
const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: '' })
const services = (await Promise.all(
  [1, 2].map(() =>
    startService('demo', {
      DATABASE_URL,
      DATA_DIR,
      DEMO_NOW: '2026-11-25T08:00:00+07:00',
      TRUSTED_PROXIES: '127.0.0.0/8',
      SMTP_URL: smtp.url.href,
      MAIL_FROM: 'tien-do@phuong.test',
    }),
  ),
)) as [RunningService, RunningService]
const balancer: Balancer = await startBalancer(services.map(({ url }) => url))
const people = supertest(balancer.url)
afterAll(async () => {
  balancer.stop()
  for (const service of services) expect(await end(service, 'SIGTERM')).toBe(0)
  await database.close()
  await smtp.stop()
  await rm(DATA_DIR, { recursive: true, force: true })
})

const signIn = async () => {
  const answer = await people
    .post(`${API}/sessions`)
    .send({ email: emailOf('coordinator'), password: PASSWORD })
    .expect(204)
  return [answer.get('set-cookie') ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ')
}
const headers = { cookie: await signIn(), 'sec-fetch-site': 'same-origin' }
const straight = ({ url }: RunningService) => supertest(url)
const FIGURE = { indicator: 'FB-02', area: 'TDP-01', numerator: 10, denominator: 20 }
const record = (on: string) =>
  people
    .post(`${PLAN}/measurements`)
    .set(headers)
    .set('idempotency-key', on)
    .send({ ...FIGURE, on })

it('one session opens both, and ends in both at once', async () => {
  const other = { ...headers, cookie: await signIn() }
  for (const service of services) await straight(service).get(`${API}/me`).set(other).expect(200)
  await people.delete(`${API}/sessions/current`).set(other).expect(204)
  for (const service of services) await straight(service).get(`${API}/me`).set(other).expect(401)
})

it('one request that comes twenty times at once, to both, has one effect', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => record('2025-01-01').then((answer) => answer)),
  )
  const made = answers.filter(({ status }) => status === 201)
  for (const { status, body } of answers)
    expect([status, body.code]).toEqual(
      status === 201 ? [201, undefined] : [409, 'idempotency-key.in-progress'],
    )
  expect(made.filter((answer) => answer.headers['idempotency-replayed'] === undefined)).toHaveLength(1)
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  const later = await Promise.all(
    services.map((service) =>
      straight(service)
        .post(`${PLAN}/measurements`)
        .set(headers)
        .set('idempotency-key', '2025-01-01')
        .send({ ...FIGURE, on: '2025-01-01' })
        .expect(201),
    ),
  )
  expect(later.map((answer) => answer.headers['idempotency-replayed'])).toEqual(['true', 'true'])
})

it('a page that one begins the other goes on with', async () => {
  await record('2025-01-02').expect(201)
  const [one, other] = services
  const first = await straight(one).get(`${PLAN}/measurements?limit=1`).set(headers).expect(200)
  const cursor = encodeURIComponent(first.body.next)
  const next = await straight(other)
    .get(`${PLAN}/measurements?limit=1&cursor=${cursor}`)
    .set(headers)
    .expect(200)
  expect(next.body.items[0].id).not.toBe(first.body.items[0].id)
})

it('what is changed through one is heard by those who follow the other', async () => {
  const streams = await Promise.all(services.map(({ url }) => follow(url)))
  await record('2025-01-03').expect(201)
  for (const said of streams) await until(() => said().includes('event: change'))
})

it('wrong guesses at one account are counted together, whichever process they come to', async () => {
  const guess = () =>
    people.post(`${API}/sessions`).send({ email: emailOf('finance'), password: 'not this one, surely' })
  for (let tries = 0; tries < 5; tries++) await guess().expect(401)
  const { body } = await guess().expect(429)
  expect(body.code).toBe('session.delayed')
})

// Again where a minute ended in between.
it('the requests of one address are counted by each process for itself', { retry: 2 }, async () => {
  const left = async () => {
    const answer = await people.get(`${API}/me`).set(headers).expect(200)
    return Number(answer.headers['ratelimit-remaining'])
  }
  const before = [await left(), await left()]
  const after = [await left(), await left()]
  expect(after).toEqual(before.map((each) => each - 1))
})

const TOLD = 12
it('each piece of work is done by one of them, and once', async () => {
  const now = () => new Date('2026-11-25T01:00:00Z')
  const context = contextOver(database.db, {
    actor: HOUSE,
    origin: { ip: null, requestId: null, keyId: null },
    now,
  })
  const plan = await getPlan(context, 'chanh-lo-hts')
  const departmentId = plan.departments.get('TP-HT') ?? null
  for (let n = 0; n < TOLD; n++)
    await addPerson(context, { name: `Người ${n}`, email: `nguoi-${n}@phuong.test`, password: PASSWORD }, [
      { role: 'officer', planId: plan.id, departmentId },
    ])
  await database.pool.query(
    `insert into person_setting select id, true from person where email like 'nguoi-%'`,
  )
  await people.post(`${PLAN}/periods`).set(headers).send({ year: 2026 }).expect(201)
  await people
    .post(`${PLAN}/reminders`)
    .set(headers)
    .send({ departments: ['TP-HT'] })
    .expect(200)
  await until(() => new Set(smtp.taken.map(({ to }) => to)).size >= TOLD)
  await sleep(300)
  const told = smtp.taken.filter(({ to }) => to.startsWith('nguoi-')).map(({ to }) => to)
  expect(told.sort()).toEqual([...new Set(told)])
  expect(told).toHaveLength(TOLD)
})

it('after all that the chains are whole', () => expectWhole(database))

async function follow(url: string): Promise<() => string> {
  const request = get(`${url}${API}/events`, { headers: { ...headers, accept: 'text/event-stream' } })
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
  let said = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  stream.on('error', () => undefined)
  await until(() => said.includes('retry: '))
  return () => said
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > 15_000) throw new Error('not within 15 s')
    await sleep(50)
  }
}
