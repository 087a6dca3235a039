import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { openDocx } from '../../../test/open-docx.ts'
import { readXml } from '../../../test/unzip.ts'

const house = await startHarness()
const [coordinator, officer, leader, viewer] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
])
const PERIOD = `${PLAN}/periods/2026`
const MORNING = new Date('2026-11-22T02:00:00.000Z')
const WORDS = {
  results: 'Đã số hóa 152/164 sổ hộ tịch.',
  shortcomings: 'Còn 12 sổ cũ rách, chờ phục chế.',
  direction: 'Năm 2027 hoàn thành số hóa.',
}

type Agent = typeof coordinator
const one = (department: string) => `${PERIOD}/reports/${department}`
const read = async (department: string) => (await viewer.get(one(department)).expect(200)).body
const act = async (agent: Agent, department: string, name: string, body: object = {}, etag?: string) => {
  const request = agent.post(`${one(department)}/${name}`)
  const seen = etag ?? (await read(department)).etag
  return request.set('if-match', seen).send(name === 'submit' || name === 'return' ? body : undefined)
}
const write = async (agent: Agent, department: string, narrative: object, etag?: string) =>
  agent
    .patch(one(department))
    .set('if-match', etag ?? (await read(department)).etag)
    .send({ narrative })
const figure = { indicator: 'CR-01', area: null, on: '2026-11-14', numerator: 152, denominator: 164 }

beforeAll(async () => {
  await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
})

describe('writeDepartmentReport', () => {
  it('climbs the ladder: nobody, not theirs, not seen, not there', async () => {
    const body = { narrative: WORDS }
    await house.anyone.patch(one('TP-HT')).send(body).expect(401)
    await viewer.patch(one('TP-HT')).set('if-match', '*').send(body).expect(403)
    await officer.patch(one('VP-TK')).set('if-match', '*').send(body).expect(403)
    await officer.patch(one('TP-HT')).send(body).expect(428)
    await officer
      .patch(one('TP-HT'))
      .set('if-match', '*')
      .send({ narrative: { other: 'x' } })
      .expect(400)
    await officer.patch(one('UBND-TINH')).set('if-match', '*').send(body).expect(404)
    await officer.patch(`${PLAN}/periods/2024/reports/TP-HT`).set('if-match', '*').send(body).expect(404)
  })
  it('saves one paragraph and keeps the others; who was late is told what is stored', async () => {
    const first = await write(officer, 'TP-HT', { results: WORDS.results }, '"0"')
    expect(first.body).toMatchObject({ narrative: { results: WORDS.results }, editedBy: 'Võ Đình An' })
    const second = await write(officer, 'TP-HT', { direction: WORDS.direction })
    expect(second.body.narrative).toEqual({ results: WORDS.results, direction: WORDS.direction })
    const late = await write(coordinator, 'TP-HT', { results: 'Khác' }, first.body.etag)
    expect(late.status).toBe(412)
    expect(late.body.current).toMatchObject({ etag: second.body.etag, editedBy: 'Võ Đình An' })
    expect((await read('TP-HT')).narrative.results).toBe(WORDS.results)
  })
})

describe('submitDepartmentReport', () => {
  it('refuses while something is missing, and names it', async () => {
    const { status, body } = await act(officer, 'TP-HT', 'submit')
    expect([status, body.code]).toEqual([422, 'department-report.incomplete'])
    expect(body.missing).toEqual([
      { part: 'figures', code: 'CR-01', area: null, lacks: null },
      { part: 'narrative', code: 'shortcomings', area: null, lacks: null },
    ])
    expect((await viewer.get(PERIOD).expect(200)).body.state).toBe('open')
    await write(officer, 'TP-HT', WORDS)
    expect((await act(officer, 'TP-HT', 'submit')).body.missing).toHaveLength(1)
  })
  it('is sent without a figure that nobody has, with the reason; it is not received, and its time does not count', async () => {
    const without = [{ part: 'figures', code: 'CR-01', area: null, reason: 'Sở chưa cung cấp số liệu' }]
    const { body } = await act(officer, 'TP-HT', 'submit', { without })
    expect(body).toMatchObject({ state: 'submitted', receipt: 1, complete: false, firstSubmittedAt: null })
    const board = (await viewer.get(`${PERIOD}/reports`).expect(200)).body
    expect(board.rates).toMatchObject({ expected: 8, received: 0, reportingRate: 0 })
    expect((await act(officer, 'TP-HT', 'withdraw')).body.state).toBe('open')
  })
  it('gives a receipt with number and time, and keeps a copy of what was sent', async () => {
    await coordinator.post(`${PLAN}/measurements`).send(figure).expect(201)
    const { body } = await act(officer, 'TP-HT', 'submit')
    expect(body).toMatchObject({
      state: 'submitted',
      receipt: 2,
      complete: true,
      late: false,
      missing: [],
      firstSubmittedAt: MORNING.toISOString(),
      submittedBy: 'Võ Đình An',
    })
    await write(officer, 'TP-HT', { results: 'Sửa sau khi nộp' }).then(({ status }) =>
      expect(status).toBe(409),
    )
    const copy = (await viewer.get(`${PERIOD}/receipts/2`).expect(200)).body
    expect(copy.copy).toMatchObject({ department: 'TP-HT', narrative: WORDS, figures: [{ numerator: 152 }] })
    await viewer.get(`${PERIOD}/receipts/99`).expect(404)
    const { rows } = await house.database.pool.query(
      `select action from audit_event order by seq desc limit 1`,
    )
    expect(rows[0].action).toBe('department-report.submit')
  })
  it('prints what was sent under each receipt, by the decree: the committee above, the department below', async () => {
    const file = (receipt: number, format: string) =>
      viewer.get(`${PERIOD}/receipts/${receipt}/files/${format}`).responseType('blob').expect(200)
    const [docx, xlsx, json] = await Promise.all(['docx', 'xlsx', 'json'].map((format) => file(2, format)))
    const { paragraphs, tables, sections, custom } = await openDocx(docx!.body)
    const said = (text: string | RegExp) =>
      paragraphs.find((each) => (typeof text === 'string' ? each.text === text : text.test(each.text)))
    expect(said('UBND PHƯỜNG CẨM THÀNH')).toMatchObject({ bold: false, align: 'center', points: 12 })
    expect(said('BỘ PHẬN TƯ PHÁP - HỘ TỊCH')).toMatchObject({ bold: true, align: 'center', points: 12 })
    expect(said('Số:      /BC')).toMatchObject({ bold: false, points: 13 })
    expect(said('Cẩm Thành, ngày 22 tháng 11 năm 2026')).toMatchObject({ italic: true, points: 13 })
    expect(
      said(/^Kính gửi: Ủy ban nhân dân phường Cẩm Thành [(]qua Bộ phận Văn hóa - Thông tin[)][.]$/),
    ).toBeDefined()
    expect(said('I. KẾT QUẢ THỰC HIỆN')).toMatchObject({ bold: true, style: 'Heading1', keepNext: true })
    expect(said(WORDS.results)).toMatchObject({ align: 'both', firstLine: 720, after: 120, line: 276 })
    expect(said(/của Bộ phận Tư pháp - Hộ tịch[.]\/[.]$/)).toMatchObject({ keepNext: true })
    expect(said('- Như trên;')).toMatchObject({ points: 11 })
    expect(said('- Lưu: Tư pháp - Hộ tịch.')).toMatchObject({ points: 11 })
    expect(said('NGƯỜI BÁO CÁO')).toMatchObject({ bold: true, inTable: true })
    expect(said('Võ Đình An')).toMatchObject({ bold: true, inTable: true })
    const figures = tables.at(-1)!
    expect(figures.rows[1]?.slice(3, 7)).toEqual(['14/11/2026', '152', '164', '92,7'])
    expect([figures.headerRows, sections.map(({ landscape }) => landscape)]).toEqual([1, [false, true]])
    const text = Buffer.from(json!.body).toString()
    const { sha256, copy } = JSON.parse(text)
    expect(copy.narrative).toEqual(WORDS)
    expect(
      createHash('sha256')
        .update(text.slice(text.indexOf('"copy":') + 7, -1))
        .digest('hex'),
    ).toBe(sha256)
    expect(custom).toContain(sha256)
    expect(sections.at(-1)?.foot.text).toMatch(new RegExp(`phiếu số 2/2026; .*${sha256}$`))
    expect((await readXml(xlsx!.body)).get('docProps/custom.xml')).toContain(sha256)
    expect(docx!.headers['content-disposition']).toContain('bao-cao-TP-HT-2026-phieu-02.docx')
    // The first was sent without a figure, with the reason: that is what it goes on saying.
    const first = await openDocx((await file(1, 'docx')).body)
    expect(first.text).toMatch(/- .*: chưa có số liệu; Sở chưa cung cấp số liệu[.]/)
    await viewer.get(`${PERIOD}/receipts/99/files/docx`).expect(404)
  })
  it('may be withdrawn until it is accepted; nobody judges what they sent themselves', async () => {
    expect((await act(officer, 'TP-HT', 'withdraw')).body).toMatchObject({
      state: 'open',
      firstSubmittedAt: null,
    })
    await act(coordinator, 'TP-HT', 'submit')
    expect((await act(coordinator, 'TP-HT', 'accept')).body.code).toBe('permission.own-entry')
    expect((await act(leader, 'TP-HT', 'accept')).body.state).toBe('accepted')
    expect((await act(officer, 'TP-HT', 'withdraw')).body.code).toBe('department-report.wrong-state')
  })
})

describe('returnDepartmentReport', () => {
  const note = { place: 'figure', code: 'CR-01', area: null, note: 'Mẫu số khác sổ đăng ký' }
  it('names a place that the department owes', async () => {
    const unknown = await act(leader, 'TP-HT', 'return', { notes: [{ ...note, code: 'FB-02' }] })
    expect(unknown.body.errors).toMatchObject([{ pointer: '/notes/0/code', code: 'not_owed' }])
    expect((await act(leader, 'TP-HT', 'return', { notes: [] })).status).toBe(400)
    expect((await act(officer, 'TP-HT', 'return', { notes: [note] })).status).toBe(403)
  })
  it('counts the returns and keeps the first time: sent again late, it was still on time', async () => {
    const returned = await act(leader, 'TP-HT', 'return', { notes: [note] })
    expect(returned.body).toMatchObject({ state: 'returned', returns: 1, returnNotes: [note] })
    // The intake has closed meanwhile: what was returned may still be mended.
    const period = await viewer.get(PERIOD).expect(200)
    const closed = await coordinator.post(`${PERIOD}/close`).set('if-match', period.body.etag).expect(200)
    house.clock = new Date('2026-12-02T02:00:00.000Z')
    expect((await write(officer, 'TP-HT', { results: 'Đã sửa mẫu số.' })).body.state).toBe('returned')
    const again = await act(officer, 'TP-HT', 'submit')
    expect(again.body).toMatchObject({
      state: 'submitted',
      late: false,
      returns: 1,
      returnNotes: [],
      firstSubmittedAt: MORNING.toISOString(),
    })
    // Others may not any more, and the period cannot be locked while a report waits.
    expect((await write(officer, 'TP-HT', WORDS)).status).toBe(409)
    const other = await write(coordinator, 'VP-TK', WORDS)
    expect([other.status, other.body.code]).toEqual([409, 'period.locked'])
    const waiting = await coordinator.post(`${PERIOD}/lock`).set('if-match', closed.body.etag).expect(409)
    expect(waiting.body).toMatchObject({ code: 'period.reports-wait', departments: ['TP-HT'] })
    const reopened = coordinator.post(`${PERIOD}/reopen`).set('if-match', closed.body.etag)
    await reopened.send({ reason: 'Còn bộ phận chưa nộp' }).expect(200)
    house.clock = MORNING
  })
})

describe('the deadline', () => {
  const rates = async () => (await viewer.get(`${PERIOD}/deadlines`).expect(200)).body
  const ofDepartment = async (code: string) =>
    (await rates()).items.find((each: { department: { code: string } }) => each.department.code === code)
  const send = async (department: string, instant: string) => {
    house.clock = new Date(instant)
    await write(coordinator, department, WORDS)
    const { body } = await act(coordinator, department, 'submit')
    expect(body.code).toBeUndefined()
  }

  it('is kept by what is sent at 30/11 23:59:59.999, and missed by what is sent at 01/12 00:00 in Việt Nam', async () => {
    await send('QS', '2026-11-30T23:59:59.999+07:00')
    expect(await ofDepartment('QS')).toMatchObject({ received: true, onTime: true, late: false })
    await send('DC-XD', '2026-12-01T00:00:00.000+07:00')
    expect(await ofDepartment('DC-XD')).toMatchObject({ received: true, onTime: false, late: true })
  })
  it('does not bind the exempt, and moves for the extended', async () => {
    house.clock = new Date('2026-12-01T02:00:00.000Z')
    const allow = (body: object) => coordinator.post(`${PERIOD}/allowances`).send(body).expect(201)
    const before = (await rates()).rates
    await allow({ kind: 'exemption', department: 'CA', reason: 'Không có chỉ tiêu năm nay' })
    await allow({ kind: 'extension', department: 'LDTBXH', reason: 'Ốm dài ngày', lastDay: '2026-12-03' })
    expect((await rates()).rates.expected).toBe(before.expected - 1)
    expect(await ofDepartment('CA')).toMatchObject({ state: 'exempt', expected: false, late: null })
    expect(await ofDepartment('LDTBXH')).toMatchObject({
      state: 'due_soon',
      lastDay: '2026-12-03',
      daysLeft: 2,
    })
    expect(await ofDepartment('VP-TK')).toMatchObject({ state: 'overdue', late: true, received: false })
    await send('LDTBXH', '2026-12-03T23:59:59.999+07:00')
    expect(await ofDepartment('LDTBXH')).toMatchObject({ onTime: true })
    house.clock = MORNING
  })
})

describe('two at once', () => {
  it('get receipts without a gap, and one report is sent once', async () => {
    house.clock = new Date('2026-11-25T02:00:00.000Z')
    const departments = ['VP-TK', 'TC-KT', 'VH-TT']
    const without = new Map<string, object[]>()
    for (const department of departments) {
      await write(coordinator, department, WORDS)
      const { missing } = await read(department)
      without.set(
        department,
        missing.map((each: object) => ({ ...each, reason: 'Chưa có số liệu' })),
      )
    }
    const etags = new Map(
      await Promise.all(departments.map(async (each) => [each, (await read(each)).etag] as const)),
    )
    const answers = await Promise.all(
      [...departments, ...departments].map((each) =>
        act(coordinator, each, 'submit', { without: without.get(each) }, etags.get(each)),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 412, 412, 412])
    const { rows } = await house.database.pool.query(
      'select receipt from department_report_submission order by receipt',
    )
    expect(rows.map(({ receipt }) => receipt)).toEqual(rows.map((_row, index) => index + 1))
  })
  it('who consolidates takes what was accepted, and then nothing moves it', async () => {
    await act(leader, 'QS', 'accept')
    expect((await act(coordinator, 'QS', 'consolidate')).body.state).toBe('consolidated')
    expect(
      (
        await act(leader, 'QS', 'return', {
          notes: [{ place: 'report', code: null, area: null, note: 'Sửa' }],
        })
      ).status,
    ).toBe(409)
  })
})
