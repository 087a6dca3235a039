import { describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/checklists`
const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
/** CR-01 is the officer's own; SEC-01 is not. */
const OWN = `${URL}/CR-01`
const save = (agent: typeof coordinator, url: string, ...items: object[]) => agent.patch(url).send({ items })
const SO_KHAI_SINH = { code: 'KS-2010', name: 'Sổ khai sinh 2010', etag: null }

describe('listChecklists', () => {
  it('has a list for every indicator whose units have names, and for the task that names its parts', async () => {
    await house.anyone.get(URL).expect(401)
    const { body } = await viewer.get(URL).expect(200)
    const codes = body.items.map((each: { code: string }) => each.code)
    expect(codes).toEqual(expect.arrayContaining(['DP-01', 'DP-03', 'SEC-01', 'NET-01', 'CR-01', 'NV-09']))
    expect(codes).not.toContain('FB-01')
    expect(codes).not.toContain('FB-02')
  })
  it('proposes what the plan names: the nine platforms of III.9, the sections of the ward', async () => {
    const platforms = (await viewer.get(`${URL}/NV-09`).expect(200)).body
    expect(platforms.proposals).toHaveLength(9)
    expect((await viewer.get(`${URL}/DP-01`)).body.proposals.length).toBeGreaterThan(5)
    await viewer.get(`${URL}/FB-02`).expect(404)
  })
})

describe('saveChecklist', () => {
  it('asks a stranger to sign in, refuses a viewer and another department', async () => {
    await house.anyone
      .patch(OWN)
      .send({ items: [SO_KHAI_SINH] })
      .expect(401)
    await save(viewer, OWN, SO_KHAI_SINH).expect(403)
    await save(officer, `${URL}/SEC-01`, SO_KHAI_SINH).expect(403)
    await save(coordinator, `${URL}/FB-02`, SO_KHAI_SINH).expect(404)
    await save(officer, OWN, { ...SO_KHAI_SINH, code: 'Sổ 1' }).expect(400)
  })
  it('adds items and ticks them, each with its outcome; an audit row for each that changed', async () => {
    const { body } = await save(
      officer,
      OWN,
      { ...SO_KHAI_SINH, status: 'done', since: '2026-03-01', note: 'Đã quét' },
      { code: 'KS-2011', name: 'Sổ khai sinh 2011', etag: null },
      { code: 'KS-2012', etag: null },
      { ...SO_KHAI_SINH },
      { code: 'KS-2013', name: 'Sổ 2013', status: 'done', since: '2026-12-01', etag: null },
      { code: 'KS-2014', name: 'Sổ 2014', status: 'done', etag: null },
    ).expect(200)
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'created',
      'created',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
    ])
    expect(
      body.results.flatMap(({ faults }: { faults: { pointer: string; code: string }[] }) =>
        faults.map(({ pointer, code }) => `${pointer} ${code}`),
      ),
    ).toEqual([
      '/items/2/name required',
      '/items/3/code duplicate_key',
      '/items/4/since future_day',
      '/items/5/since since_missing',
    ])
    const { rows } = await house.database.pool.query(
      `select after->>'status' as status from audit_event where action = 'checklist.save' order by seq`,
    )
    expect(rows.map(({ status }: { status: string }) => status)).toEqual(['done', null])
  })
  it('counts: done, missing by name, not reviewed', async () => {
    const { body } = await viewer.get(OWN).expect(200)
    expect(body).toMatchObject({
      counts: { all: 2, done: 1, missing: 1, unreviewed: 1, notApplicable: 0 },
      figure: null,
      allowedActions: [],
    })
    expect((await viewer.get(OWN).query({ asOf: '2026-02-28' })).body.counts.done).toBe(0)
    expect((await officer.get(OWN)).body.allowedActions).toContain('checklist.save')
  })
  it('keeps both where somebody else was faster, and writes nothing for what is so already', async () => {
    const [first] = (await viewer.get(OWN)).body.items
    const same = { code: first.code, status: 'done', since: '2026-03-01', note: 'Đã quét', etag: first.etag }
    expect((await save(officer, OWN, same)).body.results[0].outcome).toBe('unchanged')
    const changed = { ...same, status: 'not_done', since: '2026-06-01' }
    expect((await save(officer, OWN, changed)).body.results[0].outcome).toBe('saved')
    const late = (await save(coordinator, OWN, { ...changed, since: '2026-07-01' })).body.results[0]
    expect([late.outcome, late.item.since]).toEqual(['conflict', '2026-06-01'])
  })
  it('moves a saying to another day, takes one back, and forgets neither', async () => {
    const read = async () => (await viewer.get(OWN)).body.items[0]
    const moved = {
      code: 'KS-2010',
      status: 'not_done',
      since: '2026-05-01',
      replaces: '2026-06-01',
      etag: (await read()).etag,
    }
    await save(officer, OWN, moved).expect(200)
    expect(await read()).toMatchObject({ status: 'not_done', since: '2026-05-01' })
    await save(officer, OWN, {
      code: 'KS-2010',
      status: null,
      replaces: '2026-05-01',
      etag: (await read()).etag,
    }).expect(200)
    expect(await read()).toMatchObject({ status: 'done', since: '2026-03-01' })
    const { body } = await viewer.get(`${OWN}/items/KS-2010/history`).expect(200)
    expect(
      body.items.map((each: { status: string; since: string; supersededBy: string | null }) => [
        each.status,
        each.since,
        each.supersededBy,
      ]),
    ).toEqual([
      ['not_done', '2026-05-01', 'Võ Đình An'],
      ['not_done', '2026-06-01', 'Võ Đình An'],
      ['done', '2026-03-01', null],
    ])
    await viewer.get(`${OWN}/items/XX/history`).expect(404)
  })
  it('loses no tick when twenty people tick twenty items of one list at once', async () => {
    const items = Array.from({ length: 20 }, (_, index) => ({
      code: `M-${index}`,
      name: `Máy ${index}`,
      etag: null,
    }))
    const { body } = await save(coordinator, `${URL}/SEC-01`, ...items).expect(200)
    const ticks = body.results.map(({ item }: { item: { code: string; etag: string } }) =>
      save(coordinator, `${URL}/SEC-01`, {
        code: item.code,
        status: 'done',
        since: '2026-11-01',
        etag: item.etag,
      }),
    )
    const answers = await Promise.all(ticks)
    expect(answers.every((answer) => answer.body.results[0].outcome === 'saved')).toBe(true)
    expect((await viewer.get(`${URL}/SEC-01`)).body).toMatchObject({
      counts: { all: 20, done: 20 },
      figure: { numerator: 20, denominator: 20 },
    })
  })
})

describe('recordFromChecklist', () => {
  it('is for who may enter the figure, and makes none of a list that is not finished', async () => {
    await house.anyone.post(`${OWN}/figure`).send({}).expect(401)
    await viewer.post(`${OWN}/figure`).send({}).expect(403)
    const { body } = await officer.post(`${OWN}/figure`).send({}).expect(422)
    expect(body).toMatchObject({ code: 'checklist.unfinished', because: 'unreviewed', unreviewed: 1 })
    await officer.post(`${URL}/NV-09/figure`).send({}).expect(404)
    expect((await officer.post(`${URL}/SEC-01/figure`).send({})).status).toBe(422)
  })
  it('submits what the list stands for on the cut-off, once, and again when the list has changed', async () => {
    const take = () => coordinator.post(`${URL}/SEC-01/figure`).send({}).expect(200)
    expect((await take()).body).toEqual({
      on: '2026-11-14',
      numerator: 20,
      denominator: 20,
      outcome: 'saved',
    })
    expect((await take()).body.outcome).toBe('unchanged')
    const read = async () =>
      (await viewer.get(`${PLAN}/measurements`).query({ indicator: 'SEC-01' })).body.items
    const [figure] = await read()
    expect(figure).toMatchObject({ state: 'submitted', numerator: 20, source: 'Danh mục', on: '2026-11-14' })
    await leader.post(`${PLAN}/measurements/${figure.id}/approve`).set('if-match', figure.etag).expect(200)
    const [item] = (await viewer.get(`${URL}/SEC-01`)).body.items
    await save(coordinator, `${URL}/SEC-01`, {
      code: item.code,
      status: 'not_done',
      since: '2026-11-02',
      etag: item.etag,
    })
    expect((await take()).body).toMatchObject({ numerator: 19, outcome: 'saved' })
    expect(
      (await read()).map((each: { state: string; numerator: number }) => [each.state, each.numerator]),
    ).toEqual(
      expect.arrayContaining([
        ['approved', 20],
        ['submitted', 19],
      ]),
    )
  })
})

describe('evidence of an item', () => {
  it('belongs to the department of the list', async () => {
    const link = { resource: 'checklist-item', code: 'CR-01/KS-2010', year: 2026, url: 'https://a.vn/1' }
    await officer.post(`${PLAN}/evidence/links`).send(link).expect(201)
    await officer
      .post(`${PLAN}/evidence/links`)
      .send({ ...link, code: 'SEC-01/M-1' })
      .expect(403)
    await officer
      .post(`${PLAN}/evidence/links`)
      .send({ ...link, code: 'CR-01/XX' })
      .expect(404)
  })
})
