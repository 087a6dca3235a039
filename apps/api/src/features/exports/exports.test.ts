import { IMPORT_RESOURCES } from '@tien-do/domain/import-options'
import fc from 'fast-check'
import type supertest from 'supertest'
import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'

const house = await startHarness()
const [admin, coordinator, officer, viewer] = await Promise.all([
  house.as('admin'),
  house.as('coordinator'),
  house.as('officer'),
  house.as('viewer'),
])
const TYPES = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
} as const
type Loadable = keyof typeof TYPES
let keys = 0

const download = (resource: string, query: Record<string, string>, agent = coordinator) =>
  agent
    .get(`${PLAN}/exports/${resource}`)
    .query(query)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
      answer.on('end', () => done(null, Buffer.concat(chunks)))
    })

const load = (resource: string, type: string, body: string | Buffer, agent: supertest.Agent = coordinator) =>
  agent
    .post(`${PLAN}/imports`)
    .query({ resource, mode: 'commit' })
    .set('content-type', type)
    .set('idempotency-key', `export-${keys++}`)
    .send(body)

/** People are the administrator's affair; the coordinator may do all the others. */
const whoMay = (resource: string) => (resource === 'people' ? admin : coordinator)
const rowsOf = (resource: string, rows: readonly object[]) =>
  load(resource, TYPES.json, JSON.stringify({ rows }), whoMay(resource))

/** Every resource gets rows that a careless file would break. */
const NASTY = '=1+1; "hai", \n ba'
const FILLED: Readonly<Record<string, readonly object[]>> = {
  measurements: [
    { indicator: 'FB-02', area: 'TDP-01', on: '2026-03-01', numerator: 1234, denominator: 2000, note: NASTY },
    {
      indicator: 'FB-02',
      on: '2026-03-02',
      numerator: 1,
      denominator: 3,
      method: 'estimated',
      source: '+84',
    },
  ],
  'checklist-items': [
    {
      list: 'SEC-01',
      code: 'MAY-1',
      name: '-Máy; "một"',
      level: 'ward',
      status: 'done',
      since: '2026-03-01',
      note: NASTY,
    },
    { list: 'SEC-01', code: 'MAY-2', name: 'Máy hai', validFrom: '2025-01-01', validTo: '2026-09-01' },
  ],
  departments: [
    {
      code: 'PKT',
      name: '=Phòng "Kinh tế"; 1',
      validFrom: '2026-01-01',
      kind: 'section',
      legalBasis: 'QĐ 1',
    },
    { code: 'CA', name: 'Công an; phường', renamedOn: '2026-02-01' },
  ],
  people: [
    { email: '+an@phuong.test', name: '=Võ "Đình"; An', role: 'officer', department: 'VH-TT' },
    { email: '+an@phuong.test', name: '=Võ "Đình"; An', role: 'viewer', until: '2027-01-01' },
  ],
  areas: [
    { code: 'TDP-70', name: '@Tổ 70', validFrom: '2026-01-01', validTo: '2026-05-01', legalBasis: 'QĐ 1' },
    { code: 'TDP-01', name: 'Tổ Một', renamedOn: '2026-02-01' },
  ],
  denominators: [
    { kind: 'households', area: 'TDP-05', on: '2026-01-01', value: 1234, source: NASTY },
    { kind: 'population', on: '2026-01-01', value: 12345, countedBy: 'Công an; phường' },
  ],
  'task-assignments': [
    { task: 'NV-01', lead: 'VP-TK', coordinating: 'VH-TT', from: '2026-02-01', reason: NASTY },
  ],
  'sub-tasks': [
    {
      task: 'NV-02',
      year: 2026,
      name: '=Viết tin',
      department: 'VH-TT',
      weight: 1.125,
      outputs: 'tin, bài=24; lớp=3',
      progressFrom: 'outputs',
      dueOn: '2026-09-30',
      note: NASTY,
    },
    { task: 'NV-02', year: 2026, name: 'Phát thanh', continuous: 'yes' },
  ],
  obstacles: [
    {
      department: 'VH-TT',
      title: 'Thiếu "máy quét"; giấy',
      subject: 'task',
      subjectCode: 'NV-02',
      detail: NASTY,
    },
    {
      department: 'VH-TT',
      kind: 'cable_finding',
      title: 'Cáp võng',
      subject: 'route',
      subjectCode: 'Đường số 1',
      place: 'Ngã ba',
      enterprise: 'Doanh nghiệp A',
    },
  ],
  'budget-lines': [
    {
      year: 2027,
      department: 'VH-TT',
      name: '=Máy quét',
      kind: 'equipment',
      source: 'NSNN',
      quantity: 1.234,
      unit: 'cái',
      unitPrice: '1500000',
      note: NASTY,
    },
    {
      year: 2027,
      department: 'VH-TT',
      name: 'Tập huấn',
      kind: 'training',
      task: 'NV-02',
      source: 'NSNN',
      quantity: 2,
      unit: 'lớp',
      unitPrice: '999999999999',
    },
  ],
}

describe.each(IMPORT_RESOURCES)('%s', (resource) => {
  test('that were exported load back as all unchanged, in every format and either language', async () => {
    const filled = await rowsOf(resource, FILLED[resource] ?? [])
    expect([filled.status, filled.body.errors ?? filled.body.report?.errors]).toEqual([200, []])
    for (const [format, type] of Object.entries(TYPES) as [Loadable, string][])
      for (const query of format === 'csv'
        ? [{ language: 'vi' }, { language: 'en' }, { language: 'vi', delimiter: ';' }, { delimiter: 'tab' }]
        : [{}]) {
        const file = await download(resource, { format, ...query }, whoMay(resource)).expect(200)
        const { body, status } = await load(resource, type, String(file.body), whoMay(resource))
        expect([status, body.errors ?? body.report?.errors]).toEqual([200, []])
        expect(body.counts).toMatchObject({ created: 0, updated: 0, rejected: 0 })
        expect(body.counts.unchanged).toBeGreaterThanOrEqual((FILLED[resource] ?? []).length)
      }
  })
})

test('whatever texts and numbers the rows hold, an export loads back as all unchanged', async () => {
  const text = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .map((value) => value.normalize('NFC').replaceAll('\0', '').trim())
    .filter((value) => value.length > 2 && value.isWellFormed() && value === value.normalize('NFC').trim())
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          name: text,
          note: fc.option(text, { nil: undefined }),
          quantity: fc.integer({ min: 1, max: 9_999_999 }),
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      async (lines) => {
        const rows = lines.map(({ name, note, quantity }, index) => ({
          ...{ year: 2031, department: 'VP-TK', line: index + 1, name, kind: 'other', source: 'NSNN' },
          ...{
            quantity: quantity / 1000,
            unit: 'cái',
            unitPrice: '1000',
            ...(note === undefined ? {} : { note }),
          },
        }))
        const filled = await rowsOf('budget-lines', rows)
        expect(filled.status, JSON.stringify(filled.body)).toBe(200)
        for (const format of ['csv', 'ndjson'] as const) {
          const file = await download('budget-lines', { format, department: 'VP-TK' })
          const { body } = await load('budget-lines', TYPES[format], file.body as Buffer)
          expect(body.counts).toMatchObject({ created: 0, updated: 0, rejected: 0 })
        }
      },
    ),
    { numRuns: 5 },
  )
})

describe('an export', () => {
  test('is a file with a name that people read and programs can keep', async () => {
    const { headers, body } = await download('denominators', {}).expect(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe(
      `attachment; filename=denominators-2026-11-22.csv; filename*=UTF-8''S%E1%BB%95%20m%E1%BA%ABu%20s%E1%BB%91%202026-11-22.csv`,
    )
    const [headings, first] = (body as Buffer).toString().split('\r\n')
    expect(headings).toBe('\ufeffLoại,Mã tổ,Ngày,Số lượng,Người đếm,Nguồn,Ghi chú')
    expect(first).toContain('Số hộ,TDP-05,01/01/2026,1234'.replace('Số', 'số'))
  })

  test('comes in the format that Accept names', async () => {
    const { headers } = await coordinator
      .get(`${PLAN}/exports/areas`)
      .set('accept', 'application/x-ndjson')
      .expect(200)
    expect(headers['content-type']).toContain('application/x-ndjson')
  })

  test('never runs as a formula, and keeps numbers numbers', async () => {
    const { body } = await download('sub-tasks', { format: 'csv', language: 'en' })
    const csv = (body as Buffer).toString()
    expect(csv).toContain(",'=Viết tin,")
    expect(csv).toContain(',1.1250,')
  })

  test('as .xlsx is a workbook', async () => {
    const { headers, body } = await download('budget-lines', { format: 'xlsx' }).expect(200)
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect((body as Buffer).subarray(0, 2).toString()).toBe('PK')
  })

  test('is noted: who took what', async () => {
    await download('obstacles', {}, officer).expect(200)
    const { rows } = await house.database.pool.query(
      "select after from audit_event where action = 'access.export' order by seq desc limit 1",
    )
    expect(rows[0].after).toMatchObject({ operation: 'exportRows', path: `${PLAN}/exports/obstacles` })
  })

  test('can be of one department, or only the headings to fill in', async () => {
    const own = await download('budget-lines', { format: 'ndjson', department: 'VP-TK' }, viewer).expect(200)
    const departments = (own.body as Buffer)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).department)
    expect(new Set(departments)).toEqual(new Set(['VP-TK']))
    const template = await download('budget-lines', { template: 'true' }).expect(200)
    expect((template.body as Buffer).toString().trim()).toBe(
      '\ufeffNăm,Mã bộ phận,Dòng,Nội dung,Loại chi,Mã nhiệm vụ,Mã công việc,Mã nguồn,Số lượng,Đơn vị tính,Đơn giá,Ghi chú'.trim(),
    )
    await download('budget-lines', { department: 'XX' }).expect(404)
  })

  test('is for who may read the plan', async () => {
    await house.anyone.get(`${PLAN}/exports/areas`).expect(401)
    await coordinator.get(`${PLAN}/exports/secrets`).expect(400)
  })
})
