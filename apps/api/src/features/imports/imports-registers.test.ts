import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { lastAudit, send, trace, URL } from './imports.fixture.ts'

const house = await startHarness()
const [coordinator, officer, admin] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('admin'),
])
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const codesOf = (report: { errors: { column: string | null; code: string }[] }) =>
  report.errors.map(({ column, code }) => `${column} ${code}`)

describe('items of checklists in a file', () => {
  const query = { resource: 'checklist-items' }
  const items = file(
    'Mã danh mục;Mã;Tên;Cấp quản lý;Tình trạng;Kể từ ngày;Ghi chú',
    'SEC-01;MAY-01;Máy trạm một cửa;phường;đã có;01/03/2026;',
    'SEC-01;MAY-02;Máy trạm tư pháp;Phường;chưa có;2026-03-01;chờ cài',
  )

  test('are saved with one audit row for all of them; the same again changes nothing', async () => {
    const before = await trace(house)
    const { body } = await send(coordinator, items, { query }).expect(200)
    expect(body).toMatchObject({
      resource: 'checklist-items',
      status: 'applied',
      counts: { read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 },
    })
    expect(await trace(house)).toMatchObject({ audits: before.audits + 1, changes: before.changes + 1 })
    expect(await lastAudit(house)).toMatchObject({
      action: 'checklist.save',
      resource: 'import',
      resource_id: body.id,
      after: { resource: 'checklist-items', counts: { created: 2 } },
    })
    const list = await coordinator.get(`${PLAN}/checklists/SEC-01`).expect(200)
    expect(list.body.items).toMatchObject([
      { code: 'MAY-01', level: 'ward', status: 'done', since: '2026-03-01', note: null },
      { code: 'MAY-02', status: 'not_done', note: 'chờ cài' },
    ])
    const again = await send(coordinator, items, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  })

  test('with a blank cell leave what is there', async () => {
    const rows = file('list,code,status,since', 'SEC-01,MAY-02,done,2026-04-01')
    const { body } = await send(coordinator, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ updated: 1 })
    const list = await coordinator.get(`${PLAN}/checklists/SEC-01`)
    expect(list.body.items[1]).toMatchObject({ name: 'Máy trạm tư pháp', level: 'ward', status: 'done' })
  })

  test('that are wrong are named by row, field, value and way out, and nothing is written', async () => {
    const before = await trace(house)
    const rows = file(
      'list,code,name,level,status,since',
      'SEC-01,MAY-03,Máy chủ,huyện,done,2026-03-01',
      'KHONG-CO,X-1,Máy,,,',
      'SEC-01,mã có dấu,Máy,,done,2999-01-01',
      'SEC-01,MAY-04,Máy,,done,',
      'SEC-01,MAY-04,Máy,,,',
      ',MAY-05,Máy,,,',
    )
    const { body } = await send(coordinator, rows, { query }).expect(422)
    expect(codesOf(body.report).sort()).toEqual([
      'level unknown_choice',
      'list required',
      'list unknown_list',
      'null duplicate_key',
      'since not_a_day',
      'since since_missing',
    ])
    expect(body.report.errors[0]).toMatchObject({
      row: 1,
      line: 2,
      value: 'huyện',
      params: { choices: ['trung ương', 'tỉnh', 'thành phố', 'phường'] },
      key: { list: 'SEC-01', code: 'MAY-03' },
    })
    expect(await trace(house)).toEqual(before)
  })

  test('of another department are refused to an officer, row by row', async () => {
    const owned = await coordinator.get(`${PLAN}/checklists`).expect(200)
    const lists = owned.body.items as { code: string }[]
    const rows = file('list,code,name', ...lists.map(({ code }) => `${code},THU-01,Thử`))
    const { body } = await send(officer, rows, { query: { ...query, mode: 'validate' } }).expect(200)
    const refused = body.errors as { code: string; key: { list: string } }[]
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(lists.length)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['forbidden_department']))
  })
})

describe('areas in a file', () => {
  const query = { resource: 'areas' }

  test('are opened, renamed and closed as by hand, in one change', async () => {
    const rows = file(
      'Mã tổ,Tên tổ,Có từ ngày,Không còn từ ngày,Mang tên này từ ngày,Căn cứ',
      'TDP-91,Tổ thử 91,2026-02-01,,,QĐ 12',
      'TDP-92,Tổ thử 92,01/02/2026,01/06/2026,,',
      'TDP-01,Tổ Mới,,,2026-03-01,QĐ 13',
    )
    const { body } = await send(admin, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 2, updated: 1 })
    const areas = await coordinator.get(`${PLAN}/areas`)
    const named = (code: string) => areas.body.items.find((area: { code: string }) => area.code === code)
    expect(named('TDP-92')).toMatchObject({ validFrom: '2026-02-01', validTo: '2026-06-01' })
    expect(named('TDP-01')).toMatchObject({ name: 'Tổ Mới', formerNames: [{ until: '2026-03-01' }] })
    const again = await send(admin, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  })

  test('are not renamed without a day, nor given another beginning or a taken name', async () => {
    const rows = file(
      'code,name,validFrom,validTo',
      'TDP-02,Tên khác,,',
      'TDP-91,Tổ thử 91,2026-05-01,',
      'TDP-93,Tổ Mới,2026-07-01,',
    )
    const { body } = await send(coordinator, rows, { query }).expect(422)
    expect(codesOf(body.report)).toEqual([
      'renamedOn rename_day_missing',
      'validFrom dates_stay',
      'name duplicate_name',
    ])
  })

  test('are no affair of an officer', async () => {
    await send(officer, file('code,name', 'TDP-94,Tổ'), { query }).expect(403)
  })
})

describe('denominators in a file', () => {
  const query = { resource: 'denominators' }

  test('are counted down, mended, and unchanged the second time', async () => {
    const rows = file(
      'Loại;Mã tổ;Ngày;Số lượng;Nguồn',
      'Số hộ;TDP-03;01/01/2026;1.353;Sổ hộ',
      'Dân số;;01/01/2026;12.005;Công an',
    )
    const first = await send(coordinator, rows, { query }).expect(200)
    expect(first.body.counts).toMatchObject({ created: 2 })
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 2 })
    const mended = rows.replace('1.353', '1.354').replace(';Sổ hộ', ';')
    const third = await send(coordinator, mended, { query }).expect(200)
    expect(third.body.counts).toMatchObject({ updated: 1, unchanged: 1 })
    const { body } = await coordinator.get(`${PLAN}/denominators?asOf=2026-02-01`)
    expect(body.items.find(({ area }: { area: string }) => area === 'TDP-03')).toMatchObject({
      value: 1354,
      source: 'Sổ hộ',
    })
  })

  test('that are wrong reject the file, or only their rows', async () => {
    const rows = file(
      'kind,area,on,value',
      'households,TDP-03,2026-01-02,-5',
      'households,TDP-99,2026-01-02,5',
      'households,TDP-03,2999-01-02,5',
      'households,TDP-04,2026-01-02,12.5',
      'households,TDP-05,2026-01-02,17',
    )
    const { body } = await send(coordinator, rows, { query }).expect(422)
    expect(codesOf(body.report).sort()).toEqual([
      'area unknown_area',
      'on not_a_day',
      'value negative',
      'value not_whole',
    ])
    const partly = await send(coordinator, rows, { query: { ...query, atomic: 'none' } }).expect(207)
    expect(partly.body.counts).toMatchObject({ created: 1, rejected: 4 })
    const back = await coordinator.get(partly.body.errorsUrl).expect(200)
    expect(back.text).toContain('value: Không được âm'.replace('value', 'Số lượng'))
  })

  test('whose strategy is to create leave what is there', async () => {
    const rows = file('kind,area,on,value', 'households,TDP-05,2026-01-02,18')
    const { body } = await send(coordinator, rows, { query: { ...query, strategy: 'create' } }).expect(422)
    expect(codesOf(body.report)).toEqual(['null already_exists'])
  })
})

test('a rehearsal of every resource writes nothing', async () => {
  const before = await trace(house)
  const files = {
    'checklist-items': file('list,code,name', 'SEC-01,MAY-77,Máy'),
    areas: file('code,name', 'TDP-77,Tổ 77'),
    denominators: file('kind,on,value', 'adults,2026-01-01,9000'),
  }
  for (const [resource, rows] of Object.entries(files)) {
    const { body } = await coordinator
      .post(URL)
      .query({ resource })
      .set('content-type', 'text/csv')
      .send(rows)
      .expect(200)
    expect(body).toMatchObject({ status: 'validated', counts: { created: 1, rejected: 0 } })
  }
  expect(await trace(house)).toEqual(before)
})

test('a rehearsal of rows that change nothing, or of which none may be written, is no failure', async () => {
  const check = (resource: string, ...lines: string[]) =>
    send(coordinator, file(...lines), { query: { resource, mode: 'validate' } }).expect(200)
  const areas = await check('areas', 'code,name', 'TDP-06,Tổ dân phố 6')
  expect(areas.body.counts).toMatchObject({ unchanged: 1, rejected: 0 })
  const lists = await check('checklist-items', 'list,code', 'KHONG-CO,A-1')
  expect(lists.body.counts).toMatchObject({ unchanged: 0, rejected: 1 })
})

describe('departments in a file', () => {
  const query = { resource: 'departments' }
  const rows = file(
    'Mã;Tên;Tên ngắn;Loại;Thuộc;Báo cáo hằng năm;Có từ ngày;Mang tên này từ ngày;Căn cứ',
    'PKT;Phòng Kinh tế;Phòng KT;phòng;UBND-CT;có;01/01/2026;;QĐ số 1',
    'HND;Hội Nông dân phường Cẩm Thành;;;;;;01/02/2026;',
  )

  test('are made and renamed in one change, and the same again changes nothing', async () => {
    const before = await trace(house)
    const { body } = await send(coordinator, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 1, updated: 1 })
    expect(await trace(house)).toMatchObject({ audits: before.audits + 1, changes: before.changes + 1 })
    expect(await lastAudit(house)).toMatchObject({ action: 'department.arrange', resource: 'import' })
    const named = async (code: string, asOf: string) => {
      const { body: list } = await coordinator.get(`${PLAN}/departments`).query({ asOf })
      return list.items.find((each: { code: string }) => each.code === code)
    }
    expect(await named('PKT', '2026-01-01')).toMatchObject({
      shortName: 'Phòng KT',
      reports: true,
      inForce: true,
    })
    expect((await named('HND', '2026-01-31')).name).toBe('Hội Nông dân phường')
    expect((await named('HND', '2026-02-01')).name).toBe('Hội Nông dân phường Cẩm Thành')
    const again = await send(coordinator, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 2 })
  })

  test('are never ended by one: the last day is left out; and it is no affair of an officer', async () => {
    const ending = file('code,name,validTo', 'CA,Công an phường,2026-01-01')
    const { body } = await send(coordinator, ending, { query }).expect(200)
    expect(body.counts).toMatchObject({ unchanged: 1 })
    await send(officer, rows, { query }).expect(403)
    const wrong = file('code,name,parent', 'CA,Công an,', 'QS,Ban Chỉ huy Quân sự phường,XX', 'P 1,Phòng,')
    const refused = await send(coordinator, wrong, { query }).expect(422)
    expect(codesOf(refused.body.report)).toEqual([
      'renamedOn rename_day_missing',
      'renamedOn rename_day_missing',
      'code invalid_code',
    ])
  })
})

describe('people in a file', () => {
  const query = { resource: 'people' }
  const rows = file(
    'Thư điện tử;Họ và tên;Vai trò;Mã bộ phận',
    'Binh@phuong.test;Lê Thị Bình;cán bộ;VH-TT',
    'binh@phuong.test;Lê Thị Bình;xem;',
  )
  const known = async () => {
    const { body } = await admin.get('/api/v1/people').expect(200)
    return body.items.find(({ email }: { email: string }) => email === 'binh@phuong.test')
  }

  test('are made with their roles and no way in: whoever manages people makes the link by hand', async () => {
    const { body } = await send(admin, rows, { query }).expect(200)
    expect(body.counts).toMatchObject({ created: 2 })
    expect(await lastAudit(house)).toMatchObject({ action: 'person.invite', resource: 'import' })
    expect(await known()).toMatchObject({
      state: 'invited',
      roles: [
        { role: 'officer', department: 'VH-TT' },
        { role: 'viewer', department: null },
      ],
    })
    const links = await house.database.pool.query(
      'select 1 from invitation i join person p on p.id = i.person_id where p.email = $1',
      ['binh@phuong.test'],
    )
    expect(links.rowCount).toBe(0)
    const again = await send(admin, rows, { query }).expect(200)
    expect(again.body.counts).toMatchObject({ unchanged: 2 })
  })

  test('get nothing more by a second file; and only who may invite may send one, or take one away', async () => {
    const more = file(
      'email,name,role,department',
      'binh@phuong.test,Lê Thị Bình,leader,',
      'cuc@phuong.test,Trần Thị Cúc,admin,',
      'thu,Nguyễn Văn Thư,viewer,',
    )
    const { body } = await send(admin, more, { query }).expect(422)
    expect(codesOf(body.report)).toEqual([
      'role field_stays',
      'role administrator_by_hand',
      'email not_an_email',
    ])
    for (const agent of [coordinator, officer]) {
      await send(agent, rows, { query }).expect(403)
      await agent.get(`${PLAN}/exports/people`).expect(403)
    }
    const { text } = await admin.get(`${PLAN}/exports/people`).query({ format: 'csv' }).expect(200)
    expect(text).toContain('binh@phuong.test')
    expect(text).not.toMatch(/password|dat-mat-khau/i)
  })
})
