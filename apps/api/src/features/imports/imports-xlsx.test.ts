import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { PLAN, startHarness } from '../../../test/harness.ts'
import { freshDay, send } from './imports.fixture.ts'

const house = await startHarness()
const coordinator = await house.as('coordinator')
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Cells = readonly (string | number | boolean | Date | null)[]

const workbook = async (...rows: Cells[]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Bảng', rows: rows.map((row) => [...row]) }] }))
const load = async (rows: readonly Cells[], query: Record<string, string>) =>
  send(coordinator, await workbook(...rows), { type: TYPE, query })

describe('a workbook', () => {
  test('is read below its title, with dates, numbers, figures kept as text and blank rows', async () => {
    const on = freshDay()
    const { body } = await load(
      [
        ['UBND PHƯỜNG CHÁNH LỘ'],
        ['BẢNG SỐ LIỆU', null, 'Ngày lập 14/11/2026'],
        [],
        ['STT', 'Mã chỉ tiêu', 'Mã tổ', 'Ngày', 'Tử số (hộ)', 'Mẫu số (hộ)', 'Nguồn'],
        [1, 'FB-02', 'TDP-01', new Date(`${on}T00:00:00Z`), 214, '260', "'=Sổ hộ"],
        [],
        [2, 'FB-02', 'TDP-02', on.split('-').reverse().join('/'), '1.214,0', 1300, null],
      ],
      { resource: 'measurements' },
    )
    expect([body.status, body.errors, body.counts]).toMatchObject(['applied', [], { read: 2, created: 2 }])
    expect(body.columns.ignored).toEqual(['STT'])
    const { rows } = await house.database.pool.query(
      'select numerator::int as n, denominator::int as d, source from measurement where "on" = $1 order by n',
      [on],
    )
    expect(rows).toEqual([
      { n: 214, d: 260, source: '=Sổ hộ' },
      { n: 1214, d: 1300, source: null },
    ])
  })

  test('names a wrong row by the number that the sheet gives it', async () => {
    const { body } = await load(
      [['DANH MỤC'], [], ['Mã danh mục', 'Mã', 'Tên', 'Tình trạng'], ['SEC-01', 'A-1', 'Máy', 'có lẽ']],
      {
        resource: 'checklist-items',
      },
    )
    expect(body.report.errors).toMatchObject([
      { row: 1, line: 4, column: 'status', code: 'unknown_choice', value: 'có lẽ' },
    ])
  })

  test('that was exported loads back as all unchanged', async () => {
    const rows = [
      { list: 'SEC-01', code: 'MAY-1', name: '=Máy "một"', status: 'done', since: '2026-03-01', note: '-1' },
      { list: 'SEC-01', code: 'MAY-2', name: 'Máy hai', level: 'ward' },
    ]
    await send(coordinator, JSON.stringify({ rows }), {
      type: 'application/json',
      query: { resource: 'checklist-items' },
    }).expect(200)
    for (const language of ['vi', 'en']) {
      const file = await coordinator
        .get(`${PLAN}/exports/checklist-items`)
        .query({ format: 'xlsx', language })
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
          answer.on('end', () => done(null, Buffer.concat(chunks)))
        })
      const { body } = await send(coordinator, file.body as Buffer, {
        type: TYPE,
        query: { resource: 'checklist-items' },
      }).expect(200)
      expect(body.counts).toMatchObject({ read: 2, unchanged: 2, rejected: 0 })
    }
  })

  test('that is none, or lies about what it is, costs an error', async () => {
    const query = { resource: 'areas' }
    await send(coordinator, 'code,name\nA,B\n', { type: TYPE, query }).expect(415)
    await send(coordinator, Buffer.from('PK\u0003\u0004 but no more'), { type: TYPE, query }).expect(415)
    const broken = Buffer.from(await workbook(['code', 'name'], ['A', 'B']))
    broken.fill(0, 60, 400)
    const { status } = await send(coordinator, broken, { type: TYPE, query })
    expect([400, 413, 415]).toContain(status)
  })

  test('that swells is refused before it is unpacked', async () => {
    const bomb = await workbook(
      ['code', 'name'],
      ...Array.from({ length: 90 }, (_, index) => ['A', `${index}${'x'.repeat(32_000)}`]),
    )
    const { body } = await send(coordinator, bomb, { type: TYPE, query: { resource: 'areas' } }).expect(413)
    expect(body.code).toBe('body.too-large')
  })
})
