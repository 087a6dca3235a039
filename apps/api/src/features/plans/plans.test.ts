import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'
import { PLAN_FILE } from '../../paths.ts'

const house = await startHarness()
const [coordinator, officer, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('viewer'),
])
const FILE = `${PLAN}/file`
const COMMIT = `${FILE}?mode=commit`

interface PlanFile {
  [field: string]: unknown
  shortTitle: string
  indicators: { code: string; name: string }[]
}
async function exported(): Promise<{ file: PlanFile; etag: string }> {
  const { body, headers } = await coordinator.get(FILE).expect(200)
  return { file: body, etag: headers.etag ?? '' }
}
const revision = async (): Promise<number> => (await viewer.get(PLAN).expect(200)).body.revision

describe('listPlans and getPlan', () => {
  it('ask a stranger to sign in', async () => {
    await house.anyone.get(`${API}/plans`).expect(401)
    await house.anyone.get(PLAN).expect(401)
  })
  it('show the plan with its document, milestones and groups', async () => {
    const { body } = await viewer.get(PLAN).expect(200)
    expect(body).toMatchObject({
      code: 'chanh-lo-hts',
      issuer: 'Ủy ban nhân dân phường Chánh Lộ',
      document: { number: null, issuedOn: null },
      milestones: [{ on: '2025-12-31' }, { on: '2030-12-31' }],
    })
    expect((await viewer.get(`${API}/plans`)).body.items.map((each: { code: string }) => each.code)).toEqual([
      'chanh-lo-hts',
    ])
  })
  it('answer 304 for the version that is known, and no longer once something changed', async () => {
    const { etag = '' } = (await viewer.get(PLAN)).headers
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
      await viewer.get(PLAN).set('if-none-match', known).expect(304, '')
    const { file, etag: seen } = await exported()
    await coordinator
      .put(COMMIT)
      .set('if-match', seen)
      .send({ ...file, shortTitle: 'Đổi tên' })
      .expect(200)
    await viewer.get(PLAN).set('if-none-match', etag).expect(200)
  })
})

describe('exportPlanFile', () => {
  it('is the file that was loaded, with the areas that were added', async () => {
    const { file } = await exported()
    const loaded = JSON.parse(await readFile(PLAN_FILE, 'utf8'))
    for (const part of ['indicators', 'tasks', 'departments', 'deadlines', 'document', 'holidays'])
      expect(file[part]).toEqual(loaded[part])
  })
  it('keeps its ETag while only figures change', async () => {
    const { etag } = await exported()
    const figure = { indicator: 'DP-01', on: '2026-11-14', numerator: 1, denominator: 2 }
    await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    await coordinator.get(FILE).set('if-none-match', etag).expect(304)
  })
})

describe('replacePlan', () => {
  it('is not for a stranger, a viewer or an officer', async () => {
    await house.anyone.put(FILE).send({}).expect(401)
    for (const agent of [viewer, officer]) await agent.put(FILE).send({}).expect(403)
  })
  it('points to every fault of the file', async () => {
    const { file } = await exported()
    const [first, ...others] = file.indicators
    const faulty = {
      ...file,
      startsOn: '2023-02-30',
      indicators: [{ ...first, group: 'XX', unheard: 1 }, ...others],
    }
    const { body } = await coordinator.put(FILE).send(faulty).expect(422)
    expect(body.code).toBe('plan-file.faulty')
    const found = body.errors.map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`)
    expect(found).toEqual(
      expect.arrayContaining(['/startsOn not_a_day', '/indicators/0/unheard unknown_field']),
    )
  })
  it('refuses the file of another plan', async () => {
    const { file } = await exported()
    const { body } = await coordinator
      .put(FILE)
      .send({ ...file, code: 'another' })
      .expect(422)
    expect(body.errors).toMatchObject([{ pointer: '/code', code: 'not_this_plan' }])
  })
  it('says what would change without changing it', async () => {
    const { file, etag } = await exported()
    const before = await revision()
    for (const url of [FILE, `${FILE}?mode=validate`]) {
      const { body } = await coordinator
        .put(url)
        .send({ ...file, shortTitle: 'Tên khác' })
        .expect(200)
      expect(body).toEqual({
        mode: 'validate',
        differences: [{ path: 'shortTitle', change: 'changed', before: file.shortTitle, after: 'Tên khác' }],
      })
    }
    expect([await revision(), (await exported()).etag]).toEqual([before, etag])
  })
  it('wants to know which version was seen', async () => {
    const { file } = await exported()
    expect((await coordinator.put(COMMIT).send(file).expect(428)).body.code).toBe('version.required')
    await coordinator.put(COMMIT).set('if-match', '"old"').send(file).expect(412)
  })
  it('changes nothing when what was exported is loaded', async () => {
    const { file, etag } = await exported()
    const before = await revision()
    const { body } = await coordinator.put(COMMIT).set('if-match', etag).send(file).expect(200)
    expect(body).toEqual({ mode: 'commit', differences: [] })
    expect(await revision()).toBe(before)
  })
  it('makes the file the plan, with a new revision and an audit row that says what changed', async () => {
    const { file, etag } = await exported()
    const before = await revision()
    const changed = { ...file, shortTitle: 'Tên mới' }
    await coordinator.put(COMMIT).set('if-match', etag).send(changed).expect(200)
    expect([await revision(), (await exported()).file]).toEqual([before + 1, changed])
    const { rows } = await house.database.pool.query(
      `select actor_name, after from audit_event where action = 'plan.replace' order by seq desc limit 1`,
    )
    expect(rows).toMatchObject([
      { actor_name: 'Trần Thị Hoa', after: { differences: [{ path: 'shortTitle', after: 'Tên mới' }] } },
    ])
  })
  it('does not drop an indicator that has figures, and leaves everything as it was', async () => {
    const figure = { indicator: 'FB-02', area: 'TDP-01', on: '2026-11-14', numerator: 1, denominator: 2 }
    await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    const { file, etag } = await exported()
    const before = await revision()
    const without = { ...file, indicators: file.indicators.filter((each) => each.code !== 'FB-02') }
    const tasks = (file.tasks as { indicators: string[] }[]).map((task) => ({
      ...task,
      indicators: task.indicators.filter((code) => code !== 'FB-02'),
    }))
    const { body } = await coordinator
      .put(COMMIT)
      .set('if-match', etag)
      .send({ ...without, tasks })
      .expect(409)
    expect(body.code).toBe('plan.in-use')
    expect([await revision(), (await exported()).etag]).toEqual([before, etag])
  })
  it('lets one of two who saw the same version through', async () => {
    const { file, etag } = await exported()
    const put = (shortTitle: string) =>
      coordinator
        .put(COMMIT)
        .set('if-match', etag)
        .send({ ...file, shortTitle })
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => put(name)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
  })
})

describe('a second plan', async () => {
  const second = `${API}/plans/ben-lau`
  const file = JSON.parse(await readFile(new URL('examples/ben-lau.json', `file://${PLAN_FILE}`), 'utf8'))
  const load = () => coordinator.put(`${second}/file?mode=commit`).send(file)

  it('is loaded by somebody who has the role in every plan, once', async () => {
    await load().set('if-match', '*').expect(403)
    await house.database.pool.query(`update role_grant set plan_id = null where role = 'coordinator'`)
    await load().set('if-match', '"seen"').expect(412)
    const answers = await Promise.all([load().set('if-match', '*'), load().set('if-match', '*')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { $schema: _editorsOnly, ...plan } = file
    expect((await coordinator.get(`${second}/file`).expect(200)).body).toEqual(plan)
  })
  it('is not seen by those who have no role in it', async () => {
    await viewer.get(second).expect(403)
    expect((await viewer.get(`${API}/plans`)).body.items).toHaveLength(1)
    expect((await coordinator.get(`${API}/plans`)).body.items).toHaveLength(2)
  })
  it('is judged by its own milestones and measures', async () => {
    const of = async (code: string) =>
      (await coordinator.get(`${second}/indicators/${code}`).expect(200)).body
    expect(await of('NUOC-1')).toMatchObject({
      measure: 'count',
      direction: 'down',
      milestone: { on: '2028-06-30', target: 4 },
    })
    expect((await of('RAC-1')).targets.map((each: { on: string }) => each.on)).toEqual([
      '2027-12-31',
      '2028-06-30',
      '2030-12-31',
    ])
  })
  it('takes its own kind of figures', async () => {
    const record = (figure: object) =>
      coordinator.post(`${second}/measurements`).send({ on: '2026-11-14', ...figure })
    await record({ indicator: 'NUOC-1', value: 7 }).expect(201)
    const pair = await record({ indicator: 'NUOC-2', numerator: 1, denominator: 2 }).expect(422)
    expect(pair.body.errors.map((each: { code: string }) => each.code)).toContain('value_expected')
    expect((await record({ indicator: 'NUOC-4', value: 1 }).expect(422)).body.errors).toMatchObject([
      { code: 'no_figures' },
    ])
    expect((await record({ indicator: 'FB-02', value: 1 }).expect(404)).body.code).toBe('indicator.not-found')
  })
  it('has its own deadlines', async () => {
    const { body } = await coordinator.get(`${second}/deadlines`).expect(200)
    expect(body.items.map((each: { next: { before: string } }) => each.next.before)).toEqual([
      '2027-06-16',
      '2027-07-01',
    ])
  })
})
