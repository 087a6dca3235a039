import { describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { sha256 } from '../../core/canonical-json.ts'
import { newKeyText, readKeyText } from './key-text.ts'

const house = await startHarness()
const [admin, coordinator] = await Promise.all([house.as('admin'), house.as('coordinator')])
const URL = `${PLAN}/api-keys`
const query = (text: string, values: unknown[] = []) => house.database.pool.query(text, values)

interface Issued {
  id: string
  key: string
  prefix: string
}
async function issue(body: object): Promise<Issued> {
  return (
    await admin
      .post(URL)
      .send({ name: 'thử', ...body })
      .expect(201)
  ).body
}
/** A key of somebody who also coordinates: an administrator alone enters no figures. */
async function issueAsCoordinator(body: object): Promise<Issued> {
  const issued = await issue(body)
  await query(`update api_key set owner_id = (select id from person where email = $1) where id = $2`, [
    emailOf('coordinator'),
    issued.id,
  ])
  return issued
}

describe('issueApiKey', () => {
  const body = { name: 'Cổng', scopes: ['measurements:read'] }
  it('is for administrators', async () => {
    await house.anyone.post(URL).send(body).expect(401)
    await coordinator.post(URL).send(body).expect(403)
  })
  it.each([
    ['no scope', { ...body, scopes: [] }, '/scopes'],
    ['a scope there is not', { ...body, scopes: ['all:write'] }, '/scopes/0'],
    ['one scope twice', { ...body, scopes: ['plan:read', 'plan:read'] }, '/scopes'],
    ['a department there is not', { ...body, departments: ['VH-TT', 'XX'] }, '/departments/1'],
    ['more than a year', { ...body, expiresOn: '2027-11-23' }, '/expiresOn'],
    ['a day that has passed', { ...body, expiresOn: '2026-11-22' }, '/expiresOn'],
    ['a network there is not', { ...body, addresses: ['10.0.0.0/8', '10.0.0.0/64'] }, '/addresses/1'],
    ['as many requests as one likes', { ...body, requestsPerMinute: 1_000_000 }, '/requestsPerMinute'],
    ['an owner of one’s choice', { ...body, ownerId: '0198a6f0-0000-7000-8000-000000000000' }, '/ownerId'],
  ])('refuses %s', async (_name, wrong, pointer) => {
    const answer = await admin.post(URL).send(wrong).expect(400)
    expect(answer.body.errors.map((each: Issued & { pointer: string }) => each.pointer)).toContain(pointer)
  })
  it('shows the key this once, keeps only its hash, and writes it into no audit row', async () => {
    const { id, key, prefix } = await issue(body)
    expect(key).toMatch(new RegExp(`^${prefix}_[0-9A-Za-z]{49}$`))
    const secret = readKeyText(key)?.secret ?? ''
    const tables = await query(
      `select (select row_to_json(k)::text from api_key k where id = $1) as kept,
              (select string_agg(row_to_json(a)::text, '') from audit_event a) as audit,
              (select string_agg(row_to_json(i)::text, '') from idempotency i) as answers`,
      [id],
    )
    expect(JSON.stringify(tables.rows)).not.toContain(secret)
    expect(tables.rows[0].kept).toContain(sha256(secret))
    expect(tables.rows[0].audit).toContain('api-key.issue')
    expect(tables.rows[0].audit).not.toContain(sha256(secret))
    expect(JSON.stringify((await admin.get(URL)).body)).not.toContain(secret)
  })
  it('never stores the answer, whatever key of idempotency comes with it', async () => {
    const send = () => admin.post(URL).set('idempotency-key', 'twice').send(body)
    expect((await send().expect(201)).body.key).not.toBe((await send().expect(201)).body.key)
  })
})

describe('a key', () => {
  const figure = { indicator: 'CR-01', on: '2026-11-14', numerator: 1, denominator: 2 }
  const record = (key: string, body: object, idempotencyKey: string) =>
    house.withKey(key).post(`${PLAN}/measurements`).set('idempotency-key', idempotencyKey).send(body)

  it('opens what its scopes name, and nothing else', async () => {
    const { key } = await issueAsCoordinator({ scopes: ['measurements:read'] })
    const agent = house.withKey(key)
    for (const path of ['', '/summary', '/measurements', '/changes', '/indicators/FB-02'])
      await agent.get(PLAN + path).expect(200)
    const refused = await record(key, figure, 'scope').expect(403)
    expect(refused.body.because).toBe('scope')
    await agent.get(URL).expect(403)
  })
  it('can never do more than its maker', async () => {
    const { key } = await issue({ scopes: ['measurements:write'] })
    expect((await record(key, figure, 'maker').expect(403)).body.because).toBe('role')
  })
  it('loses at once what its maker loses', async () => {
    const { key } = await issueAsCoordinator({ scopes: ['measurements:read'] })
    await house.withKey(key).get(PLAN).expect(200)
    await query(`update role_grant set valid_to = '2026-11-22' where role = 'coordinator'`)
    await house.withKey(key).get(PLAN).expect(403)
    await query(`update role_grant set valid_to = null where role = 'coordinator'`)
    await query(`update person set disabled_at = now() where email = $1`, [emailOf('coordinator')])
    await house.withKey(key).get(PLAN).expect(401)
    await query(`update person set disabled_at = null where email = $1`, [emailOf('coordinator')])
  })
  it('stays in the departments it was made for, though its maker may go everywhere', async () => {
    const { key } = await issueAsCoordinator({
      scopes: ['measurements:write', 'measurements:import', 'plan:write'],
      departments: ['TP-HT'],
    })
    await record(key, figure, 'own').expect(201)
    const foreign = await record(key, { ...figure, indicator: 'DP-01' }, 'foreign').expect(403)
    expect(foreign.body.because).toBe('department')
    const csv = 'indicator,on,numerator,denominator\nDP-01,2026-11-14,1,2\n'
    const loaded = await house
      .withKey(key)
      .post(`${PLAN}/imports?mode=commit`)
      .set({ 'idempotency-key': 'csv', 'content-type': 'text/csv' })
      .send(csv)
      .expect(422)
    expect(loaded.body.report.errors).toMatchObject([{ code: 'forbidden_department' }])
    const { body: file, headers } = await coordinator.get(`${PLAN}/file`)
    await house
      .withKey(key)
      .put(`${PLAN}/file?mode=commit`)
      .set('if-match', headers.etag ?? '')
      .send({ ...file, shortTitle: 'Khóa này không được' })
      .expect(403)
    const { rows } = await query(
      `select count(*)::int as n from measurement m join indicator i on i.id = m.indicator_id where i.code = 'DP-01'`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })
  it('has no role in another plan', async () => {
    await query(`update role_grant set plan_id = null where role = 'coordinator'`)
    const { key } = await issueAsCoordinator({ scopes: ['plan:read'] })
    await house.withKey(key).get(PLAN.replace('chanh-lo-hts', 'ben-lau')).expect(403)
    await coordinator.get(PLAN.replace('chanh-lo-hts', 'ben-lau')).expect(404)
  })
  it('must bring an Idempotency-Key to every POST', async () => {
    const { key } = await issueAsCoordinator({ scopes: ['measurements:write'] })
    const answer = await house.withKey(key).post(`${PLAN}/measurements`).send(figure).expect(400)
    expect(answer.body.code).toBe('idempotency-key.missing')
  })
  it('stands in the audit beside the person it acted for', async () => {
    const { id, key } = await issueAsCoordinator({ scopes: ['measurements:write'] })
    await record(key, { ...figure, on: '2026-11-15' }, 'audit').expect(201)
    const { rows } = await query(`select actor_name, key_id from audit_event order by seq desc limit 1`)
    expect(rows).toEqual([{ actor_name: 'Trần Thị Hoa (khóa API: thử)', key_id: id }])
  })
  it('opens no session, and counts nothing in a query string', async () => {
    const { key } = await issue({ scopes: ['plan:read'] })
    expect((await house.withKey(key).get(PLAN).expect(200)).headers['set-cookie']).toBeUndefined()
    await house.anyone
      .get(PLAN)
      .query({ key, access_token: key, authorization: `Bearer ${key}` })
      .expect(401)
  })
  it('is over at the instant it was made for', async () => {
    const { key } = await issue({ scopes: ['plan:read'], expiresOn: '2026-11-30' })
    const now = house.clock
    house.clock = new Date('2026-11-30T16:59:59.999Z')
    await house.withKey(key).get(PLAN).expect(200)
    house.clock = new Date('2026-11-30T17:00:00.000Z')
    expect((await house.withKey(key).get(PLAN).expect(401)).body.code).toBe('api-key.invalid')
    house.clock = now
  })
  it('notes when it was used, at most once a minute', async () => {
    const { id, key } = await issue({ scopes: ['plan:read'] })
    const used = async () =>
      (await query(`select last_used_at from api_key where id = $1`, [id])).rows[0].last_used_at
    const now = house.clock
    await house.withKey(key).get(PLAN)
    const first = await used()
    house.clock = new Date(now.getTime() + 59_000)
    await house.withKey(key).get(PLAN)
    expect(await used()).toEqual(first)
    house.clock = new Date(now.getTime() + 61_000)
    await house.withKey(key).get(PLAN)
    expect(await used()).not.toEqual(first)
    house.clock = now
  })
})

describe('a key that is tied to addresses', () => {
  const from = (key: string, address: string) => house.withKey(key).get(PLAN).set('x-forwarded-for', address)

  it('opens nothing from elsewhere, whoever the request says it comes from, and the audit knows', async () => {
    const { id, key } = await issue({ scopes: ['plan:read'], addresses: ['203.0.113.0/24'] })
    const { body } = await from(key, '203.0.113.7').expect(403)
    expect(body.code).toBe('api-key.address-refused')
    const { rows } = await query(
      `select action, key_id, actor_name from audit_event where key_id = $1 and action = 'access.refuse'`,
      [id],
    )
    expect(rows).toMatchObject([{ action: 'access.refuse', key_id: id }])
    expect(rows[0].actor_name).toContain('khóa API: thử')
    expect((await query(`select last_used_at from api_key where id = $1`, [id])).rows).toEqual([
      { last_used_at: null },
    ])
  })
  it('opens from there, in either family of addresses', async () => {
    for (const addresses of [['127.0.0.1'], ['127.0.0.0/8', '2001:db8::/32'], ['0.0.0.0/0', '::/0']]) {
      const { key } = await issue({ scopes: ['plan:read'], addresses })
      await house.withKey(key).get(PLAN).expect(200)
    }
  })
})

describe('how often a key may ask', () => {
  it('is told with every answer, and holds for the key alone', async () => {
    const { key } = await issue({ scopes: ['plan:read'], requestsPerMinute: 3 })
    const agent = house.withKey(key)
    const { headers } = await agent.get(PLAN).expect(200)
    expect(headers['ratelimit-policy']).toMatch(/"address";q=\d+;w=60, "key";q=3;w=60$/)
    expect(headers.ratelimit).toMatch(/"key";r=2;t=\d+$/)
    await agent.get(PLAN).expect(200)
    await agent.get(PLAN).expect(200)
    const refused = await agent.get(PLAN).expect(429)
    expect(refused.body.code).toBe('rate.limited')
    expect(refused.headers.ratelimit).toMatch(/"key";r=0;t=\d+$/)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const another = await issue({ scopes: ['plan:read'] })
    await house.withKey(another.key).get(PLAN).expect(200)
    expect((await admin.get(PLAN).expect(200)).headers['ratelimit-policy']).toMatch(/^"address";q=\d+;w=60$/)
  })
})

describe('rotateApiKey', () => {
  const rotate = (id: string, keepDays = 7) => admin.post(`${URL}/${id}/rotate`).send({ keepDays })

  it('is for administrators, and for a key that there is', async () => {
    const { id } = await issue({ scopes: ['plan:read'] })
    await house.anyone.post(`${URL}/${id}/rotate`).send({ keepDays: 7 }).expect(401)
    await coordinator.post(`${URL}/${id}/rotate`).send({ keepDays: 7 }).expect(403)
    await rotate(id, 31).expect(400)
    expect((await rotate('0198a6f0-0000-7000-8000-000000000000').expect(404)).body.code).toBe(
      'api-key.not-found',
    )
  })
  it('lets both keys live for some days, then only the new one, with the same settings', async () => {
    const settings = { scopes: ['plan:read'], departments: ['VH-TT'], addresses: ['127.0.0.1'] }
    const old = await issue({ ...settings, requestsPerMinute: 60 })
    const { body } = await rotate(old.id).expect(201)
    expect(body).toMatchObject({ ...settings, name: 'thử', requestsPerMinute: 60, replaces: old.id })
    for (const key of [old.key, body.key]) await house.withKey(key).get(PLAN).expect(200)
    const now = house.clock
    house.clock = new Date(now.getTime() + 7 * 86_400_000)
    await house.withKey(old.key).get(PLAN).expect(401)
    await house.withKey(body.key).get(PLAN).expect(200)
    house.clock = now
    const { rows } = await query(
      `select resource_id from audit_event where action = 'api-key.rotate' order by seq desc limit 2`,
    )
    expect(rows.map((row) => row.resource_id)).toEqual([old.id, body.id])
  })
  it('never makes a third: not twice, not at the same time, not from one that is over', async () => {
    const { id } = await issue({ scopes: ['plan:read'] })
    const answers = await Promise.all([rotate(id), rotate(id), rotate(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const made = answers.find(({ status }) => status === 201)?.body
    const shown = (await admin.get(URL)).body.items.find((each: Issued) => each.id === id)
    expect([shown.state, shown.allowedActions]).toEqual(['live', ['api-key.revoke']])
    await admin.delete(`${URL}/${made.id}`).expect(200)
    expect((await rotate(made.id).expect(409)).body.code).toBe('api-key.wrong-state')
    await rotate(id, 0).expect(201)
  })
  it('never lengthens the life of the older key', async () => {
    const { id, key } = await issue({ scopes: ['plan:read'], expiresOn: '2026-11-23' })
    await rotate(id, 30).expect(201)
    const now = house.clock
    house.clock = new Date('2026-11-23T17:00:00.000Z')
    await house.withKey(key).get(PLAN).expect(401)
    house.clock = now
  })
})

describe('revokeApiKey', () => {
  it('ends the key at once, and says so again when asked again', async () => {
    const { id, key } = await issue({ scopes: ['plan:read'] })
    await coordinator.delete(`${URL}/${id}`).expect(403)
    const { body } = await admin.delete(`${URL}/${id}`).expect(200)
    expect(body.revokedAt).not.toBeNull()
    await house.withKey(key).get(PLAN).expect(401)
    expect((await admin.delete(`${URL}/${id}`).expect(200)).body.revokedAt).toBe(body.revokedAt)
    const { rows } = await query(`select action from audit_event where resource_id = $1 order by seq`, [id])
    expect(rows.map((row) => row.action)).toEqual(['api-key.issue', 'api-key.revoke'])
  })
  it('does not know a key that is not there', async () => {
    const { body } = await admin.delete(`${URL}/0198a6f0-0000-7000-8000-000000000000`).expect(404)
    expect(body.code).toBe('api-key.not-found')
  })
})

describe('the text of a key', () => {
  it('is recognised by its check, so that most of what was never a key costs no look-up', async () => {
    const { text, prefix, secret } = newKeyText()
    expect(readKeyText(text)).toEqual({ prefix, secret })
    const last = text.at(-1) === 'a' ? 'b' : 'a'
    for (const wrong of [text.slice(0, -1), text.slice(0, -1) + last, text.toLowerCase(), `${text}a`, ''])
      expect(readKeyText(wrong)).toBeNull()
    const start = house.statements.length
    for (const wrong of [text.slice(0, -1) + last, 'x', 'Bearer', '"; select 1'])
      await house.withKey(wrong).get(`${API}/me`).expect(401)
    expect(house.statements.slice(start)).toEqual([])
  })
  it('opens nothing when only the secret is another one', async () => {
    const { key } = await issue({ scopes: ['plan:read'] })
    const other = newKeyText()
    await query(`update api_key set prefix = $1 where prefix = $2`, [other.prefix, readKeyText(key)?.prefix])
    await house.withKey(other.text).get(PLAN).expect(401)
  })
})
