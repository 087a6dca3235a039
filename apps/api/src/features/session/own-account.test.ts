import type supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../test/authenticator.ts'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { PASSWORD } from '../../../test/template.ts'

const house = await startHarness()
const FACTOR = `${API}/me/second-factor`
const query = (text: string, values: unknown[] = []) => house.database.pool.query(text, values)
type Role = Parameters<typeof emailOf>[0]
const tryIn = (role: Role, more: object = {}, service = house) =>
  service.anyone.post(`${API}/sessions`).send({ email: emailOf(role), password: PASSWORD, ...more })
const later = (seconds: number) => {
  house.clock = new Date(house.clock.getTime() + seconds * 1000)
}

async function setUp(agent: supertest.Agent, service = house) {
  const { body } = await agent.post(FACTOR).send({ password: PASSWORD }).expect(201)
  const code = () => codeOf(body.secret, service.clock)
  const proved = await agent.post(`${FACTOR}/confirm`).send({ code: code() }).expect(200)
  return {
    secret: body.secret as string,
    uri: body.uri as string,
    code,
    recovery: proved.body.codes as string[],
  }
}

describe('a second factor', () => {
  it('is begun with the password and counts only once a code has proved it', async () => {
    const agent = await house.signIn('finance')
    await house.anyone.post(FACTOR).send({ password: PASSWORD }).expect(401)
    expect((await agent.post(FACTOR).send({ password: 'sai' }).expect(422)).body.code).toBe('password.wrong')
    await agent.post(`${FACTOR}/confirm`).send({ code: '123456' }).expect(409)
    await agent.post(FACTOR).send({ password: PASSWORD }).expect(201)
    await agent.post(`${FACTOR}/confirm`).send({ code: '000000' }).expect(422)
    await tryIn('finance').expect(204)
    expect((await agent.get(`${API}/me/security`)).body.secondFactor).toBe('off')
  })
  it('is asked for at the door after the password, and each code opens once', async () => {
    const agent = await house.signIn('officer')
    const { secret, uri, code, recovery } = await setUp(agent)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect(recovery).toHaveLength(10)
    const kept = JSON.stringify((await query('select * from second_factor')).rows)
    for (const clear of [secret, ...recovery]) expect(kept).not.toContain(clear)

    expect((await tryIn('officer').expect(401)).body.code).toBe('session.code-required')
    const wrong = await tryIn('officer', { password: 'không phải mật khẩu này', code: code() }).expect(401)
    expect(wrong.body.code).toBe('session.wrong-credentials')
    // The code that proved it is used already.
    expect((await tryIn('officer', { code: code() }).expect(401)).body.code).toBe('session.wrong-code')
    later(30)
    expect((await tryIn('officer', { code: code() }).expect(204)).headers['set-cookie']).toBeDefined()
    await tryIn('officer', { code: code() }).expect(401)
    later(30)
    const late = code()
    later(30)
    await tryIn('officer', { code: late }).expect(204)
    later(60)
    await tryIn('officer', { code: late }).expect(401)

    await tryIn('officer', { code: recovery[0] }).expect(204)
    await tryIn('officer', { code: recovery[0] }).expect(401)
    expect((await agent.get(`${API}/me/security`)).body).toMatchObject({
      secondFactor: 'on',
      recoveryLeft: 9,
    })
    const { rows } = await query(
      `select count(*)::int as n from auth.session where user_id =
      (select id::text from person where email = $1)`,
      [emailOf('officer')],
    )
    expect(rows[0].n).toBe(4)
  })
  it('opens no two sessions with one code, however fast', async () => {
    const { code } = await setUp(await house.signIn('coordinator'))
    later(30)
    const answers = await Promise.all([1, 2, 3].map(() => tryIn('coordinator', { code: code() })))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401, 401])
  })
  it('ends with the password', async () => {
    const agent = await house.signIn('viewer')
    await setUp(agent)
    await agent.post(`${FACTOR}/remove`).send({ password: 'sai' }).expect(422)
    await agent.post(`${FACTOR}/remove`).send({ password: PASSWORD }).expect(204)
    await tryIn('viewer').expect(204)
  })
})

describe('outside the demo', async () => {
  const strict = await startHarness({ requireSecondFactor: true })
  it.each(['admin', 'leader'] as const)('a %s only reads until the second factor is set up', async (role) => {
    const agent = await strict.signIn(role)
    await agent.get(PLAN).expect(200)
    await agent.get(`${PLAN}/audit-events`).expect(403)
    expect((await agent.get(`${API}/me/security`)).body.secondFactor).toBe('owed')
    await setUp(agent, strict)
    await agent.get(`${PLAN}/audit-events`).expect(200)
    expect((await tryIn(role, {}, strict).expect(401)).body.code).toBe('session.code-required')
  })
  it('anybody else works with a password alone', async () => {
    const agent = await strict.signIn('coordinator')
    await agent.get(`${PLAN}/audit-events`).expect(200)
    expect((await agent.get(`${API}/me/security`)).body.secondFactor).toBe('off')
  })
})

describe('changePassword', () => {
  it('needs the present one and a strong new one, and ends every other session', async () => {
    const [agent, other] = [await house.signIn('finance'), await house.signIn('finance')]
    const change = (current: string, next: string) => agent.post(`${API}/me/password`).send({ current, next })
    expect((await change('sai', 'ba con vịt qua cầu tre').expect(422)).body.code).toBe('password.wrong')
    const weak = await change(PASSWORD, 'matkhau123456789').expect(422)
    expect(weak.body).toMatchObject({ code: 'password.weak', errors: [{ pointer: '/next' }] })
    await change(PASSWORD, 'ba con vịt qua cầu tre').expect(204)
    await agent.get(`${API}/me`).expect(200)
    await other.get(`${API}/me`).expect(401)
    await tryIn('finance').expect(401)
    await tryIn('finance', { password: 'ba con vịt qua cầu tre' }).expect(204)
  })
})

describe('one’s own sessions', () => {
  it('are listed, and ended at once; nobody ends another’s', async () => {
    const [agent, other] = [await house.signIn('leader'), await house.signIn('leader')]
    const { body } = await agent.get(`${API}/me/security`).expect(200)
    const ids = body.sessions.map(({ id }: { id: string }) => id)
    const current = body.sessions.find((each: { current: boolean }) => each.current)
    expect(body.sessions.filter((each: { current: boolean }) => each.current)).toHaveLength(1)
    const stranger = await house.as('admin')
    await stranger.delete(`${API}/me/sessions/${current.id}`).expect(404)
    for (const id of ids.filter((each: string) => each !== current.id))
      await agent.delete(`${API}/me/sessions/${id}`).expect(204)
    await other.get(`${API}/me`).expect(401)
    const third = await house.signIn('leader')
    await agent.delete(`${API}/me/sessions`).expect(204)
    await third.get(`${API}/me`).expect(401)
    await agent.get(`${API}/me`).expect(200)
  })
})

describe('who guesses at one account', async () => {
  const strict = await startHarness({ config: { trustedProxies: ['127.0.0.1'] } })
  const guess = (address: string, password = 'không phải đâu nhé', email = emailOf('viewer')) =>
    strict.anyone.post(`${API}/sessions`).set('x-forwarded-for', address).send({ email, password })
  it('is delayed from wherever they come, while its owner still enters; nobody is shut out for ever', async () => {
    await guess('198.51.100.1', PASSWORD).expect(204)
    for (let tries = 0; tries < 5; tries++) await guess(`203.0.113.${tries}`).expect(401)
    const { body, headers } = await guess('203.0.113.9', PASSWORD).expect(429)
    expect([body.code, headers['retry-after']]).toEqual(['session.delayed', '5'])
    // Where the owner was before, nobody else’s tries count.
    await guess('198.51.100.1', PASSWORD).expect(204)
    strict.clock = new Date(strict.clock.getTime() + 5_000)
    await guess('203.0.113.9', PASSWORD).expect(204)
  })
  it('learns nothing about which addresses there are', async () => {
    for (let tries = 0; tries < 5; tries++) await guess('203.0.113.1', 'x', 'nobody@demo.test').expect(401)
    await guess('203.0.113.1', 'x', 'nobody@demo.test').expect(429)
  })
})

describe('a screen that was left open', () => {
  const age = (cookie: string, column: string, minutes: number) =>
    query(
      `update auth.session set ${column} = now() - make_interval(mins => $2)
        where token = split_part(split_part($1, '=', 2), '.', 1)`,
      [cookie, minutes],
    )
  const me = (cookie: string) => house.anyone.get(`${API}/me`).set({ cookie })

  it('is closed to an administrator after half an hour, and to nobody else', async () => {
    const [admin, officer] = [await house.cookieOf('admin'), await house.cookieOf('viewer')]
    for (const cookie of [admin, officer]) await age(cookie, 'updated_at', 29)
    await me(admin).expect(200)
    // That was an act: the half hour begins again.
    await age(admin, 'created_at', 29)
    await me(admin).expect(200)
    for (const cookie of [admin, officer]) await age(cookie, 'updated_at', 31)
    await me(admin).expect(401)
    await me(officer).expect(200)
  })

  it('makes no way in before the password is given again, and says so', async () => {
    const cookie = await house.cookieOf('admin')
    const ours = { cookie, 'sec-fetch-site': 'same-origin' }
    const invite = () => house.anyone.post(`${API}/people`).set(ours).send({})
    const prove = (password: string) =>
      house.anyone.post(`${API}/sessions/current/proof`).set(ours).send({ password })
    await age(cookie, 'created_at', 9)
    // Past the gate: what it lacks is a body.
    expect((await invite()).status).toBe(400)
    await age(cookie, 'created_at', 11)
    expect((await invite().expect(403)).body.code).toBe('session.proof-required')
    await house.anyone.get(`${API}/people`).set(ours).expect(200)
    expect((await prove('không phải mật khẩu này').expect(422)).body.code).toBe('password.wrong')
    await invite().expect(403)
    await prove(PASSWORD).expect(204)
    expect((await invite()).status).toBe(400)
    // Of this session only.
    const other = await house.cookieOf('admin')
    await age(other, 'created_at', 11)
    await house.anyone
      .post(`${API}/people`)
      .set({ ...ours, cookie: other })
      .send({})
      .expect(403)
  })
})
