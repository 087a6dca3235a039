import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/completeness`
const house = await startHarness()
const [coordinator, viewer] = await Promise.all([house.as('coordinator'), house.as('viewer')])
interface Counts {
  expected: number
  missing: number
}
const read = async (query: object = {}) => (await viewer.get(URL).query(query).expect(200)).body

describe('getCompleteness', () => {
  it('asks a stranger to sign in, and refuses a year that there cannot be', async () => {
    await house.anyone.get(URL).expect(401)
    await viewer.get(URL).query({ year: 'now' }).expect(400)
  })
  it('counts the cells of this year by department, indicator and area, and the last day', async () => {
    const body = await read()
    expect(body.year).toBe(2026)
    const sum = (counts: readonly { counts: Counts }[]) =>
      counts.reduce((total, each) => total + each.counts.expected, 0)
    expect([sum(body.departments), sum(body.indicators)]).toEqual([body.total.expected, body.total.expected])
    const culture = body.departments.find(
      (each: { department: { code: string } }) => each.department?.code === 'VH-TT',
    )
    expect(culture).toMatchObject({ lastDay: '2026-11-30', exempt: null })
    expect(body.areas).toHaveLength(14)
  })
  it('follows what is entered, and names the cells that are open', async () => {
    const cell = { indicator: 'FB-02', on: '2026-11-14', etag: null, numerator: 1, denominator: 2 }
    const cells = [
      { ...cell, area: 'TDP-01', state: 'submitted' },
      { ...cell, area: 'TDP-02', state: 'draft' },
    ]
    const { etag = '' } = (await viewer.get(URL)).headers
    await viewer.get(URL).set('if-none-match', etag).expect(304)
    await coordinator.patch(`${PLAN}/measurements`).send({ cells }).expect(200)
    await viewer.get(URL).set('if-none-match', etag).expect(200)
    const body = await read({ year: 2026 })
    const fibre = body.indicators.find((each: { code: string }) => each.code === 'FB-02')
    expect(fibre.counts).toMatchObject({ expected: 14, missing: 12, draft: 1, submitted: 1 })
    expect(fibre.open).toContainEqual({ area: 'TDP-02', state: 'draft' })
    expect(fibre.open).not.toContainEqual(expect.objectContaining({ area: 'TDP-01' }))
    expect((await read({ year: 2025 })).total.submitted).toBe(0)
  })
})

describe('getApprovalQueue', () => {
  const QUEUE = `${PLAN}/approval-queue`
  it('asks a stranger to sign in', async () => {
    await house.anyone.get(QUEUE).expect(401)
  })
  it('has what was submitted, beside the last figure, by year, department and indicator', async () => {
    const cell = {
      indicator: 'FB-02',
      area: 'TDP-05',
      etag: null,
      numerator: 100,
      denominator: 200,
      state: 'submitted',
    }
    const cells = [{ ...cell, on: '2025-11-30' }]
    const saved = await coordinator.patch(`${PLAN}/measurements`).send({ cells }).expect(200)
    const { id, etag } = saved.body.results[0].measurement
    const leader = await house.as('leader')
    await leader
      .post(`${PLAN}/measurements/approve`)
      .send({ items: [{ id, etag }] })
      .expect(200)
    const now = [{ ...cell, on: '2026-11-14', numerator: 180, reason: 'Kéo thêm tuyến cáp' }]
    await coordinator.patch(`${PLAN}/measurements`).send({ cells: now }).expect(200)
    const { body } = await leader.get(QUEUE).query({ indicator: 'FB-02', year: 2026 }).expect(200)
    const found = body.items.find((each: { area: { code: string } }) => each.area.code === 'TDP-05')
    expect(found).toMatchObject({
      measurement: { numerator: 180, reason: 'Kéo thêm tuyến cáp', warnings: [{ code: 'jump_points' }] },
      last: { on: '2025-11-30', numerator: 100 },
      inForce: null,
      owner: { code: 'VH-TT' },
    })
    expect(found.measurement.allowedActions).toContain('measurement.approve')
    const none = await leader.get(QUEUE).query({ department: 'CA' }).expect(200)
    expect(none.body).toEqual({ total: 0, items: [] })
  })
})
