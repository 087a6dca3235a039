import { describe, expect, it } from 'vitest'
import { API, emailOf, PLAN, startHarness } from '../../../test/harness.ts'
import { sha256 } from '../../core/canonical-json.ts'

const house = await startHarness()
const [admin, coordinator, officer, leader, viewer] = await Promise.all(
  (['admin', 'coordinator', 'officer', 'leader', 'viewer'] as const).map(house.as),
)
const URL = `${PLAN}/audit-events`
const ACCESS = `${API}/audit-events`
interface Shown {
  seq: number
  action: string
  resourceId: string
  actor: { name: string }
  after: Record<string, unknown>
}
let day = 0
async function record(): Promise<string> {
  const on = `2026-03-${String(++day).padStart(2, '0')}`
  const figure = { indicator: 'DP-01', on, numerator: 1, denominator: 2 }
  return (await coordinator!.post(`${PLAN}/measurements`).send(figure).expect(201)).body.id
}
/** As the owner of the database, who can switch the trigger off. */
async function tamper(sql: string): Promise<void> {
  await house.database.pool.query(
    `set session_replication_role = replica; ${sql}; reset session_replication_role`,
  )
}

describe('listAuditEvents', () => {
  it('asks a stranger to sign in, and a viewer is refused', async () => {
    await house.anyone.get(URL).expect(401)
    await viewer!.get(URL).expect(403)
  })
  it('shows what was done, newest first, page after page, filtered by what and when', async () => {
    const made = [await record(), await record(), await record()]
    const first = await leader!.get(URL).query({ limit: 2, action: 'measurement.record' }).expect(200)
    expect(first.body.items.map(({ resourceId }: Shown) => resourceId)).toEqual([made[2], made[1]])
    const { body } = await leader!
      .get(URL)
      .query({ limit: 2, action: 'measurement.record', cursor: first.body.next })
      .expect(200)
    expect(body.items[0]).toMatchObject({
      resourceId: made[0],
      action: 'measurement.record',
      actor: { name: 'Trần Thị Hoa' },
      before: null,
    })
    const one = await leader!.get(URL).query({ resource: 'measurement', resourceId: made[1] }).expect(200)
    expect(one.body.items).toHaveLength(1)
    expect(
      (await leader!.get(URL).query({ from: '2026-11-22', to: '2026-11-22' })).body.items.length,
    ).toBeGreaterThan(2)
    expect((await leader!.get(URL).query({ to: '2026-11-21' })).body.items).toEqual([])
  })
  it('shows an officer only what they did themselves', async () => {
    const { body } = await officer!.get(URL).expect(200)
    expect(new Set(body.items.map(({ actor }: Shown) => actor.name))).not.toContain('Trần Thị Hoa')
  })
})

describe('the audit of the installation', () => {
  it('is for the administrator', async () => {
    await coordinator!.get(ACCESS).expect(403)
    await admin!.get(ACCESS).expect(200)
  })
  it('knows who came in and who was turned away, and of a wrong address only a hash', async () => {
    await house.anyone
      .post(`${API}/sessions`)
      .send({ email: emailOf('viewer'), password: 'sai mật khẩu' })
      .expect(401)
    await house.signIn('viewer')
    const { body } = await admin!.get(ACCESS).query({ action: 'session.open', limit: 2 }).expect(200)
    expect(body.items.map(({ after }: Shown) => after.outcome)).toEqual(['signed-in', 'wrong-credentials'])
    expect(body.items[1].resourceId).toBe(sha256(emailOf('viewer')))
  })
  it('knows every refusal of somebody who is known', async () => {
    await viewer!
      .post(`${PLAN}/api-keys`)
      .send({ name: 'x', scopes: ['plan:read'] })
      .expect(403)
    const { body } = await admin!.get(ACCESS).query({ action: 'access.refuse', limit: 1 }).expect(200)
    expect(body.items[0]).toMatchObject({
      resourceId: 'issueApiKey',
      actor: { name: 'Đặng Thị Mai' },
      after: { operation: 'issueApiKey', path: `${PLAN}/api-keys` },
    })
  })
  it('knows the first use of a key each day', async () => {
    const issued = await admin!
      .post(`${PLAN}/api-keys`)
      .send({ name: 'cổng', scopes: ['plan:read'] })
      .expect(201)
    for (let again = 0; again < 3; again++) await house.withKey(issued.body.key).get(PLAN).expect(200)
    const { body } = await admin!.get(ACCESS).query({ action: 'api-key.use' }).expect(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0].resourceId).toBe(issued.body.id)
  })
  it('moves no revision of a plan', async () => {
    const before = (await leader!.get(PLAN)).body.revision
    await viewer!.get(URL).expect(403)
    expect((await leader!.get(PLAN)).body.revision).toBe(before)
  })
})

describe('the table of the audit', () => {
  it.each([
    `update audit_event set reason = 'khác'`,
    `delete from audit_event where seq = 1`,
    'truncate audit_event',
  ])('is only added to: %s', async (sql) => {
    await expect(house.database.pool.query(sql)).rejects.toThrow('audit_event is only added to')
  })
})

describe('verifyAudit', () => {
  const verify = async (head?: string) =>
    (
      await leader!
        .get(`${PLAN}/audit-verification`)
        .query(head ? { head } : {})
        .expect(200)
    ).body
  it('finds a chain whole, and says where it ends', async () => {
    await record()
    const found = await verify()
    expect(found).toMatchObject({ whole: true, faults: [] })
    expect((await verify(found.head)).whole).toBe(true)
    expect((await admin!.get(`${API}/audit-verification`).expect(200)).body).toMatchObject({ whole: true })
    await viewer!.get(`${PLAN}/audit-verification`).expect(403)
  })
  it('finds an edit, a deletion, a change of order, a cut tail, and a chain made anew', async () => {
    const { head } = await verify()
    const { rows } = await house.database.pool.query<{ seq: number; reason: string | null }>(
      `select seq::int from audit_event where plan_id is not null order by seq`,
    )
    const [, second, third] = rows.map(({ seq }) => seq) as [number, number, number]
    const last = rows.at(-1)!.seq
    await house.database.pool.query('create table kept as select * from audit_event')
    const restore = () => tamper('delete from audit_event; insert into audit_event select * from kept')
    const found = async (sql: string) => {
      await tamper(sql)
      const { whole, faults } = await verify(head)
      await restore()
      return [whole, faults]
    }
    expect(await found(`update audit_event set actor_name = 'ai đó' where seq = ${second}`)).toEqual([
      false,
      [{ seq: second, code: 'altered' }],
    ])
    expect(await found(`delete from audit_event where seq = ${second}`)).toEqual([
      false,
      [{ seq: third, code: 'gap' }],
    ])
    expect(
      await found(
        `update audit_event set seq = -1 where seq = ${second}; update audit_event set seq = ${second} where seq = ${third}; update audit_event set seq = ${third} where seq = -1`,
      ),
    ).toEqual([false, expect.arrayContaining([{ seq: second, code: 'gap' }])])
    expect(await found(`delete from audit_event where seq = ${last}`)).toEqual([
      false,
      [
        { seq: null, code: 'tail_cut' },
        { seq: null, code: 'head_unknown' },
      ],
    ])
    expect(await verify('0'.repeat(64))).toMatchObject({
      whole: false,
      faults: [{ seq: null, code: 'head_unknown' }],
    })
    expect(await verify(head)).toMatchObject({ whole: true })
  })
})
