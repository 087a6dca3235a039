import supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { inviteAdministrator } from '../../../test/invite.ts'
import { PASSWORD } from '../../../test/template.ts'

const house = await startHarness()
const SESSIONS = `${API}/sessions`
const CURRENT = `${SESSIONS}/current`
const signIn = (body: object) => house.anyone.post(SESSIONS).send(body)
const query = (text: string, values: unknown[] = []) => house.database.pool.query(text, values)

describe('openSession', () => {
  it('answers the same to a wrong password and to an address that nobody has', async () => {
    const wrong = await signIn({ email: emailOf('viewer'), password: 'not this one, surely' }).expect(401)
    const unknown = await signIn({ email: 'nobody@demo.test', password: 'not this one, surely' }).expect(401)
    const said = ({ body }: supertest.Response) => ({ ...body, requestId: '', instance: '' })
    expect(said(wrong)).toEqual(said(unknown))
    expect(wrong.body.code).toBe('session.wrong-credentials')
    expect(Object.keys(wrong.headers).sort()).toEqual(Object.keys(unknown.headers).sort())
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })
  it('takes the address in any case, and the password in either form of Unicode', async () => {
    await signIn({ email: 'Viewer@Demo.test', password: PASSWORD.normalize('NFD') }).expect(204)
  })
  it.each([
    ['no password', { email: emailOf('viewer') }],
    ['a field that is not asked for', { email: emailOf('viewer'), password: PASSWORD, role: 'admin' }],
    ['no address', { email: 'viewer', password: PASSWORD }],
    ['a password longer than any', { email: emailOf('viewer'), password: 'a'.repeat(129) }],
  ])('refuses %s', async (_name, body) => {
    await signIn(body).expect(400)
  })
  it('gives a cookie that no script reads and no other site sends', async () => {
    const { headers } = await signIn({ email: emailOf('viewer'), password: PASSWORD }).expect(204)
    const [cookie = ''] = [headers['set-cookie'] ?? []].flat()
    const attributes = cookie
      .split('; ')
      .slice(1)
      .map((each) => each.toLowerCase())
    expect(cookie).toMatch(/^tien_do_session=/)
    expect(attributes).toEqual(
      expect.arrayContaining(['httponly', 'samesite=lax', 'path=/', 'max-age=43200']),
    )
    expect(attributes.some((each) => each.startsWith('domain'))).toBe(false)
  })
  it('never takes over a session that somebody brought along', async () => {
    const before = await house.cookieOf('viewer')
    const { headers } = await signIn({ email: emailOf('viewer'), password: PASSWORD })
      .set({ cookie: before, 'sec-fetch-site': 'same-origin' })
      .expect(204)
    expect([headers['set-cookie']].flat().join()).not.toContain(before)
  })
})

describe('over https', async () => {
  const secure = await startHarness({
    config: { publicUrl: new URL('https://phuong.test'), trustedProxies: [] },
  })
  it('the cookie is bound to this host and to https, and works', async () => {
    const answer = await secure.anyone
      .post(SESSIONS)
      .send({ email: emailOf('viewer'), password: PASSWORD })
      .expect(204)
    const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat()
    expect(cookie).toMatch(/^__Host-tien_do_session=/)
    expect(cookie.toLowerCase()).toContain('; secure')
    expect(answer.headers['strict-transport-security']).toContain('max-age')
    const name = cookie.split(';')[0] ?? ''
    await secure.anyone.get(`${API}/me`).set('cookie', name).expect(200)
    await secure.anyone.get(`${API}/me`).set('cookie', name.replace('__Host-', '')).expect(401)
  })
})

describe('closeSession', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.delete(CURRENT).expect(401)
  })
  it('ends this session at once, and no other', async () => {
    const [cookie, other] = [await house.cookieOf('viewer'), await house.cookieOf('viewer')]
    const asks = (each: string) => house.anyone.get(`${API}/me`).set('cookie', each)
    await asks(cookie).expect(200)
    const closing = house.anyone.delete(CURRENT).set({ cookie, 'sec-fetch-site': 'same-origin' })
    const { headers } = await closing.expect(204)
    expect(headers['clear-site-data']).toBe('"cache"')
    expect([headers['set-cookie']].flat().join()).toMatch(/tien_do_session=;.*Max-Age=0/i)
    await asks(cookie).expect(401)
    await asks(other).expect(200)
  })
})

describe('a session', () => {
  it('says who it is and what they may do', async () => {
    const { body } = await (await house.as('officer')).get(`${API}/me`).expect(200)
    expect(body).toMatchObject({ name: 'Võ Đình An', roles: [{ role: 'officer', plan: 'chanh-lo-hts' }] })
    const [plan] = body.plans
    expect(plan.allowedActions).toContain('measurement.record')
    expect(plan.allowedActions).not.toContain('measurement.approve')
  })
  it('has at the next request no role that was taken away', async () => {
    const leader = await house.signIn('leader')
    await leader.get(PLAN).expect(200)
    await query(`update role_grant set valid_to = '2026-11-22' where role = 'leader'`)
    await leader.get(PLAN).expect(403)
    expect((await leader.get(`${API}/me`)).body?.code).toBe('permission.refused')
    await query(`update role_grant set valid_to = '2026-11-23' where role = 'leader'`)
    await leader.get(PLAN).expect(200)
  })
  it('ends when its person is disabled', async () => {
    const finance = await house.signIn('finance')
    await query(`update person set disabled_at = now() where email = $1`, [emailOf('finance')])
    await finance.get(`${API}/me`).expect(401)
  })
  it.each(['tien_do_session=forged', 'tien_do_session=', 'another=1', 'tien_do_session=%00', ';;;=;'])(
    'is not opened by a cookie of one’s own making: %s',
    async (cookie) => {
      expect((await house.anyone.get(`${API}/me`).set('cookie', cookie).expect(401)).body.code).toBe(
        'session.required',
      )
    },
  )
  it('is over after twelve hours', async () => {
    const cookie = await house.cookieOf('viewer')
    await query(`update auth.session set expires_at = now() - interval '1 second'`)
    await house.anyone.get(`${API}/me`).set('cookie', cookie).expect(401)
  })
})

describe('acceptInvitation', () => {
  const newcomer = { name: 'Người mới', email: 'Moi@Phuong.test', password: 'mười lăm ký tự trở lên' }
  const accept = (secret: string, body: object = newcomer) =>
    house.anyone.post(`${API}/invitations/${secret}`).send(body)

  it('does not know a link that was never given', async () => {
    expect((await accept('nobody-was-ever-given-this-one').expect(404)).body.code).toBe(
      'invitation.not-found',
    )
  })
  it.each([
    ['short', 'mười bốn ký tự'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaa'],
    ['one’s own address', 'moi.moi.moi@phuong.test', 'moi.moi.moi@phuong.test'],
  ])('wants a password that is hard to guess: %s', async (_name, password, email = newcomer.email) => {
    const secret = await inviteAdministrator(house)
    const { body } = await accept(secret, { ...newcomer, email, password }).expect(422)
    expect(body).toMatchObject({ code: 'password.weak', errors: [{ pointer: '/password' }] })
    await query(`delete from invitation`)
  })
  it('makes the first administrator once, also when opened twice at the same time', async () => {
    const secret = await inviteAdministrator(house)
    const answers = await Promise.all([
      accept(secret),
      accept(secret, { ...newcomer, email: 'khac@phuong.test' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    await accept(secret).expect(404)
    const email = answers[0].status === 204 ? newcomer.email : 'khac@phuong.test'
    const agent = supertest.agent(house.app.server).set('sec-fetch-site', 'same-origin')
    await agent.post(SESSIONS).send({ email, password: newcomer.password }).expect(204)
    const { body } = await agent.get(`${API}/me`).expect(200)
    expect(body.roles.map((each: { role: string }) => each.role).sort()).toEqual(['admin', 'coordinator'])
    const { rows } = await query(`select action, after from audit_event where action = 'invitation.accept'`)
    expect(rows).toMatchObject([{ after: { name: newcomer.name } }])
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
  it('is too late after seven days', async () => {
    const secret = await inviteAdministrator(house)
    house.clock = new Date(house.clock.getTime() + 7 * 86_400_000)
    await accept(secret, { ...newcomer, email: 'muon@phuong.test' }).expect(404)
  })
})

describe('who tries too often', async () => {
  const strict = await startHarness({ signInAttemptsPerMinute: 3, requestsPerMinute: 20 })
  const attempt = () => strict.anyone.post(SESSIONS).send({ email: emailOf('viewer'), password: 'wrong' })

  it('is told to wait, whatever address they say they come from', async () => {
    for (let tries = 0; tries < 3; tries++) await attempt().expect(401)
    const { body, headers } = await attempt().set('x-forwarded-for', '203.0.113.7').expect(429)
    expect(body.code).toBe('rate.limited')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(headers['ratelimit-remaining']).toBe('0')
  })
  it('is turned away from everything else too, after many more; only health is always told', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 25; tries++) statuses.push((await strict.anyone.get(`${API}/me`)).status)
    expect(statuses.at(0)).toBe(401)
    expect(statuses.at(-1)).toBe(429)
    await strict.anyone.get(`${API}/healthz`).expect(200)
  })
})
