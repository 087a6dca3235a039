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
    // The request for money has no day in the plan.
    for (const item of home.todo.filter(({ kind }: { kind: string }) => kind !== 'request'))
      expect(item.due).toMatchObject({ lastDay: '2026-11-30', daysLeft: 8 })
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

  it('shows the officer the result that a task of theirs lacks and the request that was not made, finance each request', async () => {
    const coordinator = await house.as('coordinator')
    const officer = await house.as('officer')
    await coordinator
      .post(`${PLAN}/tasks/NV-08/assignments`)
      .set('if-match', '*')
      .send({ lead: 'TP-HT', coordinating: [], reason: null })
      .expect(201)
    const rowOf = async (role: 'officer' | 'finance', kind: string) => {
      const { todo, done } = await homeOf(role)
      return [...todo, ...done].find((each: { kind: string }) => each.kind === kind)
    }
    expect(await rowOf('officer', 'task_result')).toMatchObject({
      ...{ code: 'NV-08', state: 'not_started', year: 2026, due: { lastDay: '2026-11-30' } },
      name: expect.stringContaining('hộ tịch'),
    })
    expect(await rowOf('officer', 'request')).toMatchObject({ state: 'not_started', year: 2027, due: null })
    const own = `${PLAN}/budgets/2027/requests/TP-HT`
    await officer.put(own).set('if-match', '"0"').send({ noCost: true, lines: [] }).expect(200)
    await officer.post(`${own}/request`).set('if-match', '*').expect(200)
    expect(await rowOf('officer', 'request')).toMatchObject({ state: 'done' })
    const waiting = await rowOf('finance', 'request_to_accept')
    expect(waiting).toMatchObject({ department: { code: 'TP-HT' }, year: 2027 })
    const finance = await house.as('finance')
    await finance.post(`${own}/return`).set('if-match', '*').send({ reason: 'Chưa có báo giá' }).expect(200)
    const returned = await rowOf('officer', 'request_returned')
    expect(returned).toMatchObject({ state: 'returned', note: 'Chưa có báo giá' })
  })

  it('shows the coordinator the ward’s own report until it is sent, the leader that it waits to be signed', async () => {
    const coordinator = await house.as('coordinator')
    const kind = async (role: 'coordinator' | 'leader') =>
      (await homeOf(role)).todo.find((each: { kind: string }) => each.kind.startsWith('ward_report'))
    const due = { lastDay: '2026-12-04' }
    expect(await kind('coordinator')).toMatchObject({ kind: 'ward_report', state: 'not_started', due })
    await coordinator.post(`${PLAN}/reports`).send({ year: 2026 }).expect(201)
    expect(await kind('coordinator')).toMatchObject({ state: 'in_progress' })
    // Handing it up asks for every paragraph: that road is walked by the report's own tests.
    await house.database.pool.query(`update ward_report set state = 'submitted'`)
    expect(await kind('coordinator')).toBeUndefined()
    expect(await kind('leader')).toMatchObject({ kind: 'ward_report_to_sign', year: 2026, due })
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
