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
interface Cell {
  area: string | null
  [field: string]: unknown
}
interface Result {
  outcome: string
  measurement: { id: string; etag: string; [field: string]: unknown } | null
}
const cell = (area: string, more: object = {}): Cell => ({
  indicator: 'FB-02',
  area,
  on: '2026-11-14',
  etag: null,
  numerator: 214,
  denominator: 260,
  state: 'draft',
  ...more,
})
const save = async (cells: readonly Cell[]): Promise<{ batch: string; results: Result[] }> =>
  (await coordinator.patch(URL).send({ cells }).expect(200)).body
const approve = async ({ measurement }: Result) => {
  const items = [{ id: measurement?.id, etag: measurement?.etag }]
  const { body } = await leader.post(`${URL}/approve`).send({ items }).expect(200)
  return body.results[0].measurement
}
const stands = async (area: string) => {
  const { body } = await coordinator.get(`${PLAN}/entry-forms/2026`).query({ indicator: 'FB-02' })
  const found = body.indicators[0].cells.find((each: { area: { code: string } }) => each.area.code === area)
  const { numerator = null, state = null } = found.measurement ?? {}
  return [numerator, state]
}
const undo = async (batch: string, agent = coordinator) =>
  (await agent.post(`${PLAN}/measurement-batches/${batch}/undo`).expect(200)).body

describe('listMeasurementHistory', () => {
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(`${URL}/history`).expect(401)
  })
  it('says of each revision who, when, what before, and why; newest first, page by page', async () => {
    const first = await save([cell('TDP-01')])
    const etag = first.results[0]?.measurement?.etag
    await save([cell('TDP-01', { etag, numerator: 216, reason: 'Tổ trưởng đếm sót 2 hộ' })])
    const query = { indicator: 'FB-02', area: 'TDP-01' }
    const { body } = await viewer.get(`${URL}/history`).query(query).expect(200)
    expect(body.items).toMatchObject([
      {
        revision: 2,
        numerator: 216,
        before: { numerator: 214 },
        reason: 'Tổ trưởng đếm sót 2 hộ',
        enteredBy: 'Trần Thị Hoa',
      },
      { revision: 1, numerator: 214, before: null, state: 'superseded', endedBy: 'Trần Thị Hoa' },
    ])
    const page = await viewer
      .get(`${URL}/history`)
      .query({ ...query, limit: 1 })
      .expect(200)
    expect(page.body.items).toHaveLength(1)
    const rest = await viewer.get(`${URL}/history`).query({ ...query, limit: 1, cursor: page.body.next })
    expect(rest.body).toMatchObject({ items: [{ revision: 1 }], next: null })
    await viewer.get(`${URL}/history`).query({ indicator: 'XX-1' }).expect(404)
    await viewer.get(`${URL}/history`).query({ cursor: 'xyz' }).expect(400)
  })
})

describe('compareMeasurements', () => {
  it('tells what was in force at the end of one day from what was at the end of another', async () => {
    await house.anyone.get(`${URL}/comparison`).expect(401)
    await viewer.get(`${URL}/comparison`).query({ from: '2026-11-20' }).expect(400)
    const compare = async (from: string, to: string) =>
      (await viewer.get(`${URL}/comparison`).query({ from, to, indicator: 'FB-02' }).expect(200)).body.items
    house.clock = new Date('2026-11-23T03:00:00Z')
    const [one] = (await save([cell('TDP-02', { state: 'submitted' })])).results
    const approved = await approve(one!)
    house.clock = new Date('2026-11-25T03:00:00Z')
    const change = { etag: approved.etag, numerator: 220, reason: 'đếm lại', state: 'submitted' }
    const [two] = (await save([cell('TDP-02', change)])).results
    // Submitted is not yet in force.
    expect(await compare('2026-11-23', '2026-11-25')).toEqual([])
    await approve(two!)
    expect(await compare('2026-11-22', '2026-11-23')).toMatchObject([
      { area: 'TDP-02', before: null, after: { numerator: 214 } },
    ])
    expect(await compare('2026-11-23', '2026-11-25')).toMatchObject([
      { area: 'TDP-02', before: { numerator: 214 }, after: { numerator: 220 } },
    ])
    expect(await compare('2026-11-23', '2026-11-24')).toEqual([])
  })
})

describe('undoBatch', () => {
  it('asks a stranger to sign in, refuses a viewer, and does not know what was never saved', async () => {
    const url = `${PLAN}/measurement-batches/0198a6f0-0000-7000-8000-000000000000/undo`
    await house.anyone.post(url).expect(401)
    await viewer.post(url).expect(403)
    expect((await coordinator.post(url).expect(404)).body.code).toBe('batch.not-found')
  })
  it('brings back what stood there: nothing, or the draft before, or what was cleared', async () => {
    const first = await save([cell('TDP-03'), cell('TDP-04')])
    const [a, b] = first.results.map(({ measurement }) => measurement?.etag)
    const second = await save([
      cell('TDP-03', { etag: a, numerator: 1 }),
      cell('TDP-04', { etag: b, numerator: null, denominator: null }),
      cell('TDP-05'),
    ])
    expect([await stands('TDP-03'), await stands('TDP-04'), await stands('TDP-05')]).toEqual([
      [1, 'draft'],
      [null, null],
      [214, 'draft'],
    ])
    const undone = await undo(second.batch)
    expect(undone.results.map((each: { outcome: string }) => each.outcome)).toEqual([
      'undone',
      'undone',
      'undone',
    ])
    expect([await stands('TDP-03'), await stands('TDP-04'), await stands('TDP-05')]).toEqual([
      [214, 'draft'],
      [214, 'draft'],
      [null, null],
    ])
    // The undo is a batch too.
    await undo(undone.batch)
    expect([await stands('TDP-03'), await stands('TDP-04'), await stands('TDP-05')]).toEqual([
      [1, 'draft'],
      [null, null],
      [214, 'draft'],
    ])
  })
  it('brings a submitted figure back as submitted', async () => {
    const first = await save([cell('TDP-06', { state: 'submitted' })])
    const etag = first.results[0]?.measurement?.etag
    const second = await save([cell('TDP-06', { etag, numerator: 5 })])
    await undo(second.batch)
    expect(await stands('TDP-06')).toEqual([214, 'submitted'])
  })
  it('leaves what somebody built upon, and says which', async () => {
    const cells = ['TDP-07', 'TDP-08', 'TDP-09'].map((area) => cell(area, { state: 'submitted' }))
    const { batch, results } = await save(cells)
    await approve(results[0]!)
    await save([cell('TDP-08', { etag: results[1]?.measurement?.etag, numerator: 7 })])
    const { results: undone } = await undo(batch)
    const said = undone.map((each: { area: string; code: string | null }) => [each.area, each.code])
    expect(said.sort()).toEqual([
      ['TDP-07', 'batch.built-upon'],
      ['TDP-08', 'batch.built-upon'],
      ['TDP-09', null],
    ])
    expect([await stands('TDP-07'), await stands('TDP-08'), await stands('TDP-09')]).toEqual([
      [214, 'approved'],
      [7, 'draft'],
      [null, null],
    ])
  })
  it('leaves the cells of another department, and of a closed period', async () => {
    const { batch } = await save([cell('TDP-10')])
    const { results } = await undo(batch, officer)
    expect(results).toMatchObject([{ outcome: 'refused', code: 'permission.refused' }])

    const lastYear = await save([cell('TDP-12', { on: '2024-05-05' })])
    await coordinator.post(`${PLAN}/periods`).send({ year: 2024 }).expect(201)
    const { etag } = (await coordinator.get(`${PLAN}/periods/2024`)).body
    await coordinator.post(`${PLAN}/periods/2024/close`).set('if-match', etag).send({}).expect(200)
    expect((await undo(lastYear.batch)).results).toMatchObject([
      { outcome: 'refused', code: 'period.locked', measurement: { numerator: 214, allowedActions: [] } },
    ])
  })
  it('undoes an import that was loaded as submitted', async () => {
    const csv = 'indicator,area,on,numerator,denominator,source\nFB-02,TDP-11,2026-11-14,9,20,Tổ trưởng\n'
    const report = await coordinator
      .post(`${PLAN}/imports?mode=commit`)
      .set('idempotency-key', 'undo-me')
      .set('content-type', 'text/csv')
      .send(csv)
      .expect(200)
    expect(await stands('TDP-11')).toEqual([9, 'submitted'])
    await undo(report.body.id)
    expect(await stands('TDP-11')).toEqual([null, null])
  })
})
