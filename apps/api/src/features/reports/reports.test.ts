import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { WARD_REPORT_ACTS, WARD_REPORT_STATES, type WardReportState } from '@tien-do/domain/ward-report'
import { readXlsx } from 'hucre/xlsx'
import type supertest from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { openDocx } from '../../../test/open-docx.ts'
import { readXml } from '../../../test/unzip.ts'
import { SAMPLE_FIGURES_FILE } from '../../paths.ts'

const URL = `${PLAN}/reports`
const house = await startHarness()
const [coordinator, officer, leader, viewer, admin] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('leader'),
  house.as('viewer'),
  house.as('admin'),
])
const FILLED = {
  letterhead: { signer: 'Lê Minh Tâm' },
  paragraphs: [{ key: 'nguyen-nhan', text: 'Nguyên nhân: địa bàn thay đổi từ ngày 01/7/2025.' }],
}
let lastNumber = 40
beforeAll(async () => {
  await coordinator
    .post(`${PLAN}/imports?mode=commit&state=approved`)
    .set({ 'content-type': 'text/csv', 'idempotency-key': 'samples' })
    .send(await readFile(SAMPLE_FIGURES_FILE, 'utf8'))
    .expect(200)
})

type Body = {
  id: string
  etag: string
  state: WardReportState
  hash: string
  document: Document
  allowedActions: string[]
}
type Document = {
  blocks: {
    kind: string
    key: string
    text: string
    drafted: string
    edited: boolean
    changedFigures: string[]
  }[]
  figures: Record<string, { text: string }>
}

const at = (
  agent: supertest.Agent,
  report: Body,
  verb: 'get' | 'post' | 'patch' | 'delete' | 'put',
  path = '',
) => agent[verb](`${URL}/${report.id}${path}`).set('if-match', report.etag)
const read = async (report: Pick<Body, 'id'>, agent = coordinator) =>
  (await agent.get(`${URL}/${report.id}`).expect(200)).body as Body
const paragraph = (report: Body, key: string) => report.document.blocks.find((block) => block.key === key)!

const bodies: Record<string, object> = {
  edit: {},
  refresh: {},
  return: { reason: 'Bổ sung' },
  issue: { number: 99, issuedOn: '2026-11-22' },
}

async function draft(of: number, asOf?: string): Promise<Body> {
  const { body } = await coordinator
    .post(URL)
    .send({ year: of, ...(asOf ? { asOf } : {}) })
    .expect(201)
  return read(body)
}
/** Brings a filled draft to a state by the acts that lead there. */
async function bring(report: Body, state: WardReportState): Promise<Body> {
  if (state === 'draft') return read(report)
  let now = (await at(coordinator, report, 'patch').send(FILLED).expect(200)).body as Body
  now = (await at(coordinator, now, 'post', '/submit').expect(200)).body
  if (state === 'submitted') return read(now)
  if (state === 'returned') {
    await at(leader, now, 'post', '/return').send({ reason: 'Bổ sung nguyên nhân' }).expect(200)
    return read(now)
  }
  now = (await at(leader, now, 'post', '/approve').expect(200)).body
  if (state === 'approved') return read(now)
  lastNumber += 1
  const issue = { number: lastNumber, issuedOn: '2026-11-22' }
  now = (await at(coordinator, now, 'post', '/issue').send(issue).expect(200)).body
  if (state === 'issued') return read(now)
  await at(coordinator, now, 'post', '/send').expect(200)
  return read(now)
}

describe('draftWardReport', () => {
  it('asks a stranger to sign in, refuses who only reads, and points to what is wrong', async () => {
    await house.anyone.post(URL).send({ year: 2026 }).expect(401)
    for (const agent of [viewer, officer, leader]) await agent.post(URL).send({ year: 2026 }).expect(403)
    await coordinator.post(URL).send({ year: '2026' }).expect(400)
    const { body } = await coordinator.post(URL).send({ year: 2026, asOf: '2026-11-23' }).expect(400)
    expect(body.errors).toMatchObject([{ pointer: '/asOf', code: 'future_day' }])
  })
  it('takes a snapshot up to the cut-off of the year, hashes it, and leaves an audit row', async () => {
    const report = await draft(2026)
    expect(report).toMatchObject({ state: 'draft', asOf: '2026-11-14', cutOff: '2026-11-14', number: null })
    const { rows } = await house.database.pool.query(
      'select content, hash from report_snapshot where report_id = $1',
      [report.id],
    )
    expect(createHash('sha256').update(rows[0].content).digest('hex')).toBe(rows[0].hash)
    expect(rows[0].hash).toBe(report.hash)
    const audit = await house.database.pool.query(`select action from audit_event where resource_id = $1`, [
      report.id,
    ])
    expect(audit.rows).toEqual([{ action: 'ward-report.draft' }])
  })
  it('keeps one draft of a year', async () => {
    expect((await coordinator.post(URL).send({ year: 2026 }).expect(409)).body.code).toBe(
      'ward-report.exists',
    )
  })
})

describe('who sees a draft', () => {
  it('is who works on it: a viewer and a key of the portal do not know that there is one', async () => {
    const items = async (agent: supertest.Agent) => (await agent.get(URL).expect(200)).body.items as Body[]
    const [report] = await items(coordinator)
    expect(await items(viewer)).toEqual([])
    await viewer.get(`${URL}/${report!.id}`).expect(404)
    const { body } = await admin
      .post(`${PLAN}/api-keys`)
      .send({ name: 'Cổng', scopes: ['reports:read'] })
      .expect(201)
    const portal = house.withKey(body.key)
    expect(await items(portal)).toEqual([])
    await portal.get(`${URL}/${report!.id}/files/json`).expect(404)
  })
})

describe('every figure of the document', () => {
  it('is what the API says of the indicator on that day', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    const { document } = await read({ id })
    const { body } = await coordinator.get(`${PLAN}/indicators?asOf=2026-11-14`).expect(200)
    const shown = body.items.filter((each: { value: number | null }) => each.value !== null)
    expect(shown.length).toBeGreaterThan(12)
    const docx = await openDocx(
      (await coordinator.get(`${URL}/${id}/files/docx`).responseType('blob').expect(200)).body,
    )
    for (const { code, value, shownDecimals } of shown) {
      const text = `${value.toLocaleString('vi-VN', { minimumFractionDigits: Number.isInteger(value) ? 0 : shownDecimals, maximumFractionDigits: shownDecimals })}%`
      expect([code, document.figures[`${code}:value`]?.text]).toEqual([code, text])
      expect(docx.text).toContain(text)
    }
  })
  it('is blank with its owner where there is none, never 0', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    const missing = paragraph(await read({ id }), 'chi-tieu:DP-05')
    expect(missing.text).toContain('chưa có số liệu năm 2026 (chưa phân công đơn vị cung cấp)')
  })
})

describe('editWardReport', () => {
  it('keeps the words of a person through a refresh, and flags them when a figure under them changed', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    let report = await read({ id })
    const text = 'Hộ có cáp quang đạt {FB-02:value}, thêm 04 tuyến mới.'
    report = (
      await at(coordinator, report, 'patch')
        .send({ paragraphs: [{ key: 'chi-tieu:FB-02', text }] })
        .expect(200)
    ).body
    expect(paragraph(report, 'chi-tieu:FB-02')).toMatchObject({ text, edited: true, changedFigures: [] })
    house.clock = new Date('2026-11-22T03:00:00.000Z')
    const figure = (await coordinator.get(`${PLAN}/measurements?indicator=FB-02&area=TDP-05&from=2026-11-14`))
      .body.items[0]
    const corrected = await coordinator
      .patch(`${PLAN}/measurements/${figure.id}`)
      .set('if-match', figure.etag)
      .send({ numerator: figure.numerator - 20, reason: 'Tổ trưởng đếm hai lần' })
      .expect(200)
    await leader
      .post(`${PLAN}/measurements/${corrected.body.id}/approve`)
      .set('if-match', corrected.body.etag)
      .expect(200)

    const pending = (await at(coordinator, report, 'get', '/changes?against=now').expect(200)).body.items
    expect(pending).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'FB-02', field: 'numerator', before: '3412', after: '3392' }),
      ]),
    )
    const before = report.document.figures['FB-02:value']
    await at(coordinator, report, 'post', '/refresh').send({}).expect(200)
    report = await read(report)
    expect(report.document.figures['FB-02:value']).not.toEqual(before)
    const kept = paragraph(report, 'chi-tieu:FB-02')
    expect(kept).toMatchObject({ text, edited: true })
    expect(kept.changedFigures).toContain('FB-02:value')
    const changes = (await at(coordinator, report, 'get', '/changes').expect(200)).body.items
    const change = changes.find(
      (each: { code: string; field: string }) => each.code === 'FB-02' && each.field === 'value',
    )
    expect(change.acts[0]).toMatchObject({ by: 'Lê Minh Tâm', action: 'measurement.approve' })
    expect(change.acts[1]).toMatchObject({ by: 'Trần Thị Hoa', reason: 'Tổ trưởng đếm hai lần' })
    report = (
      await at(coordinator, report, 'patch')
        .send({ paragraphs: [{ key: 'chi-tieu:FB-02', text: null }] })
        .expect(200)
    ).body
    expect(paragraph(report, 'chi-tieu:FB-02').edited).toBe(false)
  })
  it('points to a paragraph, a figure or a section that there is none of', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    const report = await read({ id })
    const wrong = {
      paragraphs: [
        { key: 'khong-co', text: 'a' },
        { key: 'nguyen-nhan', text: 'Đạt {XX:value}.' },
      ],
      sections: [{ key: 'khong-co', on: true }],
    }
    const { body } = await at(coordinator, report, 'patch').send(wrong).expect(400)
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/paragraphs/0/key', 'unknown_paragraph'],
      ['/paragraphs/1/text', 'unknown_figure'],
      ['/sections/0/key', 'unknown_section'],
    ])
    await coordinator.patch(`${URL}/${id}`).send(FILLED).expect(428)
    await coordinator.patch(`${URL}/${id}`).set('if-match', '"999"').send(FILLED).expect(412)
    await officer.patch(`${URL}/${id}`).set('if-match', '*').send(FILLED).expect(403)
  })
  it('takes sections out and puts them in another order; their numerals follow', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    const report = await read({ id })
    const sections = [
      { key: 'vuong-mac', on: true },
      { key: 'chi-dao', on: false },
    ]
    const { body } = await at(coordinator, report, 'patch').send({ sections }).expect(200)
    const first = body.document.blocks.filter((block: { kind: string; level?: number }) => block.level === 1)
    expect(first.map((block: { text: string }) => block.text).slice(0, 2)).toEqual([
      'I. KHÓ KHĂN, VƯỚNG MẮC',
      'II. KẾT QUẢ THỰC HIỆN',
    ])
    await at(coordinator, body, 'patch').send({ sections: [] }).expect(200)
  })
})

describe('the way of a report', () => {
  it('stops at what is owed: a cause that nobody wrote, a signature that nobody gives', async () => {
    const [{ id }] = (await coordinator.get(URL)).body.items
    const { body } = await at(coordinator, await read({ id }), 'post', '/submit').expect(422)
    expect(body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'paragraphs_owed',
      'signer_missing',
    ])
  })

  it.each(WARD_REPORT_STATES.map((state, at) => [state, 2001 + at] as const))(
    '%s: the acts that are open are open, the others say where it stands',
    async (state, year) => {
      const report = await bring(await draft(year), state)
      expect(report.state).toBe(state)
      for (const [act, { from, action }] of Object.entries(WARD_REPORT_ACTS)) {
        const open = (from as readonly string[]).includes(state)
        const shown = [coordinator, leader].map(async (agent) =>
          (await read(report, agent)).allowedActions.includes(action),
        )
        expect([act, (await Promise.all(shown)).some(Boolean)]).toEqual([act, open])
        if (open) continue
        const agent = act === 'return' || act === 'approve' ? leader : coordinator
        const request = act === 'edit' ? at(agent, report, 'patch') : at(agent, report, 'post', `/${act}`)
        const { body } = await request.send(bodies[act]).expect(409)
        expect(body).toMatchObject({ code: 'ward-report.wrong-state', state })
      }
    },
  )
  it('lets nobody approve what they handed up themselves, and takes a reason for a return', async () => {
    const report = await bring(await draft(2010), 'submitted')
    await at(coordinator, report, 'post', '/approve').expect(403)
    await at(leader, report, 'post', '/return').send({}).expect(400)
    await at(leader, report, 'post', '/return').send({ reason: 'Bổ sung số liệu' }).expect(200)
    expect(await read(report)).toMatchObject({ state: 'returned', reason: 'Bổ sung số liệu' })
  })
  it('takes a number once a year, and no day that has not come or lies before the figures', async () => {
    const report = await bring(await draft(2026 - 15), 'approved')
    const issue = (number: number, issuedOn: string) =>
      at(coordinator, report, 'post', '/issue').send({ number, issuedOn })
    expect((await issue(77, '2026-11-23').expect(400)).body.errors[0].code).toBe('future_day')
    expect((await issue(77, '2011-11-13').expect(400)).body.errors[0].code).toBe('before_figures')
    expect((await issue(lastNumber, '2026-11-20').expect(409)).body.code).toBe('ward-report.number-taken')
    await issue(lastNumber, '2025-12-04').expect(200)
  })
})

describe('an issued report', () => {
  it('is frozen: no route changes a byte of it, and the database itself refuses', async () => {
    const report = await bring(await draft(2025, '2025-11-30'), 'issued')
    const bytes = async () => (await coordinator.get(`${URL}/${report.id}/files/json`).expect(200)).text
    const before = await bytes()
    const tries = [
      at(coordinator, report, 'patch').send(FILLED),
      at(coordinator, report, 'put', '/charts/FB-02').send({
        section: 'chi-tieu',
        png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      }),
      at(coordinator, report, 'delete', '/charts/FB-02'),
      ...['refresh', 'submit', 'issue'].map((act) =>
        at(coordinator, report, 'post', `/${act}`).send(
          act === 'submit' ? undefined : (bodies[act] as object),
        ),
      ),
      at(leader, report, 'post', '/return').send({ reason: 'Sửa lại' }),
      at(leader, report, 'post', '/approve'),
    ]
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(409)
    const { pool } = house.database
    for (const sql of [
      `update ward_report set document = '{}' where id = $1`,
      `update ward_report set state = 'draft' where id = $1`,
      'delete from ward_report where id = $1',
      `update report_snapshot set content = '{}' where report_id = $1`,
      'delete from report_snapshot where report_id = $1',
      `update report_paragraph set text = 'khác' where report_id = $1`,
      'delete from report_paragraph where report_id = $1',
    ])
      await expect(pool.query(sql, [report.id])).rejects.toThrow(/never changed/)
    expect(await bytes()).toBe(before)
    await at(coordinator, report, 'post', '/send').expect(200)
    expect(JSON.parse(await bytes())).toEqual({ ...JSON.parse(before), state: 'sent' })
  })
  it('has one hash in all three files, and it is the hash of the snapshot in the .json', async () => {
    const report = (await coordinator.get(URL)).body.items.find(
      (each: { year: number }) => each.year === 2025,
    )
    const file = (format: string) =>
      coordinator.get(`${URL}/${report.id}/files/${format}`).responseType('blob').expect(200)
    const [docx, xlsx, json] = await Promise.all([file('docx'), file('xlsx'), file('json')])
    const jsonText = Buffer.from(json.body).toString()
    const { custom } = await openDocx(docx.body)
    expect(custom).toContain(report.hash)
    expect((await readXml(xlsx.body)).get('docProps/custom.xml')).toContain(report.hash)
    expect(JSON.parse(jsonText).sha256).toBe(report.hash)
    const snapshot = jsonText.slice(jsonText.indexOf('"snapshot":') + '"snapshot":'.length, -1)
    expect(createHash('sha256').update(snapshot).digest('hex')).toBe(report.hash)
    expect(docx.headers['content-disposition']).toMatch(/^attachment; filename="\d\d-BC-UBND-2025[.]docx"$/)
    expect(json.headers['content-disposition']).toMatch(/BC-UBND-2025[.]json"$/)
  })
  it('says who issued it to whom by the names of its day', async () => {
    const report = (await coordinator.get(URL)).body.items.find(
      (each: { year: number }) => each.year === 2025,
    )
    const { document } = (await coordinator.get(`${URL}/${report.id}`)).body
    expect(document.agencyLines).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG CẨM THÀNH'])
    expect(document.addressees).toEqual(['Ủy ban nhân dân tỉnh Quảng Ngãi'])
    expect(document.numberLine).toMatch(/^Số: \d\d\/BC-UBND$/)
  })
  it('is what an observer and the portal see, with its files', async () => {
    const { body } = await admin
      .post(`${PLAN}/api-keys`)
      .send({ name: 'Cổng', scopes: ['reports:read'] })
      .expect(201)
    for (const agent of [viewer, house.withKey(body.key)]) {
      const { items } = (await agent.get(URL).expect(200)).body as { items: Body[] }
      expect(items.length).toBeGreaterThan(0)
      for (const item of items) expect(['issued', 'sent']).toContain(item.state)
      await agent.get(`${URL}/${items[0]!.id}/files/docx`).expect(200)
    }
    const blind = await admin
      .post(`${PLAN}/api-keys`)
      .send({ name: 'Khác', scopes: ['plan:read'] })
      .expect(201)
    await house.withKey(blind.body.key).get(URL).expect(403)
  })
  it('takes the signed copy as its evidence', async () => {
    const copy = {
      resource: 'report',
      code: 'ward',
      year: 2025,
      name: 'Bản ký',
      url: 'https://x.gov.vn/bc.pdf',
    }
    await officer.post(`${PLAN}/evidence/links`).send(copy).expect(403)
    await coordinator.post(`${PLAN}/evidence/links`).send(copy).expect(201)
  })
  it('is corrected by a new report that names it, once', async () => {
    const old = (await coordinator.get(URL)).body.items.find((each: { year: number }) => each.year === 2025)
    expect((await coordinator.post(URL).send({ year: 2025 }).expect(409)).body.code).toBe(
      'ward-report.issued',
    )
    const wanted = { year: 2025, asOf: '2025-11-30', corrects: old.id, reason: 'Sai mẫu số của Tổ 5' }
    const { body } = await coordinator.post(URL).send(wanted).expect(201)
    expect(body).toMatchObject({ corrects: old.id, state: 'draft', reason: 'Sai mẫu số của Tổ 5' })
    expect(paragraph(await read(body), 'nguyen-nhan').edited).toBe(true)
    expect((await coordinator.get(`${URL}/${old.id}`)).body.correctedBy).toBe(body.id)
    expect(paragraph(await read(body), 'thay-the').text).toMatch(
      /^Báo cáo này thay thế Báo cáo số \d\d\/BC-UBND ngày 22\/11\/2026 của UBND phường Cẩm Thành[.]$/,
    )
  })
})

describe('the .xlsx', () => {
  it('has numbers as numbers, a header that stays, and no text that runs as a formula', async () => {
    const plan = (await coordinator.get(`${PLAN}/file`)).body
    const tasks = plan.tasks.map((task: { code: string }) =>
      task.code === 'NV-01' ? { ...task, name: '=1+1' } : task,
    )
    const etag = (await coordinator.get(`${PLAN}/file`)).headers.etag!
    await coordinator
      .put(`${PLAN}/file?mode=commit`)
      .set('if-match', etag)
      .send({ ...plan, tasks })
      .expect(200)
    const report = await draft(2024, '2024-11-30')
    const file = await coordinator.get(`${URL}/${report.id}/files/xlsx`).responseType('blob').expect(200)
    const { sheets } = await readXlsx(file.body)
    const [indicators, work] = sheets
    const row = indicators!.rows.find((cells) => cells.includes('Hộ có Internet cáp quang'))!
    expect(row.filter((cell) => typeof cell === 'number').length).toBeGreaterThanOrEqual(5)
    expect(work!.rows.flat()).toContain("'=1+1")
    const xml = await readXml(file.body)
    const sheet = xml.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
    expect([...xml.values()].join('')).not.toMatch(/<f>/)
  })
})

describe('compareReports', () => {
  it('sets two years side by side, as a table and in words', async () => {
    const items = (await coordinator.get(URL)).body.items as Body[]
    const of = (year: number) => items.find((each) => (each as unknown as { year: number }).year === year)!
    const { body } = await coordinator.get(`${URL}/${of(2026).id}/comparison?with=${of(2025).id}`).expect(200)
    const row = body.rows.find(({ code }: { code: string }) => code === 'MB-02')
    expect(row).toMatchObject({ before: { text: '79,6%' }, after: { text: '83,0%' } })
    expect(row.sentence).toBe(
      'Tỷ lệ người trưởng thành có điện thoại thông minh: tăng 3,4 điểm phần trăm, từ 79,6% năm 2025 lên 83,0% năm 2026.',
    )
    await viewer.get(`${URL}/${of(2026).id}/comparison?with=${of(2025).id}`).expect(404)
  })
})
