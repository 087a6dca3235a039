import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/indicators/CR-01/overrides`
const house = await startHarness()
const [coordinator, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('viewer'),
])
const decision = { status: 'on_track', reason: 'Đã thuê đơn vị số hóa', until: '2026-12-31' }
const indicator = async (query: object = {}) =>
  (await viewer.get(`${PLAN}/indicators/CR-01`).query(query).expect(200)).body
const counts = async () => (await viewer.get(`${PLAN}/summary`).expect(200)).body.counts

describe('overrideStatus', () => {
  it('asks a stranger to sign in, and refuses all but the leader', async () => {
    await house.anyone.post(URL).send(decision).expect(401)
    await coordinator.post(URL).send(decision).expect(403)
    await viewer.post(URL).send({ nonsense: true }).expect(403)
  })
  it.each([
    ['no reason', { ...decision, reason: '' }],
    ['no end', { status: 'on_track', reason: 'Đã thuê đơn vị số hóa' }],
    ['a status that there is not', { ...decision, status: 'splendid' }],
    ['an end that has passed', { ...decision, until: '2026-11-21' }],
  ])('refuses %s', async (_name, body) => {
    await leader.post(URL).send(body).expect(400)
  })
  it('does not know an indicator of another plan', async () => {
    await leader.post(`${PLAN}/indicators/XX-1/overrides`).send(decision).expect(404)
  })
  it('shows what was decided with reason, name and end, and the computed status beside it', async () => {
    expect(await indicator()).toMatchObject({ status: 'no_data', computedStatus: 'no_data', override: null })
    const { etag = '' } = (await viewer.get(`${PLAN}/summary`)).headers
    const made = await leader.post(URL).send(decision).expect(201)
    expect(made.body).toMatchObject({ ...decision, indicator: 'CR-01', by: 'Lê Minh Tâm', holds: true })
    expect(await indicator()).toMatchObject({
      status: 'on_track',
      computedStatus: 'no_data',
      reason: 'not_measured',
      override: { ...decision, by: 'Lê Minh Tâm', from: '2026-11-22' },
    })
    // The summary that was known is not known any more.
    await viewer.get(`${PLAN}/summary`).set('if-none-match', etag).expect(200)
    expect(await counts()).toMatchObject({ overridden: 1, byStatus: { on_track: 1, no_data: 20 } })
    const { rows } = await house.database.pool.query(
      `select reason from audit_event where action = 'status.override'`,
    )
    expect(rows).toEqual([{ reason: decision.reason }])
  })
  it('does not reach into readings of days before it, nor after its last day', async () => {
    expect((await indicator({ asOf: '2026-11-21' })).override).toBeNull()
    expect((await indicator({ asOf: '2026-12-31' })).override).not.toBeNull()
    expect((await indicator({ asOf: '2027-01-01' })).override).toBeNull()
  })
  it('takes the place of an earlier decision, which is kept', async () => {
    await leader
      .post(URL)
      .send({ ...decision, status: 'at_risk', reason: 'Đơn vị chậm bàn giao' })
      .expect(201)
    expect((await indicator()).status).toBe('at_risk')
    const { items } = (await viewer.get(URL).expect(200)).body
    expect(items.map((each: { status: string; holds: boolean }) => [each.status, each.holds])).toEqual([
      ['at_risk', true],
      ['on_track', false],
    ])
  })
  it('is taken back by the leader, once', async () => {
    const [held] = (await viewer.get(URL)).body.items
    await coordinator.delete(`${URL}/${held.id}`).expect(403)
    const ended = await leader.delete(`${URL}/${held.id}`).expect(200)
    expect(ended.body).toMatchObject({ endedOn: '2026-11-22', endedBy: 'Lê Minh Tâm', holds: false })
    expect((await indicator()).override).toBeNull()
    await leader.delete(`${URL}/${held.id}`).expect(409)
    await leader.delete(`${URL}/0198a6f0-0000-7000-8000-000000000000`).expect(404)
  })
  it('expires by itself when its last day is over', async () => {
    await leader
      .post(URL)
      .send({ ...decision, until: '2026-11-23' })
      .expect(201)
    house.clock = new Date('2026-11-23T16:59:59Z')
    expect((await indicator()).status).toBe('on_track')
    house.clock = new Date('2026-11-23T17:00:00Z')
    expect((await indicator()).status).toBe('no_data')
    expect(await counts()).toMatchObject({ overridden: 0 })
  })
})
