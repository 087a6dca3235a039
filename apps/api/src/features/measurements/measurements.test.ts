import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/measurements`
const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
const figure = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }

describe('recordMeasurement', () => {
  it('asks a stranger to sign in', async () => {
    const { body } = await house.anyone.post(URL).send(figure).expect(401)
    expect(body.code).toBe('session.required')
  })
  it('refuses a viewer, even before the body is looked at', async () => {
    await viewer.post(URL).send({ nonsense: true }).expect(403)
  })
  it('refuses an officer of another department', async () => {
    const { body } = await officer.post(URL).send(figure).expect(403)
    expect(body).toMatchObject({ code: 'permission.refused', because: 'department' })
  })
  it.each([
    ['null is not 0', { ...figure, numerator: null }, '/numerator', 422],
    ['true is not 1', { ...figure, numerator: true }, '/numerator', 400],
    ['text is not a number', { ...figure, numerator: '214' }, '/numerator', 400],
    ['an unknown field is not dropped', { ...figure, nummerator: 1 }, '/nummerator', 400],
    ['a day that does not exist', { ...figure, on: '2026-02-30' }, '/on', 400],
    ['more than there are', { ...figure, numerator: 261 }, '/numerator', 422],
    ['a day that has not come', { ...figure, on: '2026-11-23' }, '/on', 422],
    ['a NUL byte', { ...figure, note: 'a\u0000b' }, '/note', 400],
  ])('points to what is wrong: %s', async (_name, body, pointer, status) => {
    const answer = await coordinator.post(URL).send(body).expect(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer)
  })
  it('does not know an indicator or an area of another plan', async () => {
    expect(
      (
        await coordinator
          .post(URL)
          .send({ ...figure, indicator: 'XX-99' })
          .expect(404)
      ).body.code,
    ).toBe('indicator.not-found')
    expect(
      (
        await coordinator
          .post(URL)
          .send({ ...figure, area: 'TDP-99' })
          .expect(404)
      ).body.code,
    ).toBe('area.not-found')
  })
  it('takes down a figure, submitted, with an audit row, a feed event and a new revision of the plan', async () => {
    const before = await coordinator.get(PLAN)
    const { body } = await coordinator.post(URL).send(figure).expect(201)
    expect(body).toMatchObject({ ...figure, state: 'submitted', revision: 1, enteredBy: 'Trần Thị Hoa' })
    expect((await coordinator.get(PLAN)).body.revision).toBe(before.body.revision + 1)
    const { rows } = await house.database.pool.query(
      `select action, after->>'numerator' as n from audit_event where resource_id = $1`,
      [body.id],
    )
    expect(rows).toEqual([{ action: 'measurement.record', n: '214' }])
  })
  it('says so when there is already a figure for that indicator, area and day', async () => {
    await coordinator.post(URL).send(figure).expect(409)
  })
})

describe('a repeated POST with one Idempotency-Key', () => {
  const body = { ...figure, area: 'TDP-06' }
  it('has one effect and the same answer', async () => {
    const send = () => coordinator.post(URL).set('idempotency-key', 'once').send(body)
    const [first, second] = [await send().expect(201), await send().expect(201)]
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
  })
  it('is refused with other content', async () => {
    const answer = await coordinator
      .post(URL)
      .set('idempotency-key', 'once')
      .send({ ...body, numerator: 1 })
      .expect(422)
    expect(answer.body.code).toBe('idempotency-key.reused')
  })
  it('runs again when the first attempt was refused', async () => {
    await coordinator
      .post(URL)
      .set('idempotency-key', 'retry')
      .send({ ...body, area: 'TDP-07', numerator: 999 })
      .expect(422)
    await coordinator
      .post(URL)
      .set('idempotency-key', 'retry')
      .send({ ...body, area: 'TDP-07' })
      .expect(201)
  })
})

describe('approveMeasurement', () => {
  it('lets nobody approve what they entered themselves', async () => {
    const { body } = await coordinator
      .post(URL)
      .send({ ...figure, area: 'TDP-08' })
      .expect(201)
    expect(body.allowedActions).not.toContain('measurement.approve')
    const answer = await coordinator.post(`${URL}/${body.id}/approve`).set('if-match', body.etag).expect(403)
    expect(answer.body.code).toBe('permission.own-entry')
  })
  it('wants the version that was seen', async () => {
    const { body } = await coordinator
      .post(URL)
      .send({ ...figure, area: 'TDP-09' })
      .expect(201)
    await leader.post(`${URL}/${body.id}/approve`).expect(428)
    await leader.post(`${URL}/${body.id}/approve`).set('if-match', '"7"').expect(412)
  })
  it('moves the indicator', async () => {
    const { body } = await coordinator
      .post(URL)
      .send({ indicator: 'DP-01', on: '2026-11-14', numerator: 9, denominator: 10 })
      .expect(201)
    expect((await viewer.get(`${PLAN}/indicators/DP-01`)).body.status).toBe('no_data')
    await leader.post(`${URL}/${body.id}/approve`).set('if-match', body.etag).expect(200)
    expect((await viewer.get(`${PLAN}/indicators/DP-01`)).body).toMatchObject({
      value: 90,
      numerator: 9,
      denominator: 10,
    })
  })
})

describe('correctMeasurement', () => {
  it('needs a reason, keeps the approved figure in force, and supersedes it when the new one is approved', async () => {
    const entered = await coordinator
      .post(URL)
      .send({ indicator: 'DP-02a', on: '2026-11-14', numerator: 5, denominator: 10 })
      .expect(201)
    const approved = await leader
      .post(`${URL}/${entered.body.id}/approve`)
      .set('if-match', entered.body.etag)
      .expect(200)
    await coordinator
      .patch(`${URL}/${approved.body.id}`)
      .set('if-match', approved.body.etag)
      .send({ numerator: 7 })
      .expect(400)
    const corrected = await coordinator
      .patch(`${URL}/${approved.body.id}`)
      .set('if-match', approved.body.etag)
      .send({ numerator: 7, reason: 'đếm sót hai hệ thống' })
      .expect(200)
    expect(corrected.body).toMatchObject({ revision: 2, state: 'submitted', numerator: 7, denominator: 10 })
    expect((await viewer.get(`${PLAN}/indicators/DP-02a`)).body.numerator).toBe(5)
    await leader.post(`${URL}/${corrected.body.id}/approve`).set('if-match', corrected.body.etag).expect(200)
    expect((await viewer.get(`${PLAN}/indicators/DP-02a`)).body.numerator).toBe(7)
    const old = await viewer.get(`${URL}?indicator=DP-02a&state=superseded`).expect(200)
    expect(old.body.items.map((each: { numerator: number }) => each.numerator)).toEqual([5])
  })
})

describe('listMeasurements', () => {
  it('walks all pages without a gap or a repeat, and refuses a cursor of other filters', async () => {
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: { body: { items: { id: string }[]; next: string | null } } = await viewer
        .get(URL)
        .query({ limit: 2, ...(next ? { cursor: next } : {}) })
        .expect(200)
      seen.push(...page.body.items.map((each) => each.id))
      next = page.body.next
    } while (next)
    expect(new Set(seen).size).toBe(seen.length)
    const first = await viewer.get(URL).query({ limit: 1 }).expect(200)
    const [, address] = /<(.+)>; rel="next"/.exec(first.headers.link ?? '') ?? []
    const second = await viewer.get(address!).expect(200)
    expect(second.body.items[0].id).toBe(seen[1])
    const foreign = await viewer
      .get(URL)
      .query({ limit: 1, indicator: 'FB-02', cursor: first.body.next })
      .expect(400)
    expect(foreign.body.code).toBe('invalid-cursor')
  })
  it('says which were decided since a day', async () => {
    const decided = (from: string) =>
      viewer.get(URL).query({ decidedFrom: from, state: 'approved', limit: 200 }).expect(200)
    const { body } = await decided('2026-11-22')
    expect(body.items.length).toBeGreaterThan(0)
    expect(
      body.items.every(({ decidedAt }: { decidedAt: string }) => decidedAt >= '2026-11-21T17:00:00.000Z'),
    ).toBe(true)
    expect((await decided('2026-11-23')).body.items).toEqual([])
  })
  it('counts all of them only when asked to', async () => {
    const plain = await viewer.get(URL).query({ limit: 1 }).expect(200)
    expect(plain.body.total).toBeUndefined()
    const filter = { limit: 1, indicator: 'DP-02a', state: 'superseded' }
    const counted = await viewer.get(URL).set('prefer', 'return=total-count').query(filter).expect(200)
    expect(counted.body.total).toBe(1)
    expect(counted.headers['preference-applied']).toBe('return=total-count')
  })
})
