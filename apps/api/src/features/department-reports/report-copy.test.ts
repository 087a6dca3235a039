// What a department's report owes of its tasks, and the copy that stays of all that was sent.
import { beforeAll, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [coordinator, officer, leader] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
])
const PERIOD = `${PLAN}/periods/2026`
const OWN = `${PERIOD}/reports/TP-HT`
const WORDS = { results: 'Đã số hóa 152/164 sổ.', shortcomings: 'Còn 12 sổ.', direction: 'Số hóa nốt.' }
const RESULT = { verdict: 'in_progress', result: 'Đã số hóa 152/164 sổ.', remaining: 'Còn 12 sổ cũ rách.' }

const read = async () => (await officer.get(OWN).expect(200)).body
const submit = async (without: object[] = []) =>
  officer
    .post(`${OWN}/submit`)
    .set('if-match', (await read()).etag)
    .send({ without })
const partOf = async (part: string) =>
  (await read()).parts.find((each: { part: string }) => each.part === part)

beforeAll(async () => {
  await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
  const figure = { indicator: 'CR-01', area: null, on: '2026-11-14', numerator: 152, denominator: 164 }
  await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
  await officer.patch(OWN).set('if-match', '*').send({ narrative: WORDS }).expect(200)
})

describe('the tasks that a department leads', () => {
  it('are owed from the day on which the ward gave them to it, by name', async () => {
    expect(await partOf('tasks')).toMatchObject({ required: 0, done: 0 })
    for (const task of ['NV-08', 'NV-09'])
      await coordinator
        .post(`${PLAN}/tasks/${task}/assignments`)
        .set('if-match', '*')
        .send({ lead: 'TP-HT', coordinating: [], reason: null })
        .expect(201)
    expect(await partOf('tasks')).toMatchObject({ required: 2, done: 0 })
    const refused = await submit()
    expect(refused.body.missing).toEqual([
      { part: 'tasks', code: 'NV-08', area: null, lacks: 'result' },
      { part: 'tasks', code: 'NV-09', area: null, lacks: 'result' },
      { part: 'tasks', code: 'NV-09', area: null, lacks: 'evidence' },
    ])
  })
  it('owe their result, a continuous one this year’s evidence; a result that is excused is not received, evidence is', async () => {
    const write = (task: string) =>
      officer.put(`${PLAN}/tasks/${task}/results/2026`).set('if-match', '"0"').send(RESULT)
    await write('NV-08').expect(200)
    expect(await partOf('tasks')).toMatchObject({ required: 2, done: 1 })
    const evidence = { part: 'tasks', code: 'NV-09', area: null, lacks: 'evidence', reason: 'Chưa có ảnh' }
    const result = { part: 'tasks', code: 'NV-09', area: null, reason: 'Chờ số của các bộ phận' }
    expect((await submit([evidence])).body.code).toBe('department-report.incomplete')
    expect((await submit([evidence, result])).body).toMatchObject({ receipt: 1, complete: false })
    await officer
      .post(`${OWN}/withdraw`)
      .set('if-match', (await read()).etag)
      .expect(200)
    await write('NV-09').expect(200)
    expect((await submit([evidence])).body).toMatchObject({ receipt: 2, complete: true, late: false })
    await leader
      .post(`${OWN}/return`)
      .set('if-match', (await read()).etag)
      .send({ notes: [{ place: 'task', code: 'NV-08', area: null, note: 'Nêu rõ 12 sổ' }] })
      .expect(200)
  })
})

describe('the copy', () => {
  it('holds figures, tasks, obstacles, the request for money and the words as they were', async () => {
    const about = { subject: { resource: 'task', code: 'NV-08' }, title: 'Thiếu máy quét' }
    await officer
      .post(`${PLAN}/obstacles`)
      .send({ ...about, department: 'TP-HT' })
      .expect(201)
    const line = { name: 'Máy quét', kind: 'equipment', task: 'NV-08', source: 'NSNN', unit: 'cái' }
    const price = { amount: '8500000', currency: 'VND' }
    await officer
      .put(`${PLAN}/budgets/2027/requests/TP-HT`)
      .set('if-match', '"0"')
      .send({ noCost: false, lines: [{ ...line, quantity: '2', unitPrice: price }] })
      .expect(200)
    const excuse = { part: 'tasks', code: 'NV-09', area: null, lacks: 'evidence', reason: 'Chưa có ảnh' }
    expect((await submit([excuse])).body.receipt).toBe(3)
    const copy = async () => (await officer.get(`${PERIOD}/receipts/3`).expect(200)).body
    expect(await read()).toMatchObject({
      tasks: [{ task: 'NV-08', ...RESULT, evidence: 0 }, { task: 'NV-09' }],
      obstacles: [{ title: 'Thiếu máy quét', state: 'raised' }],
      request: { year: 2027, noCost: false, requested: { amount: '17000000', currency: 'VND' } },
    })
    const sent = await copy()
    expect(sent.copy).toMatchObject({
      format: 'tien-do/department-report@2',
      department: 'TP-HT',
      figures: [{ indicator: 'CR-01', numerator: 152, denominator: 164 }],
      tasks: [
        { task: 'NV-08', ...RESULT, evidence: 0 },
        { task: 'NV-09', ...RESULT, state: 'continuous' },
      ],
      obstacles: [{ title: 'Thiếu máy quét', state: 'raised', subject: { resource: 'task', code: 'NV-08' } }],
      request: {
        year: 2027,
        requested: '17000000',
        lines: [{ unitPrice: '8500000', requested: '17000000' }],
      },
      without: [excuse],
      narrative: WORDS,
    })
    // What changes afterwards does not change what was sent.
    await coordinator
      .put(`${PLAN}/tasks/NV-08/results/2026`)
      .set('if-match', '*')
      .send({ ...RESULT, result: 'Đã sửa sau khi nộp' })
      .expect(200)
    expect(await copy()).toEqual(sent)
  })
})
