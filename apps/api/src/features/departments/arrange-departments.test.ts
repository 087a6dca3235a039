import { sql } from 'drizzle-orm'
import type supertest from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'

const URL = `${PLAN}/organisation`
const house = await startHarness()
const [coordinator, leader, officer, viewer, admin] = await Promise.all([
  house.as('coordinator'),
  house.as('leader'),
  house.as('officer'),
  house.as('viewer'),
  house.as('admin'),
])
const ON = '2025-07-01'
const BASIS = 'Nghị định số 150/2025/NĐ-CP'

interface Change {
  act: string
  from: string[]
  to: { code: string; [field: string]: unknown }[]
}
const reform = async () => {
  const { body } = await viewer.get(URL).expect(200)
  const [{ code: arrangement, changes, legalBasis }] = body.arrangements
  return { arrangement, changes: changes as Change[], legalBasis, on: ON }
}
const post = (body: object, mode = 'validate', who: supertest.Agent = coordinator) =>
  who.post(URL).query({ mode }).send(body)
const faultsOf = async (changes: Change[], on = ON) => {
  const { body } = await post({ on, legalBasis: BASIS, changes }).expect(422)
  expect(body.code).toBe('department.faulty')
  return body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])
}
const departmentsOn = async (asOf: string) => {
  const { body } = await viewer.get(`${PLAN}/departments`).query({ asOf }).expect(200)
  return body.items as { code: string; name: string; inForce: boolean; reports: boolean }[]
}
const revision = async () => (await viewer.get(PLAN)).body.revision
type Move = { kind: string; from: string; to: string; count: number; what: string[] }
const moved = (moves: Move[], kind: string) =>
  moves
    .filter((each) => each.kind === kind)
    .map(({ from, to, what, count }) => [from, to, ...(what.length > 0 ? what : [count])])

/** Everything that a department can have open, of two that will be one, and of one that goes over alone. */
beforeAll(async () => {
  const task = await coordinator.get(`${PLAN}/tasks/NV-09`)
  const lead = { lead: 'VP-TK', coordinating: ['LDTBXH'], reason: null, from: '2025-01-01' }
  await coordinator
    .post(`${PLAN}/tasks/NV-09/assignments`)
    .set('if-match', task.body.etag)
    .send(lead)
    .expect(201)
  const work = { task: 'NV-09', year: 2026, name: 'Họp trực tuyến', department: 'VP-TK' }
  await coordinator.post(`${PLAN}/sub-tasks`).send(work).expect(201)
  const obstacle = {
    subject: { resource: 'task', code: 'NV-08' },
    title: 'Thiếu máy quét',
    department: 'TP-HT',
  }
  await coordinator.post(`${PLAN}/obstacles`).send(obstacle).expect(201)
  const line = {
    ...{ name: 'Máy quét', kind: 'equipment', task: 'NV-08', source: 'NSNN', unit: 'cái', quantity: '1' },
    unitPrice: { amount: '8500000', currency: 'VND' },
  }
  for (const department of ['TP-HT', 'VP-TK', 'TC-KT'])
    await coordinator
      .put(`${PLAN}/budgets/2027/requests/${department}`)
      .set('if-match', '"0"')
      .send({ noCost: false, lines: [line] })
      .expect(200)
  await coordinator.post(`${PLAN}/budgets/2027/requests/TC-KT/request`).set('if-match', '*').expect(200)
  await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
  const extension = { kind: 'extension', department: 'DC-XD', reason: 'Chờ số liệu', lastDay: '2026-12-02' }
  await coordinator.post(`${PLAN}/periods/2026/allowances`).send(extension).expect(201)
  for (const [department, results] of [
    ['TP-HT', 'Đã số hóa.'],
    ['VP-TK', 'Đã kết nối.'],
    ['TC-KT', 'Đã tổng hợp.'],
  ] as const) {
    const own = `${PLAN}/periods/2026/reports/${department}`
    const { body } = await coordinator.get(own)
    await coordinator.patch(own).set('if-match', body.etag).send({ narrative: { results } }).expect(200)
  }
  const key = { name: 'Cổng', scopes: ['measurements:read'], departments: ['VH-TT', 'LDTBXH', 'CA'] }
  await admin.post(`${PLAN}/api-keys`).send(key).expect(201)
})

describe('arrangeDepartments', () => {
  it('asks a stranger to sign in, and refuses who does not keep the departments', async () => {
    const body = await reform()
    await house.anyone.post(URL).send(body).expect(401)
    for (const agent of [officer, leader, viewer]) await post(body, 'commit', agent).expect(403)
    await post({ ...body, unheard: 1 }).expect(400)
    await post({ ...body, legalBasis: ' ' }).expect(400)
  })
  it('says what is wrong with its place, and changes nothing', async () => {
    const before = await revision()
    const merge = (from: string[], to: string): Change => ({ act: 'merge', from, to: [{ code: to }] })
    expect(await faultsOf([merge(['VH-TT', 'XX'], 'P-VHXH')])).toEqual([
      ['/changes/0/from/1', 'unknown_department'],
    ])
    expect(await faultsOf([merge(['VH-TT'], 'P-VHXH'), merge(['VH-TT'], 'CA')])).toEqual([
      ['/changes/1/from/0', 'department_not_in_force'],
    ])
    expect(await faultsOf([merge(['VH-TT'], 'P-VHXH')], '2027-01-01')).toEqual([['/on', 'day_to_come']])
    expect(await faultsOf([{ act: 'close', from: ['TP-HT'], to: [] }])).toEqual([
      ['/changes/0/to', 'needs_successor'],
    ])
    await post({ ...(await reform()), arrangement: 'SX-1999' }).expect(422)
    expect(await revision()).toBe(before)
  })

  it('shows before it is done what would move, where papers go, and who gets copies: and nothing moves', async () => {
    const before = await revision()
    const { body } = await post(await reform()).expect(200)
    expect(body.mode).toBe('validate')
    expect(moved(body.moves, 'task')).toEqual(
      expect.arrayContaining([
        ['VH-TT', 'P-VHXH', 'NV-02'],
        ['VP-TK', 'VP-HDND-UBND', 'NV-09'],
      ]),
    )
    expect(moved(body.moves, 'work')).toEqual([['VP-TK', 'VP-HDND-UBND', expect.stringMatching(/^NV-09/)]])
    expect(moved(body.moves, 'obstacle')).toEqual([['TP-HT', 'VP-HDND-UBND', 'VM-2026-001']])
    expect(moved(body.moves, 'request')).toHaveLength(3)
    expect(moved(body.moves, 'allowance')).toEqual([['DC-XD', 'P-KTHTDT', '2026']])
    expect(moved(body.moves, 'key')).toEqual([
      ['VH-TT', 'P-VHXH', 1],
      ['LDTBXH', 'P-VHXH', 1],
    ])
    expect(moved(body.moves, 'indicator').flat()).toContain('MB-01')
    const up = body.routes.find((each: { after: { deadline: string } }) => each.after.deadline === 'TH-2')
    expect([up.before.recipient, up.after.recipient]).toEqual([
      'Ủy ban nhân dân thành phố Quảng Ngãi',
      'Ủy ban nhân dân tỉnh Quảng Ngãi',
    ])
    expect(up.after.via).toBe('Phòng Văn hóa - Xã hội phường Cẩm Thành')
    expect(body.paper.before.recipients).toContain('Phòng VH&TT TP')
    expect(body.paper.after.recipients).toContain('Sở KH&CN')
    expect([body.paper.before.issuer, body.paper.after.issuer]).toEqual([
      'UBND phường Chánh Lộ',
      'UBND phường Cẩm Thành',
    ])
    expect(await revision()).toBe(before)
    expect((await departmentsOn('2026-11-22')).find(({ code }) => code === 'VH-TT')?.inForce).toBe(true)
  })

  it('does it in one act: history keeps the old names, what is open has moved, papers are put together', async () => {
    const shown = (await post(await reform())).body
    const { body } = await post(await reform(), 'commit').expect(200)
    expect({ ...body, mode: 'validate' }).toEqual(shown)

    const of = async (asOf: string, code: string) =>
      (await departmentsOn(asOf)).find((each) => each.code === code)
    expect(await of('2025-06-30', 'VH-TT')).toMatchObject({
      name: 'Bộ phận Văn hóa - Thông tin',
      inForce: true,
    })
    expect(await of('2025-07-01', 'VH-TT')).toMatchObject({
      name: 'Bộ phận Văn hóa - Thông tin',
      inForce: false,
    })
    expect(await of('2025-07-01', 'P-VHXH')).toMatchObject({ inForce: true, reports: true })

    const indicator = async (asOf: string) =>
      (await viewer.get(`${PLAN}/indicators/MB-01`).query({ asOf })).body.owner.code
    expect([await indicator('2025-06-30'), await indicator('2026-11-22')]).toEqual(['VH-TT', 'P-VHXH'])
    const task = (await viewer.get(`${PLAN}/tasks/NV-09`)).body
    expect(task.lead.department.code).toBe('VP-HDND-UBND')
    expect(
      task.coordinating.map((each: { code: string } | string) =>
        typeof each === 'string' ? each : each.code,
      ),
    ).toEqual(['P-VHXH'])

    const stated = (await viewer.get(`${PLAN}/tasks/NV-02`)).body
    expect(stated.lead).toMatchObject({ source: 'plan', department: { code: 'P-VHXH' } })
    const asked = (await coordinator.get(`${PLAN}/budgets/2027`)).body.requests
    const codes = asked.map((each: { department: { code: string } }) => each.department.code)
    expect(codes).toEqual(expect.arrayContaining(['VP-HDND-UBND', 'CA']))
    expect(codes).not.toContain('TP-HT')

    const report = (await coordinator.get(`${PLAN}/periods/2026/reports/VP-HDND-UBND`)).body
    expect(report.narrative.results.split('\n').sort()).toEqual([
      'Tư pháp - Hộ tịch: Đã số hóa.',
      'Văn phòng - Thống kê: Đã kết nối.',
    ])
    const alone = (await coordinator.get(`${PLAN}/periods/2026/reports/P-KTHTDT`)).body
    expect(alone.narrative.results).toBe('Đã tổng hợp.')
    const budget = async (code: string) =>
      (await coordinator.get(`${PLAN}/budgets/2027/requests/${code}`)).body
    expect((await budget('VP-HDND-UBND')).lines.map(({ line }: { line: number }) => line)).toEqual([1, 2])
    expect([(await budget('VP-HDND-UBND')).state, (await budget('P-KTHTDT')).state]).toEqual([
      'draft',
      'requested',
    ])
    const [key] = (await admin.get(`${PLAN}/api-keys`)).body.items
    expect(
      key.departments
        .map((each: { code: string } | string) => (typeof each === 'string' ? each : each.code))
        .sort(),
    ).toEqual(['CA', 'P-VHXH'])
  })
  it('leaves whoever worked for the old department working for the new one', async () => {
    const { body } = await officer.get(`${API}/me`).expect(200)
    const codes = JSON.stringify(body)
    expect(codes).not.toContain('"TP-HT"')
    expect(codes).toContain('"VP-HDND-UBND"')
  })
  it('writes down what each department gave away, and is not done twice', async () => {
    const { rows } = await house.database.db.execute<{ after: { gave: Record<string, Move[]> } }>(
      sql`select after from audit_event where action = 'department.arrange' and resource = 'department'
          and before->'versions'->0->>'name' like '%Tư pháp%'`,
    )
    expect(rows[0]?.after.gave.obstacle?.map(({ what }) => what)).toEqual(['VM-2026-001'])
    const { body } = await post(await reform(), 'commit').expect(422)
    expect(body.errors[0].code).toBe('department_not_in_force')
    const [applied] = (await viewer.get(URL)).body.arrangements
    expect(applied.appliedFrom).toBe(ON)
  })
  it('is part of the plan file, which comes round', async () => {
    const { body: file, headers } = await coordinator.get(`${PLAN}/file`).expect(200)
    const { body } = await coordinator
      .put(`${PLAN}/file`)
      .query({ mode: 'validate' })
      .set('if-match', headers.etag ?? '')
      .send(file)
      .expect(200)
    expect(body.differences).toEqual([])
  })
  it('does not change who reported in a year that is closed', async () => {
    await coordinator.post(`${PLAN}/periods`).send({ year: 2025 }).expect(201)
    const period = (await coordinator.get(`${PLAN}/periods/2025`)).body
    await coordinator.post(`${PLAN}/periods/2025/close`).set('if-match', period.etag).expect(200)
    const merge: Change = { act: 'merge', from: ['CA'], to: [{ code: 'QS' }] }
    expect(await faultsOf([merge], '2025-12-31')).toEqual([['/on', 'year_is_closed']])
    await post({ on: '2026-01-01', legalBasis: BASIS, changes: [merge] }).expect(200)
  })
})

describe('what belongs to a department', () => {
  it('is known by name: a new table that points to departments must say whether it goes over', async () => {
    const { rows } = await house.database.db.execute<{ place: string }>(
      sql`select conrelid::regclass::text || '.' || a.attname as place from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
          where c.contype = 'f' and c.confrelid = 'department'::regclass order by 1`,
    )
    expect(rows.map(({ place }) => place)).toEqual([
      'budget_request.department_id',
      // Its versions.
      'department_report.department_id',
      'department_version.department_id',
      'indicator.owner_id',
      'obstacle.acting_id',
      'obstacle.department_id',
      'period_allowance.department_id',
      'role_grant.department_id',
      'sub_task.department_id',
      // What the plan's text says stays; the ward's decision carries it over.
      'task.lead_id',
      'task_assignment.lead_id',
      'yearly_plan.department_id',
    ])
  })
})
