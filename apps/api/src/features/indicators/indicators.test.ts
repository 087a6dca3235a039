import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, leader, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('officer'),
  house.as('viewer'),
])
const URL = `${PLAN}/indicators`

interface Wire {
  code: string
  group: string
  status: string
}

async function approved(figure: object): Promise<void> {
  const explained = { reason: 'Đã đấu nối thêm', ...figure }
  const { body } = await coordinator.post(`${PLAN}/measurements`).send(explained).expect(201)
  await leader.post(`${PLAN}/measurements/${body.id}/approve`).set('if-match', body.etag).expect(200)
}

await approved({ indicator: 'DP-01', on: '2026-03-01', numerator: 4, denominator: 10 })
await approved({ indicator: 'DP-01', on: '2026-11-14', numerator: 10, denominator: 10 })
await approved({ indicator: 'FB-02', area: 'TDP-01', on: '2026-11-14', numerator: 150, denominator: 200 })
await approved({ indicator: 'FB-02', area: 'TDP-02', on: '2026-11-14', numerator: 50, denominator: 200 })

describe('listIndicators', () => {
  const codes = async (query: object) =>
    (await viewer.get(URL).query(query).expect(200)).body.items.map((each: Wire) => each.code)

  it('asks a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
  })
  it('lists all of the plan, in its order', async () => {
    const all = await codes({})
    expect(all).toHaveLength(21)
    expect(all.slice(0, 2)).toEqual(['MB-01', 'MB-02'])
  })
  it('keeps to a group, to states, and to both', async () => {
    expect(await codes({ group: 'FB' })).toEqual(['FB-01', 'FB-02'])
    expect(await codes({ status: 'awaiting_final' })).toEqual(['DP-01'])
    expect(await codes({ status: ['awaiting_final', 'insufficient_data'] })).toEqual(['FB-02', 'DP-01'])
    expect(await codes({ group: 'FB', status: 'awaiting_final' })).toEqual([])
  })
  it.each([{ status: 'splendid' }, { asOf: '2026-13-01' }, { unheard: 1 }])('refuses %o', async (query) => {
    await viewer.get(URL).query(query).expect(400)
  })
  it('answers 304 until a figure changes', async () => {
    const { etag = '' } = (await viewer.get(URL)).headers
    await viewer.get(URL).set('if-none-match', etag).expect(304)
    await approved({ indicator: 'DP-03', on: '2026-11-14', numerator: 1, denominator: 2 })
    await viewer.get(URL).set('if-none-match', etag).expect(200)
  })
})

describe('getIndicator', () => {
  it('does not know a code of another plan', async () => {
    expect((await viewer.get(`${URL}/RAC-1`).expect(404)).body.code).toBe('indicator.not-found')
  })
  it('pools the areas and says which are still missing', async () => {
    const { body } = await viewer.get(`${URL}/FB-02`).expect(200)
    expect(body).toMatchObject({
      value: 50,
      numerator: 200,
      denominator: 400,
      coverage: { reported: 2, expected: 14 },
    })
    const shown = body.areas.map((area: { code: string; value: number | null }) => [area.code, area.value])
    expect(shown).toHaveLength(14)
    expect(shown.slice(0, 3)).toEqual([
      ['TDP-02', 25],
      ['TDP-01', 75],
      ['TDP-03', null],
    ])
  })
  it('says "no value" with null, never with a zero', async () => {
    const { body } = await viewer.get(`${URL}/DP-02a`).expect(200)
    for (const field of [
      'value',
      'numerator',
      'denominator',
      'measuredOn',
      'expected',
      'forecast',
      'paceRatio',
    ])
      expect([field, body[field]]).toEqual([field, null])
  })
  it('reads the past as it was known to be on that day', async () => {
    const at = async (asOf: string) => (await viewer.get(`${URL}/DP-01`).query({ asOf }).expect(200)).body
    expect(await at('2026-02-28')).toMatchObject({ value: null, status: 'no_data' })
    expect(await at('2026-03-01')).toMatchObject({ value: 40, measuredOn: '2026-03-01' })
    expect(await at('2026-11-14')).toMatchObject({ value: 100, status: 'awaiting_final' })
  })
  it('does not let a fuller count of later in the year hide what was known until then', async () => {
    const partial = { indicator: 'MB-02', numerator: 10, denominator: 20 }
    await approved({ ...partial, area: 'TDP-01', on: '2026-03-01' })
    for (const area of ['TDP-01', 'TDP-02', 'TDP-03']) await approved({ ...partial, area, on: '2026-11-14' })
    const { body } = await viewer.get(`${URL}/MB-02`).query({ asOf: '2026-04-01' }).expect(200)
    expect(body).toMatchObject({ value: 50, measuredOn: '2026-03-01', coverage: { reported: 1 } })
    expect(body.areas.filter((area: { on: string | null }) => area.on !== null)).toHaveLength(1)
  })
  it('tells each caller what they may do, and never another one what was told to the first', async () => {
    const own = await officer.get(`${URL}/CR-01`).expect(200)
    expect(own.body.allowedActions).toContain('measurement.record')
    const foreign = await viewer
      .get(`${URL}/CR-01`)
      .set('if-none-match', own.headers.etag ?? '')
      .expect(200)
    expect(foreign.body.allowedActions).toEqual([])
    expect((await officer.get(`${URL}/FB-02`)).body.allowedActions).not.toContain('measurement.record')
  })
  it('gives no 304 to somebody whose roles have changed since', async () => {
    const agent = await house.signIn('finance')
    const { etag = '' } = (await agent.get(`${URL}/CR-01`)).headers
    await agent.get(`${URL}/CR-01`).set('if-none-match', etag).expect(304)
    await house.database.pool.query(`update role_grant set role = 'coordinator' where role = 'finance'`)
    const { body } = await agent.get(`${URL}/CR-01`).set('if-none-match', etag).expect(200)
    expect(body.allowedActions).toContain('measurement.record')
  })
})

describe('what does not apply, is estimated, or is judged in words', () => {
  const saved = async (cell: object) => {
    const cells = [
      { area: null, on: '2026-11-14', etag: null, reason: 'đã đối chiếu', state: 'submitted', ...cell },
    ]
    const { body } = await coordinator.patch(`${PLAN}/measurements`).send({ cells }).expect(200)
    const { id, etag } = body.results[0].measurement
    await leader.post(`${PLAN}/measurements/${id}/approve`).set('if-match', etag).expect(200)
  }
  it('leaves an area out of the sum and of the expected coverage', async () => {
    await saved({ indicator: 'MB-04', area: 'TDP-01', numerator: 10, denominator: 20 })
    await saved({ indicator: 'MB-04', area: 'TDP-02', notApplicable: true })
    const { body } = await viewer.get(`${URL}/MB-04`).expect(200)
    expect(body).toMatchObject({ numerator: 10, denominator: 20, coverage: { reported: 1, expected: 13 } })
    const area = body.areas.find((each: { code: string }) => each.code === 'TDP-02')
    expect(area).toMatchObject({ notApplicable: true, value: null })
  })
  it('takes an indicator of the whole ward out of the count', async () => {
    await saved({ indicator: 'DP-06', notApplicable: true })
    const { body } = await viewer.get(`${URL}/DP-06`).expect(200)
    expect(body).toMatchObject({ status: 'not_applicable', reason: 'declared_not_applicable' })
  })
  it('marks as provisional what rests on an estimate', async () => {
    await saved({ indicator: 'SEC-01', numerator: 10, denominator: 40, method: 'estimated' })
    const { body } = await viewer.get(`${URL}/SEC-01`).expect(200)
    expect(body).toMatchObject({ estimated: true, provisional: true })
    const series = await viewer.get(`${URL}/SEC-01/series`).expect(200)
    expect(series.body.points).toMatchObject([{ estimated: true }])
    const { counts } = (await viewer.get(`${PLAN}/summary`).expect(200)).body
    expect(counts.provisional).toBeGreaterThan(0)
  })
  it('takes the state and the words of what is judged in words', async () => {
    await saved({ indicator: 'SEC-02', qualitative: 'in_progress', note: 'Đã có lớp 1 và 2' })
    const { body } = await viewer.get(`${URL}/SEC-02`).expect(200)
    expect(body).toMatchObject({
      status: 'insufficient_data',
      reason: 'qualitative_in_progress',
      qualitative: { state: 'in_progress', on: '2026-11-14', note: 'Đã có lớp 1 và 2' },
    })
    await saved({ indicator: 'NET-02', qualitative: 'done' })
    expect((await viewer.get(`${URL}/NET-02`)).body.status).toBe('achieved')
  })
})

describe('getIndicatorSeries', () => {
  it('has every point, the path to the targets, and nothing later than the day asked for', async () => {
    const all = await viewer.get(`${URL}/DP-01/series`).expect(200)
    expect(all.body.points).toMatchObject([
      { on: '2026-03-01', value: 40 },
      { on: '2026-11-14', value: 100 },
    ])
    expect(all.body.path.length).toBeGreaterThan(0)
    const past = await viewer.get(`${URL}/DP-01/series`).query({ asOf: '2026-06-01' }).expect(200)
    expect(past.body.points).toHaveLength(1)
    await viewer
      .get(`${URL}/DP-01/series`)
      .set('if-none-match', all.headers.etag ?? '')
      .expect(304)
  })
})
