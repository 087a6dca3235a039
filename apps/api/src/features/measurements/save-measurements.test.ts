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
const cell = (area: string, more: object = {}) => ({
  indicator: 'FB-02',
  area,
  on: '2026-11-14',
  etag: null,
  numerator: 214,
  denominator: 260,
  state: 'draft',
  ...more,
})
const save = async (cells: readonly object[], agent = coordinator) =>
  (await agent.patch(URL).send({ cells }).expect(200)).body
const one = async (each: object, agent = coordinator) => (await save([each], agent)).results[0]
/** A figure in force. */
const approved = async (figure: object) => {
  const entered = await coordinator.post(URL).send(figure).expect(201)
  const { id, etag } = entered.body
  return (await leader.post(`${URL}/${id}/approve`).set('if-match', etag).expect(200)).body
}

describe('saveMeasurements', () => {
  it('asks a stranger to sign in, and refuses a viewer before the body is looked at', async () => {
    expect((await house.anyone.patch(URL).send({}).expect(401)).body.code).toBe('session.required')
    await viewer.patch(URL).send({ nonsense: true }).expect(403)
  })
  it.each([
    ['no cells', { cells: [] }],
    ['an unknown field', { cells: [cell('TDP-01', { nummerator: 1 })] }],
    ['text for a number', { cells: [cell('TDP-01', { numerator: '1' })] }],
    ['a state that nobody gives oneself', { cells: [cell('TDP-01', { state: 'approved' })] }],
    ['more than five hundred', { cells: Array.from({ length: 501 }, () => cell('TDP-01')) }],
  ])('refuses %s', async (_name, body) => {
    await coordinator.patch(URL).send(body).expect(400)
  })
  it('saves all that can be saved, and says where the others are wrong', async () => {
    const { batch, results } = await save([
      cell('TDP-01'),
      cell('TDP-02', { numerator: 305, denominator: 290 }),
      cell('TDP-03', { numerator: null }),
      cell('TDP-99'),
      cell('TDP-01'),
      cell('TDP-04', { indicator: 'XX-1' }),
      cell('TDP-04', { on: '2026-11-23' }),
    ])
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'saved',
      'rejected',
      'saved',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
    ])
    const faults = results.flatMap((each: { faults: { pointer: string; code: string }[] }) => each.faults)
    expect(
      faults.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual([
      '/cells/1/numerator numerator_above_denominator',
      '/cells/3/area unknown_area',
      '/cells/4/indicator duplicate_key',
      '/cells/5/indicator unknown_indicator',
      '/cells/6/on future_day',
    ])
    expect(results[0].measurement).toMatchObject({ state: 'draft', revision: 1, etag: '"1.1"', batch })
    expect(results[2].measurement).toMatchObject({ numerator: null, denominator: 260 })
    const { rows } = await house.database.pool.query(
      `select count(*)::int as n from audit_event where action = 'measurement.save'`,
    )
    expect(rows).toEqual([{ n: 2 }])
  })
  it('tells an officer which cells belong to another department', async () => {
    const result = await one(cell('TDP-05'), officer)
    expect(result.faults).toEqual([
      { pointer: '/cells/0/indicator', in: 'body', code: 'forbidden_department' },
    ])
    const own = await one({ ...cell('x'), indicator: 'CR-01', area: null }, officer)
    expect(own.outcome).toBe('saved')
  })
  it('leaves what says the same, whoever sends it again', async () => {
    await one(cell('TDP-06'))
    expect((await one(cell('TDP-06'))).outcome).toBe('unchanged')
    const revision = (await coordinator.get(PLAN)).body.revision
    const again = await save([cell('TDP-06')])
    expect(again.batch).toBeNull()
    expect((await coordinator.get(PLAN)).body.revision).toBe(revision)
  })
  it('keeps both where somebody else was there: a cell seen empty, a cell seen before', async () => {
    const first = await one(cell('TDP-07'))
    const late = await one(cell('TDP-07', { numerator: 1 }))
    expect(late).toMatchObject({ outcome: 'conflict', measurement: { numerator: 214 } })
    const second = await one(cell('TDP-07', { numerator: 215, etag: first.measurement.etag }))
    expect(second).toMatchObject({ outcome: 'saved', measurement: { revision: 2, numerator: 215 } })
    const stale = await one(cell('TDP-07', { numerator: 9, etag: first.measurement.etag }))
    expect(stale).toMatchObject({ outcome: 'conflict', measurement: { numerator: 215 } })
  })
  it('clears a draft: the cell is empty, nothing is 0, and the old revision is kept', async () => {
    const { measurement } = await one(cell('TDP-08'))
    const blank = { numerator: null, denominator: null, etag: measurement.etag }
    expect(await one(cell('TDP-08', blank))).toMatchObject({ outcome: 'cleared', measurement: null })
    const again = await one(cell('TDP-08', { numerator: 3 }))
    expect(again.measurement.revision).toBe(2)
  })
  it('submits a draft as it is, without another revision', async () => {
    const { measurement } = await one(cell('TDP-09'))
    const submitted = await one(cell('TDP-09', { etag: measurement.etag, state: 'submitted' }))
    expect(submitted.measurement).toMatchObject({ revision: 1, state: 'submitted', etag: '"1.2"' })
  })
  it('does not submit a half-filled or a blank cell', async () => {
    const half = await one(cell('TDP-10', { numerator: null, state: 'submitted' }))
    expect(half.faults[0]).toMatchObject({ pointer: '/cells/0/numerator', code: 'figure_missing' })
    const blank = await one(cell('TDP-10', { numerator: null, denominator: null, state: 'submitted' }))
    expect(blank.outcome).toBe('rejected')
  })
  it('wants a reason for what is odd before it is submitted, not before it is saved', async () => {
    await approved({ indicator: 'FB-02', area: 'TDP-11', on: '2025-11-30', numerator: 120, denominator: 150 })
    const odd = cell('TDP-11', { numerator: 60, denominator: 150 })
    const draft = await one(odd)
    expect(draft).toMatchObject({ outcome: 'saved', warnings: [{ level: 'warn', code: 'jump_points' }] })
    const { etag } = draft.measurement
    const refused = await one({ ...odd, etag, state: 'submitted' })
    expect(refused.faults[0]).toMatchObject({ pointer: '/cells/0/reason', code: 'reason_missing' })
    const told = await one({ ...odd, etag, state: 'submitted', reason: 'Hai dãy trọ đã chuyển đi' })
    expect(told.measurement).toMatchObject({ state: 'submitted', reason: 'Hai dãy trọ đã chuyển đi' })
  })
  it('corrects an approved figure with a reason; what was approved stays in force until then', async () => {
    const before = await approved({ ...cell('TDP-12'), etag: undefined, state: undefined })
    const change = cell('TDP-12', { numerator: 216, etag: before.etag, state: 'submitted' })
    expect((await one(change)).faults[0].code).toBe('reason_missing')
    const now = await one({ ...change, reason: 'Tổ trưởng đếm sót 2 hộ' })
    expect(now.measurement).toMatchObject({ revision: 2, state: 'submitted', numerator: 216 })
    const [inForce] = (await viewer.get(URL).query({ indicator: 'FB-02', area: 'TDP-12', state: 'approved' }))
      .body.items
    expect(inForce.numerator).toBe(214)
    const cleared = await one(
      cell('TDP-12', { numerator: null, denominator: null, etag: now.measurement.etag }),
    )
    expect(cleared).toMatchObject({ outcome: 'cleared', measurement: { numerator: 214, state: 'approved' } })
  })
  it('takes "không áp dụng" with a reason', async () => {
    const none = { numerator: null, denominator: null, notApplicable: true, state: 'submitted' }
    expect((await one(cell('TDP-13', none))).faults[0].code).toBe('reason_missing')
    const told = await one(cell('TDP-13', { ...none, reason: 'Khu đất trống, chưa có dân' }))
    expect(told.measurement).toMatchObject({ notApplicable: true, numerator: null, state: 'submitted' })
  })
  it('takes a state and words where the indicator is judged in words', async () => {
    const words = { indicator: 'SEC-02', area: null, on: '2026-11-14', etag: null, note: 'Đã có lớp 1 và 2' }
    const result = await one({ ...words, qualitative: 'in_progress', state: 'submitted' })
    expect(result.measurement).toMatchObject({ qualitative: 'in_progress', note: 'Đã có lớp 1 và 2' })
  })
  it('happens once under one Idempotency-Key', async () => {
    const send = () =>
      coordinator
        .patch(URL)
        .set('idempotency-key', 'grid-1')
        .send({ cells: [cell('TDP-14')] })
        .expect(200)
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
  })
  it('writes nothing into a closed period, by whatever door, and says which one; an exception opens it', async () => {
    await coordinator.post(`${PLAN}/periods`).send({ year: 2025 }).expect(201)
    const { etag } = (await coordinator.get(`${PLAN}/periods/2025`).expect(200)).body
    await coordinator.post(`${PLAN}/periods/2025/close`).set('if-match', etag).send({}).expect(200)
    const late = cell('TDP-01', { on: '2025-11-14' })
    expect((await one(late)).faults).toEqual([
      {
        pointer: '/cells/0/on',
        in: 'body',
        code: 'period.locked',
        params: { year: 2025, state: 'closed' },
      },
    ])
    const csv = 'indicator,area,on,numerator,denominator,source\nFB-02,TDP-01,2025-11-14,1,2,Tổ trưởng\n'
    const report = await coordinator
      .post(`${PLAN}/imports?mode=validate`)
      .set('content-type', 'text/csv')
      .send(csv)
      .expect(200)
    expect(report.body.errors[0]).toMatchObject({ column: 'on', code: 'period_locked' })
    const form = await coordinator.get(`${PLAN}/entry-forms/2025`).query({ indicator: 'FB-02' }).expect(200)
    expect(form.body.indicators[0]).toMatchObject({
      lock: { year: 2025, state: 'closed' },
      allowedActions: [],
    })
  })
  it('sees when a denominator is not what the register says, and shows the register in the form', async () => {
    const entries = [
      { kind: 'households', area: 'TDP-05', on: '2026-11-01', value: 261, source: 'Sổ hộ', etag: null },
    ]
    await coordinator.post(`${PLAN}/denominators`).send({ entries }).expect(200)
    const draft = await one(cell('TDP-05'))
    expect(draft.warnings).toMatchObject([
      { code: 'differs_from_register', params: { denominator: 260, register: 261, on: '2026-11-01' } },
    ])
    const { body } = await coordinator
      .get(`${PLAN}/entry-forms/2026`)
      .query({ indicator: 'FB-02' })
      .expect(200)
    const found = body.indicators[0].cells.find(
      (each: { area: { code: string } }) => each.area.code === 'TDP-05',
    )
    expect(found.register).toEqual({ denominator: 261, on: '2026-11-01' })
  })
})
