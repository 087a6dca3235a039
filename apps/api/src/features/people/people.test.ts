import supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { PASSWORD } from '../../../test/template.ts'

const house = await startHarness()
const [admin, coordinator] = await Promise.all([house.as('admin'), house.as('coordinator')])
const PEOPLE = `${API}/people`
const query = (text: string, values: unknown[] = []) => house.database.pool.query(text, values)
const role = { role: 'officer', plan: 'chanh-lo-hts', department: 'TP-HT', from: null, until: null }
const NEW_PASSWORD = 'ba con vịt qua cầu tre'

interface Wire {
  id: string
  email: string
  state: string
  etag: string
  roles: (typeof role)[]
  allowedActions: string[]
}
let made = 0
async function invite(roles: object[] = [role]): Promise<{ person: Wire; link: string; secret: string }> {
  const body = { name: 'Người Mới', email: `nguoi.moi.${++made}@phuong.test`, roles }
  const answer = await admin.post(PEOPLE).send(body).expect(201)
  return { ...answer.body, secret: answer.body.link.split('/').at(-1) }
}
const accept = (secret: string, password = NEW_PASSWORD) =>
  house.anyone.post(`${API}/invitations/${secret}`).send({ password })
async function signInAs(email: string, password = NEW_PASSWORD) {
  const agent = supertest.agent(house.app.server).set('sec-fetch-site', 'same-origin')
  await agent.post(`${API}/sessions`).send({ email, password }).expect(204)
  return agent
}
const personOf = async (email: string): Promise<Wire> =>
  (await admin.get(PEOPLE).expect(200)).body.items.find((each: Wire) => each.email === email)
const change = (person: Wire, roles: object[], etag = person.etag) =>
  admin.put(`${PEOPLE}/${person.id}/roles`).set('if-match', etag).send({ roles })

describe('invitePerson', () => {
  it('is for administrators', async () => {
    const body = { name: 'X', email: 'x@phuong.test', roles: [] }
    await house.anyone.post(PEOPLE).send(body).expect(401)
    await coordinator.post(PEOPLE).send(body).expect(403)
    await coordinator.get(PEOPLE).expect(403)
  })
  it.each([
    ['a department there is not', [{ ...role, department: 'XX' }], '/roles/0/department'],
    ['a plan there is not', [{ ...role, plan: 'xx' }], '/roles/0/plan'],
    [
      'a role that ends before it begins',
      [{ ...role, from: '2026-12-01', until: '2026-12-01' }],
      '/roles/0/until',
    ],
    ['one role twice', [role, role], '/roles/1'],
  ])('refuses %s', async (_name, roles, pointer) => {
    const { body } = await admin.post(PEOPLE).send({ name: 'X', email: 'x@phuong.test', roles }).expect(422)
    expect(body).toMatchObject({ code: 'person.faulty', errors: [{ pointer }] })
  })
  it('gives a link that opens once, shows whose it is, and is kept nowhere', async () => {
    const { person, link, secret } = await invite()
    expect(link).toBe(`http://localhost:3000/dat-mat-khau/${secret}`)
    expect(person).toMatchObject({ state: 'invited', roles: [role] })
    const shown = await house.anyone.get(`${API}/invitations/${secret}`).expect(200)
    expect(shown.body).toEqual({ name: 'Người Mới', email: person.email })
    await accept(secret).expect(204)
    await accept(secret).expect(404)
    await house.anyone.get(`${API}/invitations/${secret}`).expect(404)
    const agent = await signInAs(person.email)
    expect((await agent.get(`${API}/me`)).body.roles).toMatchObject([{ role: 'officer' }])
    expect(await personOf(person.email)).toMatchObject({ state: 'active' })
    const { rows } = await query(`select string_agg(row_to_json(a)::text, '') as text from audit_event a`)
    expect(rows[0].text).not.toContain(secret)
    expect(rows[0].text).toContain(person.email)
  })
  it('takes nobody twice', async () => {
    const { body } = await admin
      .post(PEOPLE)
      .send({ name: 'X', email: emailOf('viewer').toUpperCase(), roles: [] })
      .expect(409)
    expect(body.code).toBe('person.exists')
  })
  it.each([
    ['too short', 'mười bốn ký tự'],
    ['common parts put together', 'matkhau123456789'],
    ['rows of the keyboard', 'Qwertyuiop1234567890!'],
    ['the ward’s name and a year', 'Phường Chánh Lộ 2026'],
    ['the name of a department', 'Văn hóa - Thông tin 123'],
    ['one’s own name', 'người mới người mới 1'],
  ])('wants a password that is hard to guess: %s', async (_name, password) => {
    const { secret } = await invite()
    expect((await accept(secret, password).expect(422)).body.code).toBe('password.weak')
    await accept(secret).expect(204)
  })
  it('takes any other password: long, of any alphabet, with spaces and marks', async () => {
    for (const password of ['🦆🐓🐖🐃🌾🌿🍃🌱🪴🎋🎍🌳🌲🌴🌵', 'con mèo trèo cây cau '.repeat(6)]) {
      const { secret, person } = await invite()
      await accept(secret, password).expect(204)
      await signInAs(person.email, password)
    }
  })
})

describe('reinvitePerson', () => {
  it('ends the older link, and the new one sets another password', async () => {
    const first = await invite()
    const again = await admin.post(`${PEOPLE}/${first.person.id}/invitation`).expect(201)
    await accept(first.secret).expect(404)
    await accept(again.body.link.split('/').at(-1)).expect(204)
    await signInAs(first.person.email)
  })
})

describe('changeRoles', () => {
  it('holds at the next request, from and until the days that were said', async () => {
    const { person, secret } = await invite()
    await accept(secret).expect(204)
    const agent = await signInAs(person.email)
    await change(person, [{ ...role, from: '2026-11-23' }]).expect(200)
    await agent.get(PLAN).expect(403)
    const now = house.clock
    house.clock = new Date('2026-11-22T17:00:00.000Z')
    await agent.get(PLAN).expect(200)
    await change(await personOf(person.email), [{ ...role, until: '2026-11-23' }]).expect(200)
    await agent.get(PLAN).expect(403)
    house.clock = now
  })
  it('needs the version that was seen', async () => {
    const { person } = await invite()
    await admin.put(`${PEOPLE}/${person.id}/roles`).send({ roles: [] }).expect(428)
    await change(person, []).expect(200)
    await change(person, [role]).expect(412)
    const { rows } = await query(
      `select before, after from audit_event where resource_id = $1 and action = 'person.change'`,
      [person.id],
    )
    expect(rows).toMatchObject([{ before: { roles: [role] }, after: { roles: [] } }])
  })
  it('never leaves the house without an administrator, also when two leave at once', async () => {
    const first = await personOf(emailOf('admin'))
    expect((await change(first, []).expect(409)).body.code).toBe('person.last-administrator')
    const { person } = await invite([{ ...role, role: 'admin', department: null }])
    const answers = await Promise.all([change(first, []), change(person, [])])
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200])
    await query(`delete from role_grant where role = 'admin'`)
    await query(
      `insert into role_grant (id, person_id, role) select gen_random_uuid(), id, 'admin' from person where email = 'admin@demo.test'`,
    )
  })
})

describe('disablePerson', () => {
  it('ends every session at once, and lets in again whoever is enabled', async () => {
    const { person, secret } = await invite()
    await accept(secret).expect(204)
    const agent = await signInAs(person.email)
    const { body } = await admin.post(`${PEOPLE}/${person.id}/disable`).expect(200)
    expect([body.state, body.allowedActions]).toEqual(['disabled', ['person.disable']])
    await agent.get(`${API}/me`).expect(401)
    await admin.post(`${PEOPLE}/${person.id}/enable`).expect(200)
    await agent.get(`${API}/me`).expect(401)
    await (await signInAs(person.email)).get(`${API}/me`).expect(200)
  })
  it('is not for oneself', async () => {
    await admin.post(`${PEOPLE}/${(await personOf(emailOf('admin'))).id}/disable`).expect(409)
  })
})

describe('handOver', () => {
  it('ends the roles of one and begins those of the other on the day, with a record and a reason', async () => {
    const [leaving, coming] = [await invite(), await invite([])]
    const body = { to: coming.person.id, on: '2026-12-01', reason: 'Chuyển công tác' }
    const { body: after } = await admin
      .post(`${PEOPLE}/${leaving.person.id}/hand-over`)
      .send(body)
      .expect(200)
    expect(after.from.roles).toEqual([{ ...role, until: '2026-12-01' }])
    expect(after.to.roles).toEqual([{ ...role, from: '2026-12-01' }])
    const { rows } = await query(
      `select resource_id, reason from audit_event where action = 'person.hand-over' order by seq`,
    )
    expect(rows).toEqual([
      { resource_id: leaving.person.id, reason: body.reason },
      { resource_id: coming.person.id, reason: body.reason },
    ])
  })
  it('is not to oneself, nor of nothing', async () => {
    const [one, other] = [await invite(), await invite([])]
    const body = { on: '2026-12-01', reason: 'Chuyển công tác' }
    const give = (from: string, to: string) => admin.post(`${PEOPLE}/${from}/hand-over`).send({ ...body, to })
    await give(one.person.id, one.person.id).expect(409)
    await give(other.person.id, one.person.id).expect(409)
    await give('0198a6f0-0000-7000-8000-000000000000', one.person.id).expect(404)
  })
})

describe('the demo’s own people', () => {
  it('sign in as before', async () => {
    await signInAs(emailOf('viewer'), PASSWORD)
  })
})
