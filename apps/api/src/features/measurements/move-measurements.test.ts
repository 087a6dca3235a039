import { MEASUREMENT_ACTS, mayMove } from '@tien-do/domain/measurement'
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/measurements`
const house = await startHarness()
const [coordinator, leader, viewer, officer] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('viewer'),
  house.as('officer'),
])
interface Stored {
  id: string
  etag: string
  state: string
}
let day = 0
const cell = (more: object = {}) => {
  day += 1
  const on = `2026-${String((day % 10) + 1).padStart(2, '0')}-${String((day % 27) + 1).padStart(2, '0')}`
  return { indicator: 'FB-02', area: 'TDP-05', on, etag: null, numerator: 214, denominator: 260, ...more }
}
const saved = async (state: string, more: object = {}): Promise<Stored> => {
  const cells = [{ ...cell(more), state, reason: 'đếm lại' }]
  const { body } = await coordinator.patch(URL).send({ cells }).expect(200)
  expect(body.results[0].outcome).toBe('saved')
  return body.results[0].measurement
}
const step = async ({ id, etag }: Stored, act: string, agent = leader): Promise<Stored> =>
  (
    await agent
      .post(`${URL}/${id}/${act}`)
      .set('if-match', etag)
      .send(act === 'return' ? { reason: 'Mẫu số khác sổ hộ' } : undefined)
      .expect(200)
  ).body
const STATES = {
  draft: () => saved('draft'),
  submitted: () => saved('submitted'),
  returned: async () => step(await saved('submitted'), 'return'),
  approved: async () => step(await saved('submitted'), 'approve'),
}

describe('the life of a figure', () => {
  describe.each(Object.entries(STATES))('that is %s', (state, make) => {
    it.each(['submit', 'withdraw', 'approve', 'return'] as const)('%s', async (act) => {
      const figure = await make()
      expect(figure.state).toBe(state)
      const agent = act === 'approve' || act === 'return' ? leader : coordinator
      const one = () =>
        agent
          .post(`${URL}/${figure.id}/${act}`)
          .set('if-match', figure.etag)
          .send(act === 'return' ? { reason: 'Mẫu số khác sổ hộ' } : undefined)
      const many = await agent
        .post(`${URL}/${act}`)
        .send({ items: [{ id: figure.id, etag: figure.etag, note: 'Mẫu số khác sổ hộ' }] })
        .expect(200)
      const [result] = many.body.results
      if (mayMove(act, figure.state as 'draft')) {
        expect(result).toMatchObject({ outcome: 'done', measurement: { state: MEASUREMENT_ACTS[act].to } })
        // Done by one door, it is too late by the other.
        await one().expect(412)
      } else {
        expect(result).toMatchObject({ outcome: 'rejected', code: 'measurement.wrong-state' })
        await one().expect(409)
      }
    })
  })
  it('does not submit what is half filled, or odd without a reason', async () => {
    const half = await saved('draft', { numerator: null })
    expect((await coordinator.post(`${URL}/${half.id}/submit`).set('if-match', half.etag)).body.code).toBe(
      'measurement.faulty',
    )
    await step(await saved('submitted', { on: '2025-01-05' }), 'approve')
    const odd = [{ ...cell({ on: '2025-01-06', numerator: 10 }), state: 'draft' }]
    const { measurement } = (await coordinator.patch(URL).send({ cells: odd }).expect(200)).body.results[0]
    const answer = await coordinator.post(`${URL}/${measurement.id}/submit`).set('if-match', measurement.etag)
    expect([answer.status, answer.body.code]).toEqual([422, 'measurement.reason-missing'])
  })
})

describe.each(['submit', 'withdraw', 'approve', 'return'])('%s many', (act) => {
  it('asks a stranger to sign in, and refuses a viewer before the body is looked at', async () => {
    await house.anyone.post(`${URL}/${act}`).send({}).expect(401)
    await viewer.post(`${URL}/${act}`).send({ nonsense: true }).expect(403)
  })
  it('refuses an empty list and an etag of nothing', async () => {
    const agent = act === 'approve' || act === 'return' ? leader : coordinator
    await agent.post(`${URL}/${act}`).send({ items: [] }).expect(400)
    await agent
      .post(`${URL}/${act}`)
      .send({ items: [{ id: 'x', etag: '"1.1"' }] })
      .expect(400)
  })
})

describe('approving many', () => {
  it('does what it can, and says of each of the others why not', async () => {
    const [good, stale, draft, again] = await Promise.all([
      saved('submitted'),
      saved('submitted'),
      saved('draft'),
      saved('submitted'),
    ])
    const own = await officer
      .patch(URL)
      .send({ cells: [{ ...cell({ indicator: 'CR-01', area: null }), state: 'submitted' }] })
      .expect(200)
    const nowhere = { id: '0198a6f0-0000-7000-8000-000000000000', etag: '"1.1"' }
    const items = [
      good,
      { ...stale, etag: '"9.9"' },
      draft,
      nowhere,
      { ...again, note: 'Đã đối chiếu sổ hộ' },
      again,
      own.body.results[0].measurement,
    ].map(({ id, etag, ...more }) => ({
      id,
      etag,
      ...('note' in more && more.note ? { note: more.note } : {}),
    }))
    const before = (await viewer.get(PLAN)).body.revision
    const { body } = await leader.post(`${URL}/approve`).send({ items }).expect(200)
    const outcomes = body.results.map((each: { outcome: string; code: string | null }) => [
      each.outcome,
      each.code,
    ])
    expect(outcomes).toEqual([
      ['done', null],
      ['conflict', 'version.mismatch'],
      ['rejected', 'measurement.wrong-state'],
      ['rejected', 'measurement.not-found'],
      ['done', null],
      ['rejected', 'conflict'],
      ['done', null],
    ])
    expect(body.results[4].measurement).toMatchObject({
      state: 'approved',
      decisionNote: 'Đã đối chiếu sổ hộ',
      decidedBy: 'Lê Minh Tâm',
    })
    expect((await viewer.get(PLAN)).body.revision).toBe(before + 1)
  })
  it('lets nobody approve what they entered themselves, one or many', async () => {
    const { id, etag } = await saved('submitted')
    const { body } = await coordinator
      .post(`${URL}/approve`)
      .send({ items: [{ id, etag }] })
      .expect(200)
    expect(body.results[0]).toMatchObject({ outcome: 'rejected', code: 'permission.own-entry' })
  })
  it('supersedes what was in force until now', async () => {
    const first = await step(await saved('submitted', { on: '2025-02-03' }), 'approve')
    const change = { ...cell({ on: '2025-02-03', numerator: 215 }), etag: first.etag }
    const cells = [{ ...change, state: 'submitted', reason: 'đếm sót' }]
    const { measurement } = (await coordinator.patch(URL).send({ cells }).expect(200)).body.results[0]
    const items = [{ id: measurement.id, etag: measurement.etag }]
    await leader.post(`${URL}/approve`).send({ items }).expect(200)
    const kept = await viewer.get(URL).query({ indicator: 'FB-02', from: '2025-02-03', to: '2025-02-03' })
    expect(kept.body.items).toMatchObject([{ numerator: 215, state: 'approved' }])
    expect((await viewer.get(`${URL}/${first.id}`)).body.state).toBe('superseded')
  })
  it('wants a reason for a return: one for all, or one on the cell', async () => {
    const [a, b] = await Promise.all([saved('submitted'), saved('submitted')])
    const items = [
      { id: a.id, etag: a.etag, note: 'Tổ 7: mẫu số khác sổ hộ' },
      { id: b.id, etag: b.etag },
    ]
    const { body } = await leader.post(`${URL}/return`).send({ items }).expect(200)
    expect(body.results.map((each: { code: string | null }) => each.code)).toEqual([
      null,
      'measurement.reason-missing',
    ])
    expect(body.results[0].measurement).toMatchObject({
      state: 'returned',
      reason: 'đếm lại',
      decisionNote: 'Tổ 7: mẫu số khác sổ hộ',
    })
    const { rows } = await house.database.pool.query(
      `select count(*)::int as n from audit_event where action = 'measurement.return' and resource_id = $1`,
      [a.id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })
  it('decides nothing in a locked period, and enters nothing in a closed one', async () => {
    const figure = await saved('submitted', { on: '2024-05-05' })
    const draft = await saved('draft', { on: '2024-05-06' })
    await coordinator.post(`${PLAN}/periods`).send({ year: 2024 }).expect(201)
    const move = async (act: string) => {
      const { etag } = (await coordinator.get(`${PLAN}/periods/2024`)).body
      await coordinator.post(`${PLAN}/periods/2024/${act}`).set('if-match', etag).send({}).expect(200)
    }
    const allowed = async ({ id }: Stored, agent = coordinator) =>
      (await agent.get(`${URL}/${id}`).expect(200)).body.allowedActions
    expect(await allowed(draft)).toEqual(['measurement.submit', 'measurement.correct'])
    await move('close')
    // What the answer offers is what the act will take.
    expect(await allowed(draft)).toEqual([])
    expect(await allowed(figure)).toEqual([])
    expect(await allowed(figure, leader)).toEqual(['measurement.approve', 'measurement.return'])
    const submit = await coordinator
      .post(`${URL}/submit`)
      .send({ items: [{ id: draft.id, etag: draft.etag }] })
      .expect(200)
    expect(submit.body.results[0].code).toBe('period.locked')
    await move('lock')
    const approve = await leader
      .post(`${URL}/approve`)
      .send({ items: [{ id: figure.id, etag: figure.etag }] })
      .expect(200)
    expect(approve.body.results[0]).toMatchObject({
      code: 'period.locked',
      measurement: { allowedActions: [] },
    })
    const list = await leader.get(URL).query({ from: '2024-05-05', to: '2024-05-06' }).expect(200)
    expect(list.body.items.flatMap((each: { allowedActions: string[] }) => each.allowedActions)).toEqual([])
  })
})
