import { fromLegacy } from '@tien-do/domain/legacy-text'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { startHarness } from '../../../test/harness.ts'
import { freshDay, send } from './imports.fixture.ts'

const house = await startHarness()
const coordinator = await house.as('coordinator')
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Cells = readonly (string | number | Date | null)[]
interface Page {
  readonly name: string
  readonly rows: readonly Cells[]
  readonly merges?: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[]
}

const HEADER = ['STT', 'Mã chỉ tiêu', 'Mã tổ', 'Ngày', 'Tử số', 'Mẫu số', 'Nguồn']
const vietnamese = (on: string) => on.split('-').reverse().join('/')

async function book(...pages: Page[]) {
  const sheets = pages.map(({ name, rows, merges = [] }) => ({
    name,
    rows: rows.map((row) => [...row]),
    merges: [...merges],
  }))
  return Buffer.from(await writeXlsx({ sheets }))
}

const load = (body: string | Buffer, query: Record<string, string> = {}, type = TYPE) =>
  send(coordinator, body, { type, query: { mode: 'validate', ...query }, key: null }).expect(200)
const table = (...rows: Cells[]) => rows.map((row) => row.join(';')).join('\r\n')

/** What a font of before Unicode makes of a text: each letter found by trying what it reads as. */
function typedIn(script: 'tcvn3' | 'vni', text: string): string {
  const latin = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0xa1 + index))
  const single = new Map(latin.map((letter) => [fromLegacy(script, letter), letter]))
  for (const vowel of 'aeouyôöAEOUYÔÖ')
    for (const mark of latin) {
      const read = fromLegacy(script, vowel + mark)
      if (script === 'vni' && [...read].length === 1 && !single.has(read)) single.set(read, vowel + mark)
    }
  return [...text].map((letter) => (letter < '\u0080' ? letter : (single.get(letter) ?? letter))).join('')
}

describe('a sheet as an office lays it out', () => {
  const on = freshDay()
  const lines: Cells[] = [
    ['ỦY BAN NHÂN DÂN PHƯỜNG CHÁNH LỘ', null, null, null, null, null, null],
    ['BẢNG SỐ LIỆU', null, null, 'Ngày 14/11/2026', null, null, null],
    ['STT', 'Mã chỉ tiêu', 'Mã tổ', 'Ngày', 'Số hộ', null, 'Nguồn'],
    [null, null, null, null, 'Tử số', 'Mẫu số', null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    [1, 'FB-02', 'TDP-01', vietnamese(on), '214', '260', 'Sổ hộ'],
    [2, 'FB-02', 'TDP-02', vietnamese(on), '1.200,0', '1.300,0', 'Sổ hộ'],
    [null, 'Tổng cộng', null, null, '1.414', '1.560', null],
  ]
  const WANTED = {
    errors: [],
    counts: { read: 2, created: 2, rejected: 0 },
    columns: { ignored: ['STT'] },
    reading: {
      leftOut: [
        { what: 'column_numbers', value: '(1)' },
        { what: 'total', value: 'Tổng cộng' },
      ],
    },
  }

  test('is read from a workbook, merged headings and all', async () => {
    const merges = [0, 1, 2, 3, 6].map((column) => ({
      startRow: 2,
      startCol: column,
      endRow: 3,
      endCol: column,
    }))
    const body = await book({
      name: 'Tháng 11',
      rows: lines,
      merges: [...merges, { startRow: 2, startCol: 4, endRow: 2, endCol: 5 }],
    })
    const answer = await load(body)
    expect(answer.body).toMatchObject(WANTED)
    expect(answer.body.reading).toMatchObject({ sheet: 'Tháng 11', leftOut: [{ line: 5 }, { line: 8 }] })
  })

  test.each([';', ',', '\t'])('and from a table parted by %j', async (separator) => {
    const cell = (text: Cells[number]) => (text === null ? '' : `"${text}"`)
    const body = lines.map((line) => line.map(cell).join(separator)).join('\n')
    expect((await load(body, {}, 'text/csv')).body).toMatchObject(WANTED)
  })

  test('in letters that are put together from parts', async () => {
    const body = table(HEADER, [1, 'FB-02', 'TDP-01', on, 1, 2, 'Sổ hộ']).normalize('NFD')
    expect((await load(body, {}, 'text/csv')).body).toMatchObject({ errors: [], counts: { created: 1 } })
  })
})

describe('letters of before Unicode', () => {
  const list = (script: 'tcvn3' | 'vni') =>
    table(
      ['Mã danh mục', 'Mã', 'Tên', 'Ghi chú'].map((heading) => typedIn(script, heading)),
      ['SEC-01', 'MAY-01', typedIn(script, 'Máy chủ của trụ sở'), typedIn(script, 'Đường Phú Lộc')],
    )

  test.each(['tcvn3', 'vni'] as const)(
    '%s is recognised, shown, and stored as it was meant',
    async (script) => {
      for (const body of [list(script), Buffer.from(list(script), 'latin1')]) {
        const answer = await load(body, { resource: 'checklist-items' }, 'text/csv')
        expect(answer.body).toMatchObject({ errors: [], reading: { encoding: script } })
        expect(answer.body.reading.converted).toContainEqual({
          from: typedIn(script, 'Máy chủ của trụ sở'),
          to: 'Máy chủ của trụ sở',
        })
      }
      await send(coordinator, list(script), { query: { resource: 'checklist-items' } }).expect(200)
      const { rows } = await house.database.pool.query(
        `select name from checklist_item where code = 'MAY-01'`,
      )
      expect(rows).toEqual([{ name: 'Máy chủ của trụ sở' }])
    },
  )

  test('in a workbook too; and left alone where that is asked', async () => {
    const rows = list('tcvn3')
      .split('\r\n')
      .map((line) => line.split(';'))
    const body = await book({ name: 'Bảng', rows })
    const query = { resource: 'checklist-items' }
    expect((await load(body, query)).body).toMatchObject({ errors: [], reading: { encoding: 'tcvn3' } })
    const asked = await load(body, { ...query, encoding: 'utf-8' })
    expect(asked.body.errors).toContainEqual(expect.objectContaining({ code: 'column_missing' }))
  })

  test('windows-1258 and UTF-16 are read; bytes that are nothing are refused', async () => {
    const text = table(['Mã danh mục', 'Mã', 'Tên'], ['SEC-01', 'MAY-02', 'Đường Điện Biên'])
    const query = { resource: 'checklist-items' }
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect((await load(utf16, query, 'text/csv')).body.errors).toEqual([])
    // "Mã danh mục;Mã;Tên" with the tone of "mục" as a letter of its own.
    const windows = Buffer.from(
      '4de32064616e68206d75f2633b4de33b54ea6e0d0a5345432d30313b4d41592d30333b4de1790d0a',
      'hex',
    )
    expect((await load(windows, query, 'text/csv')).body).toMatchObject({
      errors: [],
      reading: { encoding: 'windows-1258' },
    })
    await send(coordinator, Buffer.from([0x6f, 0x6e, 0xff, 0xc0, 0x0a]), { query }).expect(415)
  })
})

describe('several sheets', () => {
  const rows = [HEADER, [1, 'FB-02', 'TDP-01', freshDay(), 1, 2, null]]
  const other = { name: 'Ghi chú', rows: [['Người lập'], ['Nguyễn Thị Mẫu']] }

  test('the only one that fits is taken', async () => {
    const { body } = await load(await book(other, { name: 'Số liệu', rows }))
    expect(body).toMatchObject({ errors: [], counts: { created: 1 }, reading: { sheet: 'Số liệu' } })
  })

  test('of several that fit one is chosen by a person', async () => {
    const body = await book({ name: 'Quý III', rows }, { name: 'Quý IV', rows }, other)
    const asked = await load(body)
    expect(asked.body.errors).toMatchObject([
      { code: 'several_sheets', params: { sheets: ['Quý III', 'Quý IV'] } },
    ])
    const chosen = await load(body, { sheet: 'Quý IV' })
    expect(chosen.body).toMatchObject({ errors: [], reading: { sheet: 'Quý IV' } })
    const wrong = await load(body, { sheet: 'Quý V' })
    expect(wrong.body.errors).toMatchObject([{ code: 'sheet_missing', value: 'Quý V' }])
  })
})

test('a column with both decimal marks is a question, and an answer settles it', async () => {
  const on = freshDay()
  const body = table(
    HEADER,
    [1, 'FB-02', 'TDP-01', on, '1.200,0', '1.300,0', ''],
    [2, 'FB-02', 'TDP-02', on, '1,200.0', '1.300,0', ''],
    [3, 'FB-02', 'TDP-03', on, '1.200', '1.300,0', ''],
  )
  const { body: asked } = await load(body, {}, 'text/csv')
  expect(asked.errors).toMatchObject([
    { row: 2, column: 'numerator', code: 'ambiguous_number', value: '1,200.0' },
    { row: 3, column: 'numerator', code: 'ambiguous_number', value: '1.200' },
  ])
  const { body: told } = await load(body, { decimal: ',' }, 'text/csv')
  expect(told.errors).toMatchObject([{ row: 2, code: 'not_a_number' }])
})
