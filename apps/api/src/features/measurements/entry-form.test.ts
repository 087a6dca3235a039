import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/entry-forms`
const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
const approved = async (figure: object) => {
  const { body } = await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
  await leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag).expect(200)
}
const pair = { indicator: 'FB-02', area: 'TDP-01', numerator: 100, denominator: 200 }
const cellOf = async (year: number, area = 'TDP-01') => {
  const { body } = await coordinator.get(`${URL}/${year}`).query({ indicator: 'FB-02' }).expect(200)
  return body.indicators[0].cells.find((each: { area: { code: string } }) => each.area.code === area)
}

describe('getEntryForm', () => {
  it('asks a stranger to sign in, and does not know what there is not', async () => {
    await house.anyone.get(`${URL}/2026`).expect(401)
    await viewer.get(`${URL}/year`).expect(400)
    await viewer.get(`${URL}/2026`).query({ indicator: 'XX-1' }).expect(404)
  })
  it('has a cell for each area, empty, on the day of the cut-off', async () => {
    const { body } = await coordinator.get(`${URL}/2026`).query({ indicator: 'FB-02' }).expect(200)
    const [form] = body.indicators
    expect(form).toMatchObject({ kind: 'pair', on: '2026-11-14', lock: null, expected: 14 })
    expect(form.cells).toHaveLength(14)
    expect(form.cells[13]).toMatchObject({ on: '2026-11-14', etag: null, measurement: null, last: null })
    expect(form.allowedActions).toContain('measurement.save')
  })
  it('says which kind of cell it is', async () => {
    const query = { indicator: ['MB-01', 'DP-01', 'SEC-02'] }
    const { body } = await coordinator.get(`${URL}/2026`).query(query).expect(200)
    const kinds = body.indicators.map((each: { kind: string }) => each.kind)
    expect(kinds).toEqual(['yes_no', 'ward_pair', 'qualitative'])
  })
  it('gives an officer the indicators of their own department, and a viewer none', async () => {
    const own = await officer.get(`${URL}/2026`).expect(200)
    expect(own.body.indicators.map((each: { code: string }) => each.code)).toEqual(['CR-01'])
    expect((await viewer.get(`${URL}/2026`).expect(200)).body.indicators).toEqual([])
    const other = await officer.get(`${URL}/2026`).query({ indicator: 'FB-02' }).expect(200)
    expect(other.body.indicators[0].allowedActions).toEqual([])
  })
  it('shows the figure of the year before beside the cell, and a count of the spring as the last one', async () => {
    await approved({ ...pair, on: '2025-11-30' })
    expect(await cellOf(2026)).toMatchObject({ etag: null, last: { on: '2025-11-30', numerator: 100 } })
    await approved({ ...pair, on: '2026-03-01', numerator: 110 })
    expect(await cellOf(2026)).toMatchObject({ on: '2026-11-14', last: { on: '2026-03-01', numerator: 110 } })
    expect(await cellOf(2025)).toMatchObject({
      on: '2025-11-30',
      measurement: { numerator: 100 },
      last: null,
    })
  })
  it('finds the figure that was saved, on its own day, and the approved one under a correction', async () => {
    const cell = { ...pair, on: '2026-10-20', etag: null, numerator: 120, state: 'draft' }
    await coordinator
      .patch(`${PLAN}/measurements`)
      .send({ cells: [cell] })
      .expect(200)
    expect(await cellOf(2026)).toMatchObject({
      on: '2026-10-20',
      etag: '"1.1"',
      measurement: { state: 'draft' },
    })
    await approved({ ...pair, area: 'TDP-02', on: '2026-11-14', numerator: 130 })
    const { etag } = await cellOf(2026, 'TDP-02')
    const change = { ...cell, area: 'TDP-02', on: '2026-11-14', numerator: 131, etag }
    await coordinator
      .patch(`${PLAN}/measurements`)
      .send({ cells: [change] })
      .expect(200)
    expect(await cellOf(2026, 'TDP-02')).toMatchObject({
      measurement: { numerator: 131, state: 'draft' },
      inForce: { numerator: 130, state: 'approved' },
    })
  })
  it('dates a figure of a year whose cut-off has not come today', async () => {
    house.clock = new Date('2026-09-01T03:00:00Z')
    expect((await cellOf(2026, 'TDP-03')).on).toBe('2026-09-01')
  })
})
