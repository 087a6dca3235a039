import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('viewer'),
])
const URL = `${PLAN}/periods`

const read = async (year: number) => (await viewer.get(`${URL}/${year}`).expect(200)).body
const move = (year: number, act: string, etag: string, body: object = {}) =>
  coordinator
    .post(`${URL}/${year}/${act}`)
    .set('if-match', etag)
    .send(act === 'reopen' ? body : undefined)
const allow = (year: number, body: object) => coordinator.post(`${URL}/${year}/allowances`).send(body)

describe('openPeriod', () => {
  it('asks a stranger to sign in, and refuses who does not lead the period', async () => {
    await house.anyone.post(URL).send({ year: 2026 }).expect(401)
    await officer.post(URL).send({ year: 2026 }).expect(403)
  })
  it.each([
    [{ year: 2022 }, '/year', 'year_outside_plan'],
    [{ year: 2028 }, '/year', 'year_outside_plan'],
    [{ year: 2026, dataCutOff: '2025-11-14' }, '/dataCutOff', 'cut_off_outside_year'],
    [{ year: 2026, wardBefore: '2026-11-01' }, '/wardBefore', 'ward_before_departments'],
  ])('refuses %j with its place', async (body, pointer, code) => {
    const answer = await coordinator.post(URL).send(body).expect(400)
    expect(answer.body.errors).toMatchObject([{ pointer, code }])
  })
  it('freezes the plan’s dates, once a year', async () => {
    await viewer.get(`${URL}/2026`).expect(404)
    const { body } = await coordinator.post(URL).send({ year: 2026 }).expect(201)
    expect(body).toMatchObject({
      state: 'open',
      dataCutOff: '2026-11-14',
      departments: { dueAt: '2026-11-30T17:00:00.000Z', lastDay: '2026-11-30', daysLeft: 8 },
      ward: { dueAt: '2026-12-04T17:00:00.000Z', lastDay: '2026-12-04' },
      reminders: [7, 3, 1, 0],
      allowedActions: ['period.close', 'period.allow'],
    })
    expect((await read(2026)).allowedActions).toEqual([])
    expect((await coordinator.post(URL).send({ year: 2026 }).expect(409)).body.code).toBe('period.exists')
    const { rows } = await house.database.pool.query(
      `select action, resource from audit_event order by seq desc limit 1`,
    )
    expect(rows[0]).toEqual({ action: 'period.open', resource: 'period' })
  })
  it('opens one of two at the same instant', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => coordinator.post(URL).send({ year: 2027 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
  it('names the last working day: 30/11/2025 is a Sunday', async () => {
    const { body } = await coordinator.post(URL).send({ year: 2025 }).expect(201)
    expect(body.departments).toMatchObject({ lastDay: '2025-11-30', lastWorkingDay: '2025-11-28' })
  })
  it('is proposed by the plan’s rule; opened with other dates and reminders it keeps those', async () => {
    const viewer = await house.as('viewer')
    const proposed = await viewer.get(`${URL}/2023/proposal`).expect(200)
    expect(proposed.body).toEqual({
      ...{ year: 2023, dataCutOff: '2023-11-14', departmentsBefore: '2023-12-01', wardBefore: '2023-12-05' },
      reminders: [7, 3, 1, 0],
    })
    const own = { dataCutOff: '2023-10-31', departmentsBefore: '2023-11-16', wardBefore: '2023-11-21' }
    const late = await coordinator.post(URL).send({ year: 2023, ...own, dataCutOff: '2023-11-16' })
    expect(late.body.errors).toMatchObject([{ pointer: '/dataCutOff', code: 'cut_off_after_deadline' }])
    const early = await coordinator.post(URL).send({ year: 2023, ...own, wardBefore: '2023-11-15' })
    expect(early.body.errors).toMatchObject([{ pointer: '/wardBefore', code: 'ward_before_departments' }])
    const opened = await coordinator
      .post(URL)
      .send({ year: 2023, ...own, reminders: [0, 5, 2] })
      .expect(201)
    expect(opened.body).toMatchObject({ dataCutOff: '2023-10-31', reminders: [5, 2, 0] })
    expect([opened.body.departments.lastDay, opened.body.ward.lastDay]).toEqual(['2023-11-15', '2023-11-20'])
  })
  it('keeps its deadlines when the plan’s rule moves later', async () => {
    const before = await read(2026)
    const { body: file, headers } = await coordinator.get(`${PLAN}/file`).expect(200)
    const moved = {
      ...file,
      deadlines: file.deadlines.map((each: { code: string }) =>
        each.code === 'TH-1' ? { ...each, before: '11-20' } : each,
      ),
    }
    const put = (body: object, etag: string) =>
      coordinator.put(`${PLAN}/file?mode=commit`).set('if-match', etag).send(body).expect(200)
    await put(moved, headers.etag ?? '')
    expect((await read(2026)).departments).toEqual(before.departments)
    const opened = await coordinator.post(URL).send({ year: 2024 }).expect(201)
    expect(opened.body.departments.lastDay).toBe('2024-11-19')
    const again = await coordinator.get(`${PLAN}/file`).expect(200)
    await put(file, again.headers.etag ?? '')
  })
})

describe('a period', () => {
  it('is closed, locked and opened again, each from the state before and by who saw it', async () => {
    const { etag } = await read(2027)
    await coordinator.post(`${URL}/2027/close`).expect(428)
    expect((await move(2027, 'lock', etag).expect(409)).body.code).toBe('period.wrong-state')
    const closed = await move(2027, 'close', etag).expect(200)
    expect(closed.body).toMatchObject({ state: 'closed', closedAt: expect.any(String) })
    await move(2027, 'lock', etag).expect(412)
    const locked = await move(2027, 'lock', closed.body.etag).expect(200)
    expect(locked.body.allowedActions).toEqual(['period.reopen', 'period.allow'])
    await move(2027, 'reopen', locked.body.etag, {}).expect(400)
    const reason = 'Cấp trên yêu cầu bổ sung số liệu'
    const opened = await move(2027, 'reopen', locked.body.etag, { reason }).expect(200)
    expect(opened.body).toMatchObject({ state: 'open', reopenedBecause: reason, lockedAt: null })
  })
  it('is moved by the coordinator only', async () => {
    for (const role of ['officer', 'finance', 'leader', 'admin', 'viewer'] as const) {
      const agent = await house.as(role)
      for (const act of ['close', 'lock', 'reopen'])
        await agent.post(`${URL}/2027/${act}`).set('if-match', '*').send({ reason: 'xin mở' }).expect(403)
    }
  })
})

describe('allowInPeriod', () => {
  it.each([
    [{ kind: 'extension', department: 'CA', reason: 'Chờ' }, '/lastDay', 'required'],
    [{ kind: 'extension', department: 'CA', reason: 'Chờ', lastDay: '2026-11-30' }, '/lastDay', 'too_early'],
    [{ kind: 'exception', department: 'CA', reason: 'Chờ', lastDay: '2026-11-21' }, '/lastDay', 'too_early'],
    [
      { kind: 'exemption', department: 'CA', reason: 'Chờ', lastDay: '2026-12-01' },
      '/lastDay',
      'not_for_this_kind',
    ],
    [{ kind: 'exemption', department: 'UBND-TINH', reason: 'Chờ' }, '/department', 'unknown_department'],
    [{ kind: 'exemption', department: 'XX', reason: 'Chờ' }, '/department', 'unknown_department'],
  ])('refuses %j with its place', async (body, pointer, code) => {
    const answer = await allow(2026, body).expect(400)
    expect(answer.body.errors).toMatchObject([{ pointer, code }])
  })
  it('extends, excepts and exempts one department until the end of a day, and the end is exclusive', async () => {
    await allow(2026, { kind: 'exemption', department: 'QS', reason: 'Không có chỉ tiêu' }).expect(201)
    const extension = { kind: 'extension', department: 'CA', reason: 'Chờ số liệu', lastDay: '2026-12-02' }
    const { body } = await allow(2026, extension).expect(201)
    expect(body.allowances).toMatchObject([
      { kind: 'exemption', department: 'QS', until: null, holds: true },
      { kind: 'extension', department: 'CA', until: '2026-12-02T17:00:00.000Z', lastDay: '2026-12-02' },
    ])
    house.clock = new Date('2026-12-02T16:59:59.999Z')
    expect((await read(2026)).allowances[1].holds).toBe(true)
    house.clock = new Date('2026-12-02T17:00:00.000Z')
    expect((await read(2026)).allowances[1].holds).toBe(false)
    house.clock = new Date('2026-11-22T02:00:00.000Z')
  })
  it('is taken back by who saw it, and then it is gone', async () => {
    const { allowances, etag } = await read(2026)
    const one = `${URL}/2026/allowances/${allowances[0].id}`
    await coordinator.delete(one).expect(428)
    await coordinator.delete(one).set('if-match', '"999"').expect(412)
    const { body } = await coordinator.delete(one).set('if-match', etag).expect(200)
    expect(body.allowances).toHaveLength(allowances.length - 1)
    await coordinator.delete(one).set('if-match', '*').expect(404)
  })
})

describe('the figures of a period', () => {
  const figure = { indicator: 'FB-02', area: 'TDP-05', on: '2026-11-14', numerator: 214, denominator: 260 }
  const record = (change: object) => coordinator.post(`${PLAN}/measurements`).send({ ...figure, ...change })

  it('are taken down while it is open, judged while it is closed, and left alone once it is locked', async () => {
    const leader = await house.as('leader')
    const [first, second] = [await record({}).expect(201), await record({ area: 'TDP-06' }).expect(201)]
    const approve = ({ body }: { body: { id: string; etag: string } }) =>
      leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag)
    const closed = await move(2026, 'close', (await read(2026)).etag).expect(200)
    const refused = await record({ area: 'TDP-07' }).expect(409)
    expect(refused.body).toMatchObject({ code: 'period.locked', year: 2026, state: 'closed' })
    await approve(first).expect(200)
    await move(2026, 'lock', closed.body.etag).expect(200)
    expect((await approve(second).expect(409)).body.state).toBe('locked')
    // Another year is not locked by it.
    await record({ on: '2025-11-30' }).expect(201)
  })
  it('may be mended by a department with an exception, until its end', async () => {
    const exception = {
      kind: 'exception',
      department: 'VH-TT',
      reason: 'Tổ 8 gửi muộn',
      lastDay: '2026-11-23',
    }
    await allow(2026, exception).expect(201)
    await record({ area: 'TDP-08' }).expect(201)
    const other = { indicator: 'CR-01', area: null, numerator: 10, denominator: 20 }
    await record(other).expect(409)
    house.clock = new Date('2026-11-23T17:00:00.000Z')
    expect((await record({ area: 'TDP-09' }).expect(409)).body.code).toBe('period.locked')
    house.clock = new Date('2026-11-22T02:00:00.000Z')
  })
})
