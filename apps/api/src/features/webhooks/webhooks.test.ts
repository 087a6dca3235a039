import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { contextOver } from '../../core/change.ts'
import { type OutboundRules, PUBLIC_HTTPS } from '../../core/outbound.ts'
import { HOUSE } from '../people/index.ts'
import { sendWebhook } from './send-webhook.ts'
import { secretsFrom } from './sign.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** A receiver of a portal: it keeps what it got, and answers what it is told to. */
const received: Received[] = []
let status = 204
const receiver = createServer(async (request, reply) => {
  let body = ''
  for await (const chunk of request) body += chunk
  received.push({ headers: request.headers, body })
  reply.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
})
receiver.listen(0, '127.0.0.1')
await once(receiver, 'listening')
afterAll(() => receiver.close())

// Only the tests may call themselves.
const HERE: OutboundRules = {
  protocols: ['http:'],
  ports: null,
  hosts: [],
  isAllowed: (address) => address === '127.0.0.1',
}
const SECRET = 'a secret that only the tests of this house know'
const house = await startHarness({ outbound: HERE })
const [admin, coordinator] = await Promise.all([house.as('admin'), house.as('coordinator')])
const URL = `${PLAN}/webhooks`
const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`
const origin = { ip: null, requestId: null, keyId: null }
const context = contextOver(house.database.db, { actor: HOUSE, origin, now: () => house.clock })

async function make() {
  const { body } = await admin.post(URL).send({ name: 'Cổng', url: address }).expect(201)
  await work()
  received.length = 0
  return body as { webhook: { id: string }; secret: string }
}
let day = 0
async function change() {
  day += 1
  const on = `2020-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
  await coordinator
    .post(`${PLAN}/measurements`)
    .send({ indicator: 'DP-01', on, numerator: 1, denominator: 2 })
    .expect(201)
}
/** What the queue would do now. */
async function work(rules = HERE) {
  const { rows } = await house.database.pool.query(
    `select id from webhook_delivery where state = 'waiting' and (next_at is null or next_at <= $1) order by created_at, id`,
    [house.clock.toISOString()],
  )
  for (const { id } of rows) await sendWebhook(context, id, secretsFrom(SECRET), rules, () => 0)
}
const pass = (ms: number) => Object.assign(house, { clock: new Date(house.clock.getTime() + ms) })
const stateOf = async (id: string) =>
  (await admin.get(URL).expect(200)).body.items.find((each: { id: string }) => each.id === id)
const logOf = async (id: string) => (await admin.get(`${URL}/${id}/deliveries`).expect(200)).body.items
const HOUR = 3_600_000

beforeEach(async () => {
  status = 204
  for (const { id } of (await admin.get(URL)).body.items) await admin.delete(`${URL}/${id}`).expect(204)
})

describe('makeWebhook', () => {
  it('is for administrators', async () => {
    await house.anyone.get(URL).expect(401)
    await coordinator.post(URL).send({ name: 'Cổng', url: address }).expect(403)
  })
  it('refuses an address that may not be called, and says why', async () => {
    const strict = { protocols: 'https://127.0.0.1/', text: 'no address', inside: 'http://10.0.0.1/' }
    for (const url of Object.values(strict).filter((each) => !each.includes(' '))) {
      const { body } = await admin.post(URL).send({ name: 'Cổng', url }).expect(400)
      expect(body.errors[0]).toMatchObject({
        pointer: '/url',
        code: expect.stringMatching(/not_(https|public)/),
      })
    }
    await admin.post(URL).send({ name: 'Cổng', url: strict.text }).expect(400)
  })
  it('shows the secret once, and keeps it nowhere', async () => {
    const { webhook, secret } = await make()
    expect(JSON.stringify(await stateOf(webhook.id))).not.toContain(secret)
    const { rows } = await house.database.pool.query('select row_to_json(w)::text as row from webhook w')
    expect(rows.some(({ row }) => row.includes(secret.slice(6, 20)))).toBe(false)
    const audit = (await admin.get(`${PLAN}/audit-events?limit=5`)).text
    expect(audit).toContain('webhook.change')
    expect(audit).not.toContain(secret)
  })
})

describe('a change in the plan', () => {
  it('is told once to each who listens: signed as Standard Webhooks say, with no figure in it', async () => {
    const { secret } = await make()
    await change()
    await work()
    expect(received).toHaveLength(1)
    const [{ headers, body }] = received as [Received]
    const checker = new Webhook(secret)
    expect(Number(headers['webhook-timestamp']) * 1000).toBeCloseTo(house.clock.getTime(), -4)
    expect(checker.sign(headers['webhook-id'] as string, house.clock, body)).toBe(
      headers['webhook-signature'],
    )
    expect(JSON.parse(body)).toMatchObject({
      type: 'plan.changed',
      data: { plan: 'chanh-lo-hts', resources: ['measurement'], revision: expect.any(Number) },
    })
    await work()
    expect(received).toHaveLength(1)
  })
  it('that is refused tells nobody', async () => {
    await make()
    const wrong = { indicator: 'DP-01', on: '2020-12-31', numerator: 3, denominator: 2 }
    await coordinator.post(`${PLAN}/measurements`).send(wrong).expect(422)
    await work()
    expect(received).toEqual([])
  })
  it('puts its work into the queue in the same transaction', async () => {
    const { webhook } = await make()
    await change()
    const [{ id }] = await logOf(webhook.id)
    const { rows } = await house.database.pool.query(
      `select name from pgboss.job where data->>'delivery' = $1`,
      [id],
    )
    expect(rows).toEqual([{ name: 'send-webhook' }])
  })
})

describe('a receiver that fails', () => {
  it('is tried again under the same id, later and later, and is well again after one success', async () => {
    const { webhook } = await make()
    status = 500
    await change()
    await work()
    const [first] = await logOf(webhook.id)
    expect(first).toMatchObject({ state: 'waiting', tries: 1, lastStatus: 500 })
    expect((await stateOf(webhook.id)).failingSince).toBe(house.clock.toISOString())
    await work()
    expect(received).toHaveLength(1)
    pass(5_000)
    await work()
    status = 204
    pass(HOUR)
    await work()
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await logOf(webhook.id))[0]).toMatchObject({ state: 'delivered', tries: 3, lastStatus: 204 })
    expect((await stateOf(webhook.id)).failingSince).toBeNull()
  })
  it('is given up after eight tries, and can be sent again by hand', async () => {
    const { webhook } = await make()
    status = 503
    await change()
    for (let tries = 0; tries < 12; tries++) {
      await work()
      pass(49 * HOUR)
      if (tries === 0) await admin.post(`${URL}/${webhook.id}/enable`).expect(200)
      await house.database.pool.query('update webhook set failing_since = null')
    }
    const failed = (await logOf(webhook.id)).find(({ tries }: { tries: number }) => tries === 8)
    expect(failed.state).toBe('failed')
    status = 204
    const replay = `${URL}/${webhook.id}/deliveries/${failed.id}/replay`
    expect((await admin.post(replay).expect(200)).body).toMatchObject({ state: 'waiting', tries: 0 })
    await work()
    expect((await logOf(webhook.id)).find(({ id }: { id: string }) => id === failed.id).state).toBe(
      'delivered',
    )
  })
  it('for five days is switched off with a line in the audit, and works again once it is switched on', async () => {
    const { webhook } = await make()
    status = 500
    await change()
    await work()
    pass(5 * 24 * HOUR)
    await change()
    await work()
    expect(await stateOf(webhook.id)).toMatchObject({ state: 'disabled', disabledBecause: 'failing' })
    expect((await admin.get(`${PLAN}/audit-events?limit=1`)).body.items[0].action).toBe('webhook.disable')
    received.length = 0
    await change()
    await work()
    expect(received).toEqual([])
    const [last] = await logOf(webhook.id)
    await admin.post(`${URL}/${webhook.id}/deliveries/${last.id}/replay`).expect(409)
    status = 204
    await admin.post(`${URL}/${webhook.id}/enable`).expect(200)
    await change()
    await work()
    expect(received.length).toBeGreaterThan(0)
    expect(await stateOf(webhook.id)).toMatchObject({ state: 'active', failingSince: null })
  })
  it('that says it is gone is switched off at once', async () => {
    const { webhook } = await make()
    status = 410
    await change()
    await work()
    expect(await stateOf(webhook.id)).toMatchObject({ state: 'disabled', disabledBecause: 'gone' })
  })
  it('by pointing elsewhere is not followed', async () => {
    const { webhook } = await make()
    status = 302
    await change()
    await work()
    expect(received).toHaveLength(1)
    expect((await logOf(webhook.id))[0]).toMatchObject({ state: 'waiting', lastStatus: 302 })
  })
})

describe('rotateWebhook', () => {
  it('signs with both secrets for a day, and then with the new one alone', async () => {
    const { webhook, secret: old } = await make()
    const { body } = await admin.post(`${URL}/${webhook.id}/secret`).expect(201)
    expect(body.secret).not.toBe(old)
    const signaturesFor = async () => {
      await work()
      received.length = 0
      await change()
      await work()
      const [{ headers, body: text }] = received as [Received]
      const mine = (secret: string) =>
        new Webhook(secret).sign(headers['webhook-id'] as string, house.clock, text)
      const given = String(headers['webhook-signature']).split(' ')
      return [given.includes(mine(body.secret)), given.includes(mine(old))]
    }
    expect(await signaturesFor()).toEqual([true, true])
    pass(25 * HOUR)
    expect(await signaturesFor()).toEqual([true, false])
  })
})

describe('the office’s own network', () => {
  it('is not called, even where an address got in that leads there', async () => {
    const { webhook } = await make()
    await change()
    await work({ ...PUBLIC_HTTPS, protocols: ['http:'], ports: null })
    expect(received).toEqual([])
    expect((await logOf(webhook.id))[0].lastError).toContain('not_public')
    await house.database.pool.query(`update webhook set url = replace(url, '127.0.0.1', 'localhost')`)
    pass(HOUR)
    await work({ ...HERE, isAllowed: () => false })
    expect(received).toEqual([])
  })
})
