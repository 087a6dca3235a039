// "Việc của tôi": each role finds what waits for them, in its order, in one small answer.
import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'
import { leaveJob } from '../../../test/leave-job.ts'

const house = await startHarness()
const HOME = `${API}/me/home?plan=chanh-lo-hts`
const homeOf = async (role: Parameters<typeof house.as>[0]) =>
  (await (await house.as(role)).get(HOME).expect(200)).body
const kindsOf = async (role: Parameters<typeof house.as>[0]) =>
  (await homeOf(role)).todo.map(({ kind }: { kind: string }) => kind)

describe('GET /me/home', () => {
  it('asks for a session, a plan that there is, and a role in it', async () => {
    await house.anyone.get(HOME).expect(401)
    const viewer = await house.as('viewer')
    await viewer.get(`${API}/me/home`).expect(400)
    await viewer.get(`${API}/me/home?plan=another-ward`).expect(403)
  })

  it('says that no period is open while none is', async () => {
    const home = await homeOf('officer')
    expect(home).toMatchObject({ year: 2026, period: null, todo: [], done: [] })
    expect(home.departments).toMatchObject([{ code: 'TP-HT' }])
  })

  it('shows an officer what their department owes, until when by the server’s clock, and what cannot begin yet', async () => {
    await (await house.as('coordinator')).post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
    const home = await homeOf('officer')
    expect(home.period).toMatchObject({ due: { lastDay: '2026-11-30', daysLeft: 8 } })
    const report = home.todo.at(-1)
    expect(report).toMatchObject({ kind: 'report', department: { code: 'TP-HT' }, year: 2026 })
    expect(report.state).toBe(home.todo.length > 1 ? 'blocked' : 'not_started')
    for (const item of home.todo) expect(item.due).toMatchObject({ lastDay: '2026-11-30', daysLeft: 8 })
  })

  it('puts what came back first, at its very cell, with the note', async () => {
    const coordinator = await house.as('coordinator')
    const figure = { indicator: 'FB-02', area: 'TDP-07', on: '2026-11-14', numerator: 10, denominator: 20 }
    const { body } = await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    await (await house.as('leader'))
      .post(`${PLAN}/measurements/${body.id}/return`)
      .set('if-match', body.etag)
      .send({ reason: 'Mẫu số khác sổ hộ' })
      .expect(200)
    const [first] = (await homeOf('coordinator')).todo
    expect(first).toMatchObject({
      kind: 'figure_returned',
      state: 'returned',
      code: 'FB-02',
      area: { code: 'TDP-07' },
      note: 'Mẫu số khác sổ hộ',
    })
  })

  it('shows the coordinator who has not sent and what nobody leads; the leader figures to approve; nobody their own', async () => {
    const coordinator = await house.as('coordinator')
    const figure = { indicator: 'FB-02', area: 'TDP-08', on: '2026-11-14', numerator: 10, denominator: 20 }
    await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    expect(await kindsOf('coordinator')).toEqual(expect.arrayContaining(['departments', 'tasks_unassigned']))
    expect(await kindsOf('coordinator')).not.toContain('figures_to_approve')
    expect(await kindsOf('leader')).toContain('figures_to_approve')
    expect(await kindsOf('viewer')).toEqual([])
  })

  it('shows the administrator failed jobs and keys that end soon', async () => {
    await leaveJob(house, true)
    const admin = await house.as('admin')
    const issued = await admin
      .post(`${PLAN}/api-keys`)
      .send({ name: 'Cổng', scopes: ['plan:read'] })
      .expect(201)
    await house.database.pool.query(`update api_key set expires_at = '2026-12-01' where id = $1`, [
      issued.body.id,
    ])
    const home = await homeOf('admin')
    expect(home.todo).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'jobs_failed', total: 1 }),
        expect.objectContaining({ kind: 'keys_expiring', note: 'Cổng' }),
      ]),
    )
  })

  it('is one answer of at most 20 kB, and 304 while nothing changed', async () => {
    for (const role of ['officer', 'coordinator', 'leader'] as const) {
      const agent = await house.as(role)
      const answer = await agent.get(HOME).expect(200)
      expect(Buffer.byteLength(answer.text)).toBeLessThan(20_000)
      await agent
        .get(HOME)
        .set('if-none-match', answer.get('etag') ?? '')
        .expect(304)
    }
  })
})
