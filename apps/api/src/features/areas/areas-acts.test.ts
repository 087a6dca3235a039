import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/areas`
const house = await startHarness()
const [coordinator, leader, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('officer'),
  house.as('viewer'),
])
const ON = '2026-07-01'
const to = { code: 'TDP-15', name: 'Tổ dân phố 15' }
const codesOn = async (asOf: string): Promise<string[]> =>
  (await viewer.get(URL).query({ asOf }).expect(200)).body.items.map((each: { code: string }) => each.code)

describe('an act on areas', () => {
  const acts = [
    ['openAreas', URL, { on: ON, areas: [to] }],
    ['mergeAreas', `${URL}/merge`, { on: ON, from: ['TDP-01', 'TDP-02'], to }],
    ['splitArea', `${URL}/TDP-01/split`, { on: ON, to: [to, { code: 'TDP-16', name: 'Tổ dân phố 16' }] }],
    ['renameArea', `${URL}/TDP-01/rename`, { on: ON, name: 'Tổ Hòa Bình' }],
    ['closeArea', `${URL}/TDP-01/close`, { on: ON }],
  ] as const
  it.each(acts)(
    '%s asks a stranger to sign in, and refuses who does not keep the register',
    async (_name, address, body) => {
      await house.anyone.post(address).send(body).expect(401)
      for (const agent of [officer, leader, viewer]) await agent.post(address).send(body).expect(403)
      await coordinator
        .post(address)
        .send({ ...body, unheard: 1 })
        .expect(400)
    },
  )
  it('says what is wrong with its place, and changes nothing', async () => {
    const before = (await viewer.get(PLAN)).body.revision
    const { body } = await coordinator
      .post(`${URL}/merge`)
      .send({ on: ON, from: ['TDP-01', 'TDP-99'], to: { code: 'TDP-03', name: 'Tổ X' } })
      .expect(422)
    expect(body.code).toBe('area.faulty')
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/from/1', 'unknown_area'],
      ['/to/0/code', 'duplicate_code'],
    ])
    expect((await viewer.get(PLAN)).body.revision).toBe(before)
  })
})

describe('mergeAreas', () => {
  const record = (area: string, on: string, numerator: number, denominator: number) =>
    coordinator
      .post(`${PLAN}/measurements`)
      .send({ indicator: 'FB-02', area, on, numerator, denominator })
      .expect(201)
  it('keeps the figures of the old areas, goes on with the new one, and the plan file comes round', async () => {
    const first = (await record('TDP-01', '2026-06-01', 50, 100)).body
    await leader.post(`${PLAN}/measurements/${first.id}/approve`).set('if-match', first.etag).expect(200)
    const before = (await viewer.get(PLAN)).body.revision
    const { body } = await coordinator
      .post(`${URL}/merge`)
      .send({ on: ON, from: ['TDP-01', 'TDP-02'], to, legalBasis: 'Nghị quyết 12/NQ-HĐND' })
      .expect(200)
    expect(body.events).toEqual([
      {
        kind: 'merged',
        on: ON,
        from: ['TDP-01', 'TDP-02'],
        to: ['TDP-15'],
        legalBasis: 'Nghị quyết 12/NQ-HĐND',
      },
    ])
    expect((await viewer.get(PLAN)).body.revision).toBe(before + 1)
    expect(await codesOn('2026-06-30')).toHaveLength(14)
    expect(await codesOn(ON)).toHaveLength(13)
    expect(await codesOn(ON)).not.toContain('TDP-01')

    const second = (await record('TDP-15', '2026-11-14', 130, 200)).body
    await leader.post(`${PLAN}/measurements/${second.id}/approve`).set('if-match', second.etag).expect(200)
    const { points } = (await viewer.get(`${PLAN}/indicators/FB-02/series`)).body
    expect(
      points.map((point: { on: string; numerator: number; coverage: object }) => [
        point.on,
        point.numerator,
        point.coverage,
      ]),
    ).toEqual([['2026-11-14', 130, { reported: 1, expected: 13 }]])
    const june = (await viewer.get(`${PLAN}/indicators/FB-02`).query({ asOf: '2026-06-30' })).body
    expect(june.areas.find((each: { code: string }) => each.code === 'TDP-01')).toMatchObject({
      numerator: 50,
    })

    const file = await coordinator.get(`${PLAN}/file`).expect(200)
    expect(file.body.areaEvents).toHaveLength(1)
    const again = await coordinator.put(`${PLAN}/file?mode=validate`).send(file.body).expect(200)
    expect(again.body.differences).toEqual([])
    const { rows } = await house.database.pool.query(
      `select action, reason from audit_event where resource = 'area'`,
    )
    expect(rows).toEqual([{ action: 'area.merge', reason: 'Nghị quyết 12/NQ-HĐND' }])
  })
  it('is done once by those who do it at once', async () => {
    const body = { on: ON, from: ['TDP-03', 'TDP-04'], to: { code: 'TDP-20', name: 'Tổ dân phố 20' } }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => coordinator.post(`${URL}/merge`).send(body)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
  })
})

describe('renameArea', () => {
  it('keeps the old name for the days before', async () => {
    await coordinator.post(`${URL}/TDP-05/rename`).send({ on: ON, name: 'Tổ Hòa Bình' }).expect(200)
    const nameOn = async (asOf: string) =>
      (await viewer.get(URL).query({ asOf })).body.items.find(
        (each: { code: string }) => each.code === 'TDP-05',
      ).name
    expect([await nameOn('2026-06-30'), await nameOn(ON)]).toEqual(['Tổ dân phố 5', 'Tổ Hòa Bình'])
  })
})
