// The report against the registers it is made from: tasks, obstacles, money, departments, the journal, another plan.
import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import type supertest from 'supertest'
import { beforeAll, describe, expect, it } from 'vitest'
import { API, PLAN, startHarness } from '../../../test/harness.ts'
import { openDocx } from '../../../test/open-docx.ts'
import { PLAN_FILE } from '../../paths.ts'

const house = await startHarness()
const [coordinator, officer, finance, leader] = await Promise.all([
  house.as('coordinator'),
  house.as('officer'),
  house.as('finance'),
  house.as('leader'),
])
const URL = `${PLAN}/reports`
const RESULT = {
  verdict: 'in_progress',
  result: 'Đã số hóa 139/164 sổ hộ tịch.',
  remaining: 'Còn 25 sổ rách.',
}
const money = (amount: string) => ({ amount, currency: 'VND' })
const SCANNER = {
  ...{ name: 'Máy quét', kind: 'equipment', task: 'NV-08', source: 'NSNN', quantity: '2', unit: 'cái' },
  unitPrice: money('8500000'),
}

type Change = { subject: string; code: string; field: string; acts: { by: string; reason: string | null }[] }
type Report = {
  id: string
  etag: string
  document: {
    blocks: { key: string; kind: string; text: string }[]
    figures: Record<string, { text: string }>
    proof: string
  }
  checks: { code: string; about: string[] }[]
}
const read = async (id: string, plan = PLAN) =>
  (await coordinator.get(`${plan}/reports/${id}`).expect(200)).body as Report
const said = ({ document }: Report, key: string) =>
  document.blocks
    .find((block) => block.key === key)
    ?.text.replace(/\{([^}]+)\}/g, (token, figure) => document.figures[figure]?.text ?? token)
const about = ({ checks }: Report, code: string) => checks.find((each) => each.code === code)?.about ?? []
async function move(agent: supertest.Agent, url: string, act: string, body?: object) {
  const { headers } = await agent.get(url).expect(200)
  const sent = agent.post(`${url}/${act}`).set('if-match', headers.etag!)
  return (await sent.send(body).expect(200)).body
}

let report: Report
beforeAll(async () => {
  const assign = { lead: 'TP-HT', coordinating: ['CA'], from: '2026-01-05', reason: null }
  await coordinator.post(`${PLAN}/tasks/NV-08/assignments`).set('if-match', '*').send(assign).expect(201)
  await officer.put(`${PLAN}/tasks/NV-08/results/2026`).set('if-match', '"0"').send(RESULT).expect(200)
  const scanner = { subject: { resource: 'task', code: 'NV-08' }, title: 'Thiếu máy quét' }
  await officer.post(`${PLAN}/obstacles`).send(scanner).expect(201)
  const request = `${PLAN}/budgets/2026/requests/TP-HT`
  const { headers } = await officer.get(request).expect(200)
  const lines = [
    SCANNER,
    {
      ...SCANNER,
      name: 'Tập huấn',
      kind: 'training',
      task: null,
      source: 'LG',
      quantity: '1',
      unitPrice: money('600719925474098'),
    },
  ]
  const saved = await officer.put(request).set('if-match', headers.etag!).send({ noCost: false, lines })
  expect(saved.body.errors).toBeUndefined()
  await move(officer, request, 'request')
  await move(finance, request, 'accept')
  const { body } = await coordinator.post(URL).send({ year: 2026 }).expect(201)
  report = await read(body.id)
})

describe('tasks', () => {
  it('are led by whom the ward assigned, and told by what was written of the year', () => {
    expect(said(report, 'nhiem-vu:NV-08')).toMatch(/: đang thực hiện; Đã số hóa 139\/164 sổ hộ tịch[.]$/)
    expect(said(report, 'con-lai:NV-08')).toMatch(/: Còn 25 sổ rách[.]$/)
    expect(said(report, 'nhiem-vu-chua-co')).toMatch(/^11 nhiệm vụ chưa có kết quả báo cáo năm 2026 /)
  })
  it('without a result or a lead are what the builder’s checks name', () => {
    expect(about(report, 'tasks_without_result')).toHaveLength(11)
    expect(about(report, 'tasks_without_result')).not.toContain('NV-08')
    expect(about(report, 'tasks_without_lead')).not.toContain('NV-08')
  })
  it('stand in appendix II with lead, coordinating, result and progress', async () => {
    const file = await coordinator.get(`${URL}/${report.id}/files/docx`).responseType('blob').expect(200)
    const { tables } = await openDocx(file.body)
    const row = tables.flatMap(({ rows }) => rows).find((cells) => cells[2]?.includes('Hộ tịch'))
    expect(row?.slice(2)).toEqual([
      expect.stringContaining('Tư pháp - Hộ tịch'),
      expect.stringContaining('Công an'),
      'Đã số hóa 139/164 sổ hộ tịch. Tồn tại: Còn 25 sổ rách.',
      'Đang thực hiện',
      '',
    ])
  })
})

describe('money', () => {
  it('equals what the register says, line by line and in all', async () => {
    const { body } = await finance.get(`${PLAN}/budgets/2026`).expect(200)
    const asked: string[] = body.requests.flatMap(
      ({ lines }: { lines: { requested: { amount: string } }[] }) =>
        lines.map(({ requested }) => requested.amount),
    )
    expect(asked).toEqual(['17000000', '600719925474098'])
    const total = String(asked.reduce((sum, amount) => sum + BigInt(amount), 0n))
    const printed = total.replace(/\B(?=(?:\d{3})+$)/g, '.')
    expect(report.document.figures['kinh-phi:requestedVnd']?.text).toBe(`${printed} đồng`)
    expect(said(report, 'kinh-phi')).toContain(`dự trù ${printed} đồng`)
    const xlsx = await coordinator.get(`${URL}/${report.id}/files/xlsx`).responseType('blob').expect(200)
    const { sheets } = await readXlsx(xlsx.body)
    const rows = sheets.find(({ rows: all }) => all.flat().includes('Tổng cộng'))!.rows
    expect(rows.flat().filter((cell) => typeof cell === 'number' && cell > 1_000)).toEqual(
      [...asked, total].map(Number),
    )
  })
})

describe('obstacles', () => {
  it('are told as the register has them, with who raised them and when', async () => {
    const { body } = await officer.get(`${PLAN}/obstacles`).expect(200)
    const [obstacle] = body.items
    expect(said(report, `vuong-mac:${obstacle.code}`)).toMatch(
      /^- Thiếu máy quét [(].*Tư pháp - Hộ tịch phản ánh ngày \d\d\/\d\d\/2026[)]: đang tổng hợp, đề xuất[.]$/,
    )
  })
})

describe('the journal', () => {
  it('is named by the head that it had, and the chain is held against it later', async () => {
    const head = /: ([0-9a-f]{64})$/.exec(report.document.proof)?.[1]
    const { body } = await leader.get(`${PLAN}/audit-verification?head=${head}`).expect(200)
    expect(body).toMatchObject({ whole: true, faults: [] })
    const { text } = await coordinator.get(`${URL}/${report.id}/files/json`).expect(200)
    expect(JSON.parse(text).snapshot.auditHead).toBe(head)
  })
})

describe('a refresh', () => {
  it('says of every kind of thing what changed, who did it and why', async () => {
    house.clock = new Date('2026-11-23T02:00:00.000Z')
    await officer
      .put(`${PLAN}/tasks/NV-08/results/2026`)
      .set('if-match', '"1"')
      .send({ ...RESULT, result: 'Đã số hóa 150/164 sổ.' })
      .expect(200)
    const obstacle = `${PLAN}/obstacles/${(await officer.get(`${PLAN}/obstacles`)).body.items[0].code}`
    await move(coordinator, obstacle, 'consolidate', { proposal: 'Mượn máy của phòng' })
    await coordinator.post(`${PLAN}/periods`).send({ year: 2026 }).expect(201)
    const { body } = await coordinator.get(`${URL}/${report.id}/changes?against=now`).expect(200)
    const changes = body.items as Change[]
    const by = (subject: string, field: string) =>
      changes.find((each) => each.subject === subject && each.field === field)?.acts[0]?.by
    expect([by('task', 'result'), by('obstacle', 'proposal')]).toEqual(['Võ Đình An', 'Trần Thị Hoa'])
    await coordinator.post(`${URL}/${report.id}/refresh`).set('if-match', report.etag).send({}).expect(200)
    const brought = (await coordinator.get(`${URL}/${report.id}/changes`).expect(200)).body.items as Change[]
    expect(brought.find(({ field }) => field === 'result')).toMatchObject({
      subject: 'task',
      code: 'NV-08',
      sentence: expect.stringContaining('từ “Đã số hóa 139/164 sổ hộ tịch.” thành “Đã số hóa 150/164 sổ.”'),
    })
    report = await read(report.id)
    expect(said(report, 'chua-gui')).toContain('Tư pháp - Hộ tịch')
    expect(about(report, 'departments_missing')).toContain('TP-HT')
  })
  it('reads one moment: what is written meanwhile is either whole in it, or in the next', async () => {
    const write = async (text: string, version: number) =>
      officer
        .put(`${PLAN}/tasks/NV-08/results/2026`)
        .set('if-match', `"${version}"`)
        .send({ ...RESULT, result: text })
    const refreshed = coordinator.post(`${URL}/${report.id}/refresh`).set('if-match', report.etag).send({})
    const [answer] = await Promise.all([refreshed, write('Một', 2).then(() => write('Hai', 3))])
    expect(answer.status).toBe(200)
    const { text } = await coordinator.get(`${URL}/${report.id}/files/json`).expect(200)
    const { snapshot } = JSON.parse(text)
    const { rows } = await house.database.pool.query(
      `select after->>'result' as result from audit_event where resource = 'task-result' and seq <=
       (select seq from audit_event where hash = $1) order by seq desc limit 1`,
      [snapshot.auditHead],
    )
    const task = snapshot.tasks.find(({ code }: { code: string }) => code === 'NV-08')
    expect(task.result).toBe(rows[0].result)
  })
})

describe('evidence of a report', () => {
  it('belongs to its department; the ward’s own has none before it is issued', async () => {
    const link = { resource: 'report', name: 'Bản ký số', url: 'https://quangngai.gov.vn/bc.pdf' }
    const add = (agent: supertest.Agent, code: string, year: number | null) =>
      agent.post(`${PLAN}/evidence/links`).send({ ...link, code, year })
    await add(officer, 'TP-HT', 2026).expect(201)
    await add(finance, 'TP-HT', 2026).expect(403)
    for (const [code, year] of [
      ['TP-HT', 2019],
      ['UBND-TINH', 2026],
      ['ward', 2026],
    ] as const)
      await add(coordinator, code, year).expect(404)
  })
})

describe('another plan', () => {
  it('brings its own sections, words and appendices', async () => {
    await house.database.pool.query(`update role_grant set plan_id = null where role = 'coordinator'`)
    const file = JSON.parse(
      await readFile(new globalThis.URL('examples/ben-lau.json', `file://${PLAN_FILE}`), 'utf8'),
    )
    const second = `${API}/plans/ben-lau`
    await coordinator.put(`${second}/file?mode=commit`).set('if-match', '*').send(file).expect(200)
    const { body } = await coordinator.post(`${second}/reports`).send({ year: 2026 }).expect(201)
    const own = await read(body.id, second)
    const headings = own.document.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
    expect(headings.slice(0, 2)).toEqual(['I. TÌNH HÌNH THỰC HIỆN', '1. Chỉ tiêu'])
    expect(headings.at(-1)).toBe('III. NHIỆM VỤ NĂM 2027')
    expect(said(own, 'tinh-hinh:loi')).toBe('Các nội dung dưới đây được tổng hợp từ báo cáo của các bộ phận.')
    const docx = await coordinator
      .get(`${second}/reports/${body.id}/files/docx`)
      .responseType('blob')
      .expect(200)
    const { text } = await openDocx(docx.body)
    expect(text).toContain('Tình hình thực hiện Môi trường phường Bến Lau (ví dụ) năm 2026')
    expect(text).not.toMatch(/Chánh Lộ|Cẩm Thành|Quảng Ngãi/)
  })
})
