// What is odd is submitted with its line of reason: by whatever door it comes.
import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/measurements`
const house = await startHarness()
const [coordinator, leader] = await Promise.all([house.as('coordinator'), house.as('leader')])
const AREAS = Array.from({ length: 14 }, (_, index) => `TDP-${String(index + 1).padStart(2, '0')}`)

/** Of last year, in force: what this year's figures are compared with. */
const figure = (area: string, numerator: number, on = '2026-11-14') => ({
  indicator: 'FB-02',
  area,
  on,
  numerator,
  denominator: 300,
})
const lastYear = AREAS.map((area) => ({ ...figure(area, 150, '2025-11-14'), state: 'submitted', etag: null }))
const entered = await coordinator.patch(URL).send({ cells: lastYear }).expect(200)
const items = entered.body.results.map(({ measurement: { id, etag } }: { measurement: Stored }) => ({
  id,
  etag,
}))
await leader.post(`${URL}/approve`).send({ items }).expect(200)

interface Stored {
  id: string
  etag: string
  state: string
  reason: string | null
  warnings: { code: string }[]
}

/** Each door takes a figure and a reason (or none), and says what is kept of it, or which checks ask for a reason. */
const DOORS: Record<string, (body: object, reason: string | null) => Promise<Stored | string[]>> = {
  'recorded one by one': async (body, reason) => {
    const { status, body: said } = await coordinator.post(URL).send({ ...body, reason })
    return status === 201 ? said : because(said.errors)
  },
  'sent as a cell': async (body, reason) => {
    const cells = [{ ...body, reason, etag: null, state: 'submitted' }]
    const [result] = (await coordinator.patch(URL).send({ cells }).expect(200)).body.results
    return result.outcome === 'saved' ? result.measurement : because(result.faults)
  },
  'kept as a draft, then submitted': async (body, reason) => {
    const { id, etag } = await draftOf(body, reason)
    const { status, body: said } = await coordinator.post(`${URL}/${id}/submit`).set('if-match', etag)
    if (status === 200) return said
    expect(said.code).toBe('measurement.reason-missing')
    return ['reason-missing']
  },
  'kept as a draft, then submitted with others': async (body, reason) => {
    const { id, etag } = await draftOf(body, reason)
    const answer = await coordinator.post(`${URL}/submit`).send({ items: [{ id, etag }] })
    const [result] = answer.body.results
    return result.code === null ? result.measurement : [result.code.replace('measurement.', '')]
  },
  imported: async (body, reason) => {
    const sheet = `${[...Object.keys(body), 'Lý do'].join()}\n${[...Object.values(body), reason ?? ''].join()}\n`
    const answer = await coordinator
      .post(`${PLAN}/imports?mode=commit`)
      .set('content-type', 'text/csv')
      .set('idempotency-key', crypto.randomUUID())
      .send(sheet)
    if (answer.status !== 200) return because(answer.body.report.errors)
    const { indicator, area, on } = body as { indicator: string; area: string; on: string }
    return (await coordinator.get(URL).query({ indicator, area, from: on, to: on })).body.items[0]
  },
}
const because = (faults: { code: string; params?: { because?: string[] } }[]) =>
  faults.flatMap(({ code, params }) => params?.because ?? [code])
async function draftOf(body: object, reason: string | null): Promise<Stored> {
  const cells = [{ ...body, reason, etag: null, state: 'draft' }]
  const [result] = (await coordinator.patch(URL).send({ cells }).expect(200)).body.results
  return result.measurement
}

describe.each(Object.entries(DOORS))('a figure that is %s', (name, door) => {
  const area = AREAS[Object.keys(DOORS).indexOf(name)] as string
  it('and jumps is not submitted without a reason, and is with one, which the approver sees', async () => {
    const jump = figure(area, 290, '2026-11-01')
    expect(await door(jump, null)).toEqual([expect.stringMatching(/^(jump_points|reason-missing)$/)])
    // What was kept as a draft stays one; the next figure is of another day.
    const kept = await door({ ...jump, on: '2026-11-02' }, 'Doanh nghiệp kéo cáp toàn tổ')
    expect(kept).toMatchObject({
      state: 'submitted',
      reason: 'Doanh nghiệp kéo cáp toàn tổ',
      warnings: [{ code: 'jump_points' }],
    })
  })
  it('and is like the last one, but not the same, is asked for nothing', async () => {
    expect(await door(figure(area, 160, '2026-11-03'), null)).toMatchObject({
      state: 'submitted',
      warnings: [],
    })
  })
})

describe('the areas together, against the ward’s register', () => {
  const submit = async (areas: readonly string[], more: object = {}) => {
    const cells = areas.map((area) => ({ ...figure(area, 155), etag: null, state: 'submitted', ...more }))
    return (await coordinator.patch(URL).send({ cells }).expect(200)).body.results as {
      outcome: string
      faults: { code: string; params: { because: string[] } }[]
      measurement: Stored
    }[]
  }

  it('are asked about once, of the cell that is first among those that complete them', async () => {
    const entries = [
      {
        kind: 'households',
        area: null,
        on: '2026-11-01',
        value: 14 * 300 + 5,
        countedBy: 'Công an',
        etag: null,
      },
    ]
    await coordinator.post(`${PLAN}/denominators`).send({ entries }).expect(200)
    const [first, ...others] = AREAS as [string, ...string[]]
    // Some of the areas cannot exceed the ward: nothing is odd yet.
    expect((await submit(others.slice(2))).map(({ outcome }) => outcome)).toEqual(Array(11).fill('saved'))
    const open = [first, ...others.slice(0, 2)]
    const [refused, ...taken] = await submit(open)
    expect(refused).toMatchObject({
      outcome: 'rejected',
      faults: [{ code: 'reason_missing', params: { because: ['areas_against_register'] } }],
    })
    expect(taken.map(({ outcome }) => outcome)).toEqual(['saved', 'saved'])
    const record = await coordinator.post(URL).send(figure(first, 155))
    expect([record.status, record.body.code]).toEqual([422, 'measurement.reason-missing'])
    const [kept] = await submit([first], { reason: 'Sổ hộ chưa tách 5 hộ mới' })
    expect(kept?.measurement).toMatchObject({
      state: 'submitted',
      warnings: [{ code: 'areas_against_register' }],
    })
  })
})

it('an area that itself is what is counted is one of one, by whatever door', async () => {
  const wrong = { indicator: 'FB-01', area: 'TDP-01', on: '2026-11-14', numerator: 1, denominator: 3 }
  const one = await coordinator.post(URL).send(wrong).expect(422)
  expect(one.body.errors).toMatchObject([{ pointer: '/denominator', code: 'one_expected' }])
  expect(await DOORS['sent as a cell']?.(wrong, null)).toEqual(['one_expected'])
  expect(await DOORS.imported?.(wrong, null)).toEqual(['one_expected'])
  const ward = { ...wrong, area: null, numerator: 12, denominator: 14 }
  expect(await DOORS['sent as a cell']?.(ward, null)).toMatchObject({ state: 'submitted' })
})
