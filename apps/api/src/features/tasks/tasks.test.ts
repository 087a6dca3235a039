import { beforeAll, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, officer, finance, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
  house.as('viewer'),
])
const URL = `${PLAN}/tasks`
const etagOf = async (code: string) => (await viewer.get(`${URL}/${code}`)).body.etag as string
const assign = async (code: string, body: object) =>
  coordinator
    .post(`${URL}/${code}/assignments`)
    .set('if-match', await etagOf(code))
    .send(body)

describe('listTasks and getTask', () => {
  it('ask a stranger to sign in', async () => {
    await house.anyone.get(URL).expect(401)
    await house.anyone.get(`${URL}/NV-01`).expect(401)
  })
  it('show all twelve, and that the plan names the lead of one of them only', async () => {
    const { body } = await viewer.get(URL).expect(200)
    expect(body.items).toHaveLength(12)
    const stated = body.items.filter((task: { stated: { lead: unknown } }) => task.stated.lead !== null)
    expect(stated).toMatchObject([
      { code: 'NV-02', lead: { stated: true, source: 'plan', department: { code: 'VH-TT' } } },
    ])
  })
  it('propose a lead without giving it the task', async () => {
    const { body } = await viewer.get(`${URL}/NV-10`).expect(200)
    expect(body).toMatchObject({ lead: null, proposedLead: null, assigned: false })
    const offered = (await viewer.get(`${URL}/NV-11`)).body
    expect(offered).toMatchObject({ lead: null, proposedLead: { code: 'VP-TK' }, stated: { lead: null } })
  })
  it('do not know a task of another plan', async () => {
    expect((await viewer.get(`${URL}/NV-99`).expect(404)).body.code).toBe('task.not-found')
  })
})

describe('assignTask', () => {
  const body = { lead: 'VP-TK', coordinating: ['VH-TT'] }
  it('is for the coordinator alone, and wants what was seen', async () => {
    await house.anyone.post(`${URL}/NV-11/assignments`).send(body).expect(401)
    for (const person of [officer, finance, viewer])
      await person.post(`${URL}/NV-11/assignments`).set('if-match', '"0"').send(body).expect(403)
    await coordinator.post(`${URL}/NV-11/assignments`).send(body).expect(428)
    await coordinator.post(`${URL}/NV-11/assignments`).set('if-match', '"7"').send(body).expect(412)
  })
  it.each([
    ['a department that there is not', { lead: 'XX', coordinating: [] }, '/lead', 422],
    ['the lead coordinating itself', { lead: 'VP-TK', coordinating: ['VP-TK'] }, '/coordinating/0', 422],
    ['a field that there is not', { lead: 'VP-TK', coordinating: [], since: '2026' }, '/since', 400],
  ])('refuses %s, and says where', async (_name, sent, pointer, status) => {
    const answer = await assign('NV-11', sent)
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer])
  })
  it('takes a lead from a day on, tells it as the choice of the ward, and keeps every decision', async () => {
    const first = await assign('NV-11', body)
    expect(first.body).toMatchObject({
      lead: { department: { code: 'VP-TK' }, source: 'ward', stated: false, from: '2026-11-22' },
      coordinating: [{ code: 'VH-TT' }],
      assigned: true,
    })
    await assign('NV-11', { lead: 'VH-TT', coordinating: [], from: '2027-01-01' })
    const now = (await viewer.get(`${URL}/NV-11`)).body
    expect(now.lead.department.code).toBe('VP-TK')
    const { body: history } = await viewer.get(`${URL}/NV-11/assignments`).expect(200)
    expect(history.items.map((each: { from: string }) => each.from)).toEqual(['2027-01-01', '2026-11-22'])
    const { rows } = await house.database.pool.query(
      `select action from audit_event where resource = 'task' and after->>'lead' = 'VP-TK'`,
    )
    expect(rows).toEqual([{ action: 'task.assign' }])
  })
  it('leaves what the plan states only with a reason, and shows both', async () => {
    const silent = await assign('NV-02', { lead: 'VP-TK', coordinating: ['*'] })
    expect([silent.status, silent.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/reason', code: 'stated_lead_needs_reason', params: { stated: 'VH-TT' } },
    ])
    const said = await assign('NV-02', { lead: 'VP-TK', coordinating: ['*'], reason: 'Nghỉ thai sản' })
    expect(said.body).toMatchObject({
      lead: { department: { code: 'VP-TK' }, source: 'ward_against_plan', reason: 'Nghỉ thai sản' },
      stated: { lead: { code: 'VH-TT' } },
    })
    await assign('NV-02', { lead: 'VH-TT', coordinating: ['*'] })
    expect((await viewer.get(`${URL}/NV-02`)).body.lead).toMatchObject({ source: 'plan', stated: true })
  })
  it('survives the plan file: exported and loaded again it changes nothing, and loses no assignment', async () => {
    await assign('NV-07', { lead: 'CA', coordinating: [] })
    const file = await coordinator.get(`${PLAN}/file`).expect(200)
    expect(file.body.tasks.find((task: { code: string }) => task.code === 'NV-07').lead).toBeNull()
    const again = await coordinator.put(`${PLAN}/file`).send(file.body).expect(200)
    expect(again.body.differences).toEqual([])
    const changed = { ...file.body, shortTitle: 'Tên ngắn khác' }
    await coordinator
      .put(`${PLAN}/file?mode=commit`)
      .set('if-match', file.headers.etag ?? '')
      .send(changed)
      .expect(200)
    expect((await viewer.get(`${URL}/NV-07`)).body.lead.department.code).toBe('CA')
    const without = {
      ...changed,
      tasks: changed.tasks.filter(({ code }: { code: string }) => code !== 'NV-07'),
    }
    const dropped = await coordinator.put(`${PLAN}/file?mode=commit`).set('if-match', '*').send(without)
    expect([dropped.status, dropped.body.code]).not.toEqual([200, undefined])
  })
})

describe('a piece of work', () => {
  const WORKS = `${PLAN}/sub-tasks`
  const plan = { task: 'NV-08', year: 2026, name: 'Số hóa sổ đăng ký khai sinh', department: 'TP-HT' }
  const add = (more: object = {}) => coordinator.post(WORKS).send({ ...plan, ...more })
  beforeAll(async () => {
    await assign('NV-12', { lead: 'TP-HT', coordinating: [] })
  })

  it('is for its own department, for the lead of its task, and for the coordinator', async () => {
    await house.anyone.post(WORKS).send(plan).expect(401)
    await viewer.post(WORKS).send(plan).expect(403)
    await officer
      .post(WORKS)
      .send({ ...plan, department: 'CA' })
      .expect(403)
    const own = await officer.post(WORKS).send(plan).expect(201)
    expect(own.body).toMatchObject({ state: 'not_started', progress: 0, lateness: { kind: 'no_due_date' } })
    // Their department leads NV-12, so they may plan the work of others in it.
    await officer
      .post(WORKS)
      .send({ ...plan, task: 'NV-12', department: 'CA' })
      .expect(201)
    await finance
      .post(`${WORKS}/${own.body.code}/updates`)
      .set('if-match', '"1"')
      .send({ progress: 1 })
      .expect(403)
  })
  it.each([
    ['an end before the start', { startsOn: '2026-05-01', dueOn: '2026-04-01' }, '/dueOn', 422],
    ['a day that does not exist', { dueOn: '2026-02-30' }, '/dueOn', 400],
    ['no weight', { weight: 0 }, '/weight', 400],
    [
      'a product twice',
      {
        outputs: [
          { unit: 'lớp', planned: 1 },
          { unit: 'lớp', planned: 2 },
        ],
      },
      '/outputs/1/unit',
      422,
    ],
    ['progress from products that there are not', { progressFrom: 'outputs' }, '/progressFrom', 422],
    ['a task that there is not', { task: 'NV-99' }, null, 404],
    ['a department that there is not', { department: 'XX' }, null, 404],
  ])('cannot be planned with %s', async (_name, more, pointer, status) => {
    const answer = await add(more)
    expect(answer.status).toBe(status)
    if (pointer) expect(answer.body.errors[0].pointer).toBe(pointer)
  })
  it('takes a code of its own, and no other may have it', async () => {
    await add({ code: 'SO-HOA-1' }).expect(201)
    expect((await add({ code: 'SO-HOA-1' }).expect(409)).body.code).toBe('sub-task.exists')
  })
  it('moves only as declared, owes a reason where one is due, and says how it ended', async () => {
    const { body } = await add({ dueOn: '2026-11-20', outputs: [{ unit: 'sổ', planned: 10 }] }).expect(201)
    expect(body.lateness).toMatchObject({ kind: 'late', days: 2, grade: 'days_1_29' })
    const at = `${WORKS}/${body.code}/updates`
    await officer.post(at).send({ progress: 5 }).expect(428)
    const begun = await officer
      .post(at)
      .set('if-match', body.etag)
      .send({ outputs: [{ unit: 'sổ', done: 4 }], progress: 40 })
    expect(begun.body).toMatchObject({ state: 'in_progress', progress: 40, outputs: [{ done: 4 }] })
    await officer.post(at).set('if-match', body.etag).send({ progress: 5 }).expect(412)
    const wrong = await officer.post(at).set('if-match', begun.body.etag).send({ move: 'resume' }).expect(409)
    expect(wrong.body.code).toBe('sub-task.wrong-state')
    const silent = await officer.post(at).set('if-match', begun.body.etag).send({ move: 'pause' }).expect(422)
    expect(silent.body.errors[0]).toMatchObject({ pointer: '/text', code: 'reason_missing' })
    const done = await officer
      .post(at)
      .set('if-match', begun.body.etag)
      .send({ move: 'finish', doneOn: '2026-11-19' })
    expect(done.body).toMatchObject({
      state: 'done',
      completion: 'early',
      progress: 100,
      lateness: { kind: 'on_time' },
    })
    expect(done.body.moves).toEqual(['reopen'])
    const { body: log } = await viewer.get(`${URL}/NV-08/updates`).expect(200)
    expect(log.items.slice(0, 2)).toMatchObject([
      { move: 'finish', state: 'done' },
      { move: null, progress: 40 },
    ])
  })
  it('is taken away only before it has begun', async () => {
    const { body } = await add().expect(201)
    const begun = await coordinator
      .post(`${WORKS}/${body.code}/updates`)
      .set('if-match', body.etag)
      .send({ move: 'start' })
    await coordinator.delete(`${WORKS}/${body.code}`).set('if-match', begun.body.etag).expect(409)
    const fresh = await add().expect(201)
    await coordinator.delete(`${WORKS}/${fresh.body.code}`).set('if-match', fresh.body.etag).expect(204)
    await coordinator.get(`${WORKS}/${fresh.body.code}`).expect(404)
  })
  it('adds up to its task: the weighed progress, the worst lateness, the five clarities', async () => {
    const task = async () => (await viewer.get(`${URL}/NV-05?year=2024`)).body.work
    expect(await task()).toMatchObject({ progress: null, state: 'not_started' })
    const sent = { ...plan, task: 'NV-05', year: 2024, department: 'VP-TK' }
    const late = await coordinator
      .post(WORKS)
      .send({ ...sent, weight: 3, dueOn: '2026-01-01' })
      .expect(201)
    await coordinator
      .post(WORKS)
      .send({ ...sent, outputs: [{ unit: 'máy', planned: 30 }] })
      .expect(201)
    await coordinator
      .post(`${WORKS}/${late.body.code}/updates`)
      .set('if-match', late.body.etag)
      .send({ progress: 40 })
      .expect(200)
    expect(await task()).toMatchObject({
      progress: 30,
      state: 'in_progress',
      lateness: { worst: 'days_60_plus', noDueDate: 1, late: { days_60_plus: 1 } },
      outputs: [{ unit: 'máy', planned: 30, done: null }],
    })
    const clarity = Object.fromEntries(
      (await task()).clarity.map((each: { clarity: string; clear: boolean }) => [each.clarity, each.clear]),
    )
    expect(clarity).toEqual({ person: false, work: true, time: false, responsibility: true, product: false })
  })
})

describe('the log and the result of a task', () => {
  it('are written by its lead and the coordinator', async () => {
    const line = { text: 'Đã họp với doanh nghiệp', nextStep: 'Kiểm tra hiện trường' }
    await officer.post(`${URL}/NV-04/updates`).send(line).expect(403)
    await officer.post(`${URL}/NV-12/updates`).send(line).expect(201)
    const { body } = await coordinator.post(`${URL}/NV-04/updates`).send(line).expect(201)
    expect(body.items[0]).toMatchObject({ ...line, subTask: null, writtenBy: 'Trần Thị Hoa' })
  })
  it('say the result of a year in two lines, over what was seen', async () => {
    const said = { verdict: 'done', result: 'Đã mở 3 lớp, 120 lượt người', remaining: 'Còn tổ 7' }
    const at = `${URL}/NV-12/results/2025`
    await finance.put(at).set('if-match', '"0"').send(said).expect(403)
    await officer.put(at).send(said).expect(428)
    const { body } = await officer.put(at).set('if-match', '"0"').send(said).expect(200)
    expect(body.work).toMatchObject({ year: 2025, result: said, resultEtag: '"1"' })
    await officer.put(at).set('if-match', '"0"').send(said).expect(412)
    await officer
      .put(at)
      .set('if-match', '"1"')
      .send({ ...said, verdict: 'never' })
      .expect(400)
  })
})

describe('evidence of work', () => {
  const EVIDENCE = `${PLAN}/evidence`
  const link = (resource: string, code: string, year = 2026) => ({
    ...{ resource, code, year },
    url: `https://chanhlo.example.vn/${code}`,
  })
  const work = async (code: string, year = 2026) =>
    (await viewer.get(`${URL}/${code}?year=${year}`).expect(200)).body.work

  it('a continuous task is asked for it every year, until there is one', async () => {
    expect(await work('NV-02')).toMatchObject({ evidence: 0, asksEvidence: true })
    const { body } = await coordinator.post(`${EVIDENCE}/links`).send(link('task', 'NV-02')).expect(201)
    expect(await work('NV-02')).toMatchObject({ evidence: 1, asksEvidence: false })
    expect(await work('NV-02', 2027)).toMatchObject({ evidence: 0, asksEvidence: true })
    await coordinator.delete(`${EVIDENCE}/${body.id}`).set('if-match', body.etag).expect(200)
    expect(await work('NV-02')).toMatchObject({ evidence: 0, asksEvidence: true })
    expect(await work('NV-05')).toMatchObject({ asksEvidence: false })
  })
  it('is brought by whom the ward chose to lead, also where the plan is silent', async () => {
    await assign('NV-12', { lead: 'TP-HT', coordinating: [] })
    await officer.post(`${EVIDENCE}/links`).send(link('task', 'NV-12')).expect(201)
    await officer.post(`${EVIDENCE}/links`).send(link('task', 'NV-02')).expect(403)
  })
  it('of a recurring task is owed for each occurrence that is done, by its own department', async () => {
    const sent = { task: 'NV-12', year: 2026, name: 'Lớp kỹ năng số, đợt 3', department: 'TP-HT' }
    const { body } = await officer.post(`${PLAN}/sub-tasks`).send(sent).expect(201)
    expect(body).toMatchObject({ evidence: 0, asksEvidence: false })
    const done = await officer
      .post(`${PLAN}/sub-tasks/${body.code}/updates`)
      .set('if-match', body.etag)
      .send({ move: 'finish' })
      .expect(200)
    expect(done.body).toMatchObject({ evidence: 0, asksEvidence: true })
    await finance.post(`${EVIDENCE}/links`).send(link('sub-task', body.code)).expect(403)
    await officer.post(`${EVIDENCE}/links`).send(link('sub-task', body.code)).expect(201)
    await officer.post(`${EVIDENCE}/links`).send(link('sub-task', 'NV-12-2026-99')).expect(404)
    const { body: now } = await viewer.get(`${PLAN}/sub-tasks/${body.code}`).expect(200)
    expect(now).toMatchObject({ evidence: 1, asksEvidence: false })
  })
})
