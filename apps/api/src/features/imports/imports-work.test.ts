import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { lastAudit, send, trace } from './imports.fixture.ts'

const house = await startHarness()
const [coordinator, officer, finance] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
])
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const codesOf = (report: { errors: { column: string | null; code: string }[] }) =>
  report.errors.map(({ column, code }) => `${column} ${code}`)

describe('who leads the tasks, in a file', () => {
  const query = { resource: 'task-assignments' }

  test('is decided where the row says something new, and stays where it says the same', async () => {
    const rows = file('Mã nhiệm vụ;Chủ trì;Phối hợp;Từ ngày', 'NV-03;VP-TK;VH-TT, TP-HT;01/02/2026')
    const first = await send(coordinator, rows, { query }).expect(200)
    expect(first.body.counts).toMatchObject({ created: 1 })
    const { body } = await coordinator.get(`${PLAN}/tasks/NV-03`).expect(200)
    expect(JSON.stringify(body)).toContain('"VP-TK"')
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 1 })
  })

  test('is no affair of an officer, and unknown codes are named', async () => {
    await send(officer, file('task,lead', 'NV-02,VH-TT'), { query }).expect(403)
    const { body } = await send(coordinator, file('task,lead', 'NV-99,VH-TT', 'NV-03,XX'), { query }).expect(
      422,
    )
    expect(codesOf(body.report)).toEqual(['task unknown_task', 'lead unknown_department'])
  })
})

describe('pieces of work in a file', () => {
  const query = { resource: 'sub-tasks' }
  const rows = file(
    'Mã nhiệm vụ;Năm;Nội dung;Bộ phận;Hạn;Sản phẩm;Tiến độ tính theo;Trọng số',
    'NV-02;2026;Viết tin, bài;VH-TT;30/09/2026;tin, bài=24;sản phẩm;2',
    'NV-02;2026;Phát thanh;VH-TT;;;;',
  )

  test('get their codes, are found again without them, and keep what was counted', async () => {
    const before = await trace(house)
    const { body } = await send(coordinator, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 2 })
    expect(await trace(house)).toMatchObject({ audits: before.audits + 1, changes: before.changes + 1 })
    expect(await lastAudit(house)).toMatchObject({ action: 'sub-task.add', resource: 'import' })
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const one = `${PLAN}/sub-tasks/NV-02-2026-01`
    const stored = await coordinator.get(one).expect(200)
    expect(stored.body).toMatchObject({ name: 'Viết tin, bài', dueOn: '2026-09-30', weight: 2 })
    await coordinator
      .post(`${one}/updates`)
      .set('if-match', stored.body.etag)
      .send({ outputs: [{ unit: 'tin, bài', done: 11 }] })
    const more = rows.replace('tin, bài=24', 'tin, bài=30')
    const third = await send(coordinator, more, { query }).expect(200)
    expect(third.body.counts).toMatchObject({ updated: 1, unchanged: 1 })
    const now = await coordinator.get(one)
    expect(now.body.outputs).toEqual([{ unit: 'tin, bài', planned: 30, done: 11 }])
  })

  test('that are wrong are named by row and column', async () => {
    const wrong = file(
      'code,task,year,name,department,startsOn,dueOn,progressFrom,outputs,continuous',
      ',NV-99,2026,Việc một,VH-TT,,,,,',
      ',NV-02,2026,Việc hai,VH-TT,2026-05-01,2026-04-01,,,',
      ',NV-02,2026,Việc ba,VH-TT,,,sản phẩm,,',
      ',NV-02,26,Việc bốn,VH-TT,,,,24 tin,',
      'NV-02-2026-01,NV-03,2026,"Viết tin, bài",VH-TT,,,,,có',
      ',NV-02,2026,V,VH-TT,,,,,',
    )
    const { body } = await send(coordinator, wrong, { query }).expect(422)
    expect(codesOf(body.report).sort()).toEqual([
      'continuous field_stays',
      'dueOn before_start',
      'name too_short',
      'outputs outputs_wrong',
      'progressFrom no_outputs',
      'task field_stays',
      'task unknown_task',
      'year not_a_year',
    ])
  })

  test('stay as they are while the department’s yearly plan lies with those who judge it', async () => {
    const plan = await coordinator.get(`${PLAN}/yearly-plans/2026/VH-TT`)
    const sent = coordinator.post(`${PLAN}/yearly-plans/2026/VH-TT/submit`)
    await sent.set('if-match', plan.body.etag ?? '"0"').expect(200)
    const { body } = await send(coordinator, file('task,year,name,department', 'NV-02,2026,Việc mới,VH-TT'), {
      query,
    }).expect(422)
    expect(codesOf(body.report)).toEqual(['null yearly_plan_sent'])
    const same = await send(coordinator, file('code,task,year,name', 'NV-02-2026-02,NV-02,2026,Phát thanh'), {
      query,
    }).expect(200)
    expect(same.body.counts).toMatchObject({ unchanged: 1 })
  })
})

describe('obstacles in a file', () => {
  const query = { resource: 'obstacles' }
  const rows = file(
    'Bộ phận;Nêu về;Mã nêu về;Vướng mắc;Nội dung',
    'VH-TT;nhiệm vụ;NV-02;Thiếu máy quét;Còn 14 quyển',
    'VH-TT;;;Thiếu người;',
  )

  test('are numbered, found again by what they say, and amended while nobody has put them together', async () => {
    const { body } = await send(coordinator, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 2 })
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 2 })
    const { body: list } = await coordinator.get(`${PLAN}/obstacles`)
    const scanner = list.items.find(({ title }: { title: string }) => title === 'Thiếu máy quét')
    const mended = file('code,department,title,detail', `${scanner.code},VH-TT,Thiếu máy quét,Còn 12 quyển`)
    const third = await send(coordinator, mended, { query }).expect(200)
    expect(third.body.counts).toMatchObject({ updated: 1 })
    const after = await coordinator.get(`${PLAN}/obstacles/${scanner.code}`)
    expect(after.body.obstacle).toMatchObject({ detail: 'Còn 12 quyển' })
    expect(after.body.events.map(({ act }: { act: string }) => act)).toEqual(['raise', 'amend'])
    const put = coordinator.post(`${PLAN}/obstacles/${scanner.code}/consolidate`)
    await put.set('if-match', after.body.obstacle.etag).send({ proposal: 'Cho mượn máy' }).expect(200)
    const late = await send(coordinator, mended.replace('12', '10'), { query }).expect(422)
    expect(codesOf(late.body.report)).toEqual(['null wrong_state'])
    const same = await send(coordinator, mended, { query }).expect(200)
    expect(same.body.counts).toMatchObject({ unchanged: 1 })
  })

  test('that are wrong are named by row and column', async () => {
    const wrong = file(
      'code,kind,department,subject,subjectCode,title,place',
      'VM-2026-999,,VH-TT,,,Không có,',
      ',cable_finding,VH-TT,route,Đường 1,Cáp võng,',
      ',,VH-TT,task,NV-99,Việc lạ,',
      ',,VH-TT,indicator,,Chỉ tiêu nào,',
      ',,XX,,,Bộ phận nào,',
    )
    const { body } = await send(coordinator, wrong, { query }).expect(422)
    expect(codesOf(body.report)).toEqual([
      'code unknown_code',
      'place place_missing',
      'enterprise enterprise_missing',
      'subjectCode unknown_subject',
      'subjectCode subject_missing',
      'department unknown_department',
    ])
  })
})

describe('lines of the budget in a file', () => {
  const query = { resource: 'budget-lines' }
  const rows = file(
    'Năm;Bộ phận;Nội dung;Loại chi;Nguồn;Số lượng;ĐVT;Đơn giá',
    '2027;VH-TT;Máy quét;thiết bị;NSNN;1,5;cái;1.500.000',
    '2027;VH-TT;Tập huấn;tập huấn;NSNN;2;lớp;5 triệu',
  )

  test('make the request, are found again by their names, and multiply exactly', async () => {
    const { body } = await send(coordinator, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 2 })
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 2 })
    const mended = file(
      'year,department,line,name,kind,source,quantity,unit,unitPrice',
      '2027,VH-TT,2,Tập huấn,training,NSNN,3,lớp,5000000',
    )
    const third = await send(coordinator, mended, { query }).expect(200)
    expect(third.body.counts).toMatchObject({ updated: 1 })
    const request = await coordinator.get(`${PLAN}/budgets/2027/requests/VH-TT`).expect(200)
    expect(
      request.body.lines.map((line: { requested: { amount: string } }) => line.requested.amount),
    ).toEqual(['2250000', '15000000'])
  })

  test('that are wrong are named by row and column, and those that were sent stay', async () => {
    const wrong = file(
      'year,department,name,kind,task,source,quantity,unit,unitPrice',
      '2027,VH-TT,Một,thiết bị,NV-99,NSNN,1,cái,1000',
      '2027,VH-TT,Hai,lạ,,NSNN,1,cái,1000',
      '2027,VH-TT,Ba,khác,,XX,1,cái,1000',
      '2027,VH-TT,Bốn,khác,,NSNN,0.5,cái,999',
      '2027,VH-TT,Năm,khác,,NSNN,0,cái,1000',
    )
    const { body } = await send(coordinator, wrong, { query }).expect(422)
    expect(codesOf(body.report).sort()).toEqual([
      'kind unknown_choice',
      'quantity quantity_wrong',
      'source unknown_source',
      'task unknown_task',
      'unitPrice not_whole_dong',
    ])
    const one = `${PLAN}/budgets/2027/requests/VH-TT`
    const request = await coordinator.get(one)
    await coordinator.post(`${one}/request`).set('if-match', request.body.etag).expect(200)
    const late = await send(coordinator, rows, { query }).expect(422)
    expect(codesOf(late.body.report)).toEqual(['null wrong_state'])
  })

  test('that nobody needs are not asked for in silence', async () => {
    const one = `${PLAN}/budgets/2027/requests/VP-TK`
    const blank = await coordinator.get(one)
    await coordinator.put(one).set('if-match', blank.body.etag).send({ noCost: true, lines: [] }).expect(200)
    const { body } = await send(coordinator, rows.replaceAll('VH-TT', 'VP-TK'), { query }).expect(422)
    expect(codesOf(body.report)).toEqual(['null no_cost_said', 'null no_cost_said'])
  })
})

test('an officer and Finance send only what is of their departments', async () => {
  const files = {
    'sub-tasks': (department: string) =>
      file('task,year,name,department', `NV-05,2026,Việc thử,${department}`),
    obstacles: (department: string) => file('department,title', `${department},Việc thử`),
    'budget-lines': (department: string) =>
      file(
        'year,department,name,kind,source,quantity,unit,unitPrice',
        `2029,${department},Thử,other,NSNN,1,cái,1`,
      ),
  }
  const departments = ['VP-TK', 'VH-TT', 'TP-HT', 'TC-KT', 'CA']
  for (const agent of [officer, finance])
    for (const [resource, rowsOf] of Object.entries(files)) {
      const outcomes = await Promise.all(
        departments.map(async (department) => {
          const query = { resource, mode: 'validate' }
          const { body } = await send(agent, rowsOf(department), { query }).expect(200)
          return body.errors.map(({ code }: { code: string }) => code).join() || 'allowed'
        }),
      )
      expect(new Set(outcomes), resource).toEqual(new Set(['allowed', 'forbidden_department']))
    }
})
